// What is said while a database server is being found, fetched, started and joined. Node built-ins
// only: the start script speaks before anything is installed.

const EN = {
  lists: 'reading the package lists (apt-get update, into the cache folder)',
  download: (n) => `fetching MariaDB (${n} packages of this system's distribution, apt-get download)`,
  unpack: 'unpacking MariaDB',
  still: (what, seconds) => `${what} … ${seconds} s`,
  slow: 'This is slow: apt uses the sources in /etc/apt and the proxy that "apt-config dump Acquire::http::Proxy" or http_proxy names.',
  none: (why) =>
    `No MariaDB server was found and none could be fetched: ${why}\nThree ways out:\n` +
    '  1. install one:            apt-get install mariadb-server-core\n' +
    '  2. use a server you have:  DATABASE_URL=mysql://user:password@host:3306/kehu npm start\n' +
    '  3. run one in a container: docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=… -e MARIADB_DATABASE=kehu mariadb:lts\n' +
    '     and then start with DATABASE_URL as in 2.',
  noApt: 'this system has no apt-get and dpkg.',
  noPackage:
    "apt knows no package mariadb-server-core of series 10.11 or newer; are the distribution's sources switched on in /etc/apt?",
  unreached: (what) =>
    `apt could not reach its sources (${what}). Check the network and the proxy that "apt-config dump Acquire::http::Proxy" or http_proxy names.`,
  broken: 'the unpacked server does not run (a shared library is missing).',
  starting: 'starting the database',
  waiting: 'waiting for the running database',
  notJoined: 'the running database cannot be joined; it is stopped and started again',
  notStarted: (log, errors) => `The database did not start. Its log is ${log}:\n${errors}`,
  notReady: (log, seconds) => `The database was not ready after ${seconds} s. Its log is ${log}.`,
  died: (why) => `the database has died and does not start: ${why}`,
  stopped: 'The database was stopped while it started; start again.',
  newerData: ({ data, written, program, version }) =>
    `The data in ${data} was written by MariaDB ${written}, but ${program} is ${version}. ` +
    `Install MariaDB ${written} or newer, or point KEHU_HOME at another folder.`,
  noTables: (data, errors) => `MariaDB could not create its tables in ${data}; is the disk full?\n${errors}`,
  noSocket: (folder) =>
    `No folder for the database's socket: ${folder} belongs to somebody else or cannot be made. ` +
    'Set XDG_RUNTIME_DIR to a folder of your own with a short path.',
  badSecret: (path) => `${path} holds no usable password; remove the file and start again.`,
  badUrl: 'The database URL cannot be read; it should look like mysql://user:password@host:3306/kehu',
  badProtocol: (protocol) => `The database URL must begin with mysql:// (it begins with ${protocol}//).`,
  noDatabase: 'The database URL names no database: …@host:3306/NAME',
  unknownParameter: (name) => `The database URL has an unknown parameter: ${name}`,
  badSsl: 'ssl in the database URL is one of verify, require, off.',
  migration: (id) => `migration ${id}`,
  stepFailed: (id, step, why) => `Migration ${id} failed at step ${step}: ${why}`,
  schemaTooNew: (unknown) =>
    `The database has migrations that this release does not know (${unknown}). ` +
    'Start the newer release, or restore the backup that was made before its migration.',
  otherMigrates: 'waiting for another process that migrates the database',
  otherMigratesTooLong: 'Another process has been migrating the database for too long; see its log.',
  leaseLost: 'The migration lost its lease to another process; start again.',
};

const ZH_HANS = {
  lists: '正在读取软件包列表（apt-get update，写入缓存目录）',
  download: (n) => `正在获取 MariaDB（本系统发行版的 ${n} 个软件包，apt-get download）`,
  unpack: '正在解开 MariaDB',
  still: (what, seconds) => `${what}…… ${seconds} 秒`,
  slow: '速度较慢：apt 使用 /etc/apt 中的软件源，以及 "apt-config dump Acquire::http::Proxy" 或 http_proxy 指定的代理。',
  none: (why) =>
    `没有找到 MariaDB 服务器，也无法获取：${why}\n有三种办法：\n` +
    '  1. 安装一个：        apt-get install mariadb-server-core\n' +
    '  2. 使用已有的服务器：DATABASE_URL=mysql://用户:密码@主机:3306/kehu npm start\n' +
    '  3. 用容器运行一个：  docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=… -e MARIADB_DATABASE=kehu mariadb:lts\n' +
    '     然后按第 2 条设置 DATABASE_URL 启动。',
  noApt: '本系统没有 apt-get 和 dpkg。',
  noPackage:
    'apt 中没有 10.11 或更新版本的 mariadb-server-core；请检查 /etc/apt 中是否启用了发行版的软件源。',
  unreached: (what) =>
    `apt 无法连接软件源（${what}）。请检查网络，以及 "apt-config dump Acquire::http::Proxy" 或 http_proxy 指定的代理。`,
  broken: '解开后的服务器无法运行（缺少共享库）。',
  starting: '正在启动数据库',
  waiting: '正在等待运行中的数据库',
  notJoined: '无法接管运行中的数据库，将停止并重新启动它',
  notStarted: (log, errors) => `数据库没有启动。日志：${log}\n${errors}`,
  notReady: (log, seconds) => `数据库在 ${seconds} 秒后仍未就绪。日志：${log}`,
  died: (why) => `数据库已停止且无法启动：${why}`,
  stopped: '数据库在启动过程中被停止，请重新启动。',
  newerData: ({ data, written, program, version }) =>
    `${data} 中的数据由 MariaDB ${written} 写入，而 ${program} 的版本是 ${version}。` +
    `请安装 MariaDB ${written} 或更新版本，或将 KEHU_HOME 指向其他目录。`,
  noTables: (data, errors) => `MariaDB 无法在 ${data} 中建立系统表；磁盘是否已满？\n${errors}`,
  noSocket: (folder) =>
    `无法为数据库的套接字准备目录：${folder} 属于他人或无法创建。请将 XDG_RUNTIME_DIR 设为自己的、路径较短的目录。`,
  badSecret: (path) => `${path} 中没有可用的密码；请删除该文件后重新启动。`,
  badUrl: '无法读取数据库地址；格式应为 mysql://用户:密码@主机:3306/kehu',
  badProtocol: (protocol) => `数据库地址必须以 mysql:// 开头（现在以 ${protocol}// 开头）。`,
  noDatabase: '数据库地址中没有数据库名：…@主机:3306/名称',
  unknownParameter: (name) => `数据库地址中有未知参数：${name}`,
  badSsl: '数据库地址中的 ssl 只能是 verify、require 或 off。',
  migration: (id) => `数据库迁移 ${id}`,
  stepFailed: (id, step, why) => `数据库迁移 ${id} 在步骤 ${step} 失败：${why}`,
  schemaTooNew: (unknown) =>
    `数据库中有本版本不认识的迁移（${unknown}）。请启动更新的版本，或恢复迁移之前的备份。`,
  otherMigrates: '正在等待另一个进程完成数据库迁移',
  otherMigratesTooLong: '另一个进程迁移数据库的时间过长；请查看它的日志。',
  leaseLost: '迁移的租约已被另一个进程取得，请重新启动。',
};

const ZH_HANT = {
  lists: '正在讀取套件清單（apt-get update，寫入快取資料夾）',
  download: (n) => `正在取得 MariaDB（本系統發行版的 ${n} 個套件，apt-get download）`,
  unpack: '正在解開 MariaDB',
  still: (what, seconds) => `${what}…… ${seconds} 秒`,
  slow: '速度較慢：apt 使用 /etc/apt 中的套件來源，以及 "apt-config dump Acquire::http::Proxy" 或 http_proxy 指定的代理伺服器。',
  none: (why) =>
    `沒有找到 MariaDB 伺服器，也無法取得：${why}\n有三種做法：\n` +
    '  1. 安裝一個：        apt-get install mariadb-server-core\n' +
    '  2. 使用既有的伺服器：DATABASE_URL=mysql://使用者:密碼@主機:3306/kehu npm start\n' +
    '  3. 用容器執行一個：  docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=… -e MARIADB_DATABASE=kehu mariadb:lts\n' +
    '     然後依第 2 條設定 DATABASE_URL 啟動。',
  noApt: '本系統沒有 apt-get 與 dpkg。',
  noPackage:
    'apt 中沒有 10.11 或更新版本的 mariadb-server-core；請檢查 /etc/apt 中是否啟用了發行版的套件來源。',
  unreached: (what) =>
    `apt 無法連線到套件來源（${what}）。請檢查網路，以及 "apt-config dump Acquire::http::Proxy" 或 http_proxy 指定的代理伺服器。`,
  broken: '解開後的伺服器無法執行（缺少共用函式庫）。',
  starting: '正在啟動資料庫',
  waiting: '正在等候執行中的資料庫',
  notJoined: '無法接管執行中的資料庫，將停止並重新啟動',
  notStarted: (log, errors) => `資料庫沒有啟動。記錄檔：${log}\n${errors}`,
  notReady: (log, seconds) => `資料庫在 ${seconds} 秒後仍未就緒。記錄檔：${log}`,
  died: (why) => `資料庫已停止且無法啟動：${why}`,
  stopped: '資料庫在啟動過程中被停止，請重新啟動。',
  newerData: ({ data, written, program, version }) =>
    `${data} 中的資料由 MariaDB ${written} 寫入，而 ${program} 的版本是 ${version}。` +
    `請安裝 MariaDB ${written} 或更新版本，或將 KEHU_HOME 指向其他資料夾。`,
  noTables: (data, errors) => `MariaDB 無法在 ${data} 中建立系統資料表；磁碟是否已滿？\n${errors}`,
  noSocket: (folder) =>
    `無法為資料庫的通訊端準備資料夾：${folder} 屬於他人或無法建立。請將 XDG_RUNTIME_DIR 設為自己的、路徑較短的資料夾。`,
  badSecret: (path) => `${path} 中沒有可用的密碼；請刪除該檔案後重新啟動。`,
  badUrl: '無法讀取資料庫位址；格式應為 mysql://使用者:密碼@主機:3306/kehu',
  badProtocol: (protocol) => `資料庫位址必須以 mysql:// 開頭（目前以 ${protocol}// 開頭）。`,
  noDatabase: '資料庫位址中沒有資料庫名稱：…@主機:3306/名稱',
  unknownParameter: (name) => `資料庫位址中有未知的參數：${name}`,
  badSsl: '資料庫位址中的 ssl 只能是 verify、require 或 off。',
  migration: (id) => `資料庫移轉 ${id}`,
  stepFailed: (id, step, why) => `資料庫移轉 ${id} 在步驟 ${step} 失敗：${why}`,
  schemaTooNew: (unknown) =>
    `資料庫中有本版本不認識的移轉（${unknown}）。請啟動較新的版本，或還原移轉之前的備份。`,
  otherMigrates: '正在等候另一個程序完成資料庫移轉',
  otherMigratesTooLong: '另一個程序移轉資料庫的時間過長；請查看它的記錄檔。',
  leaseLost: '移轉的租約已被另一個程序取得，請重新啟動。',
};

/** The language of the environment: `hant`, `zh` or, whatever else it is, `en`. */
export function languageOf(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return 'hant';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** The texts in the language of the environment. */
export function serverTexts(env = process.env) {
  return { en: EN, zh: ZH_HANS, hant: ZH_HANT }[languageOf(env)];
}
