// The texts of the two commands before the product itself can speak. Node built-ins only.
import { languageOf } from '../../packages/database/server-texts.mjs';

const TEXTS = {
  nodeTooOld: {
    en: ({ have }) =>
      `Kehu needs Node 20.19 or newer (or 22.13+, 24.11+); this is ${have}.\nInstall a newer Node and start again.`,
    zh: ({ have }) =>
      `Kehu 需要 Node 20.19 或更新版本（或 22.13+、24.11+），当前为 ${have}。\n请安装较新的 Node 后重试。`,
    hant: ({ have }) =>
      `Kehu 需要 Node 20.19 或更新版本（或 22.13+、24.11+），目前為 ${have}。\n請安裝較新的 Node 後再試。`,
  },
  pnpm: {
    en: () => 'fetching the package manager (pnpm)',
    zh: () => '正在获取包管理器（pnpm）',
    hant: () => '正在取得套件管理員（pnpm）',
  },
  install: { en: () => 'installing packages', zh: () => '正在安装依赖包', hant: () => '正在安裝相依套件' },
  build: { en: () => 'building', zh: () => '正在构建', hant: () => '正在建置' },
  lint: {
    en: () => 'checking the style of the code',
    zh: () => '正在检查代码风格',
    hant: () => '正在檢查程式碼風格',
  },
  browser: {
    en: () => 'installing Chromium (apt-get install)',
    zh: () => '正在安装 Chromium（apt-get install）',
    hant: () => '正在安裝 Chromium（apt-get install）',
  },
  still: {
    en: ({ what, seconds }) => `${what} … ${seconds} s`,
    zh: ({ what, seconds }) => `${what}…… ${seconds} 秒`,
    hant: ({ what, seconds }) => `${what}…… ${seconds} 秒`,
  },
  slowRegistry: {
    en: () =>
      'No progress for 20 s. Packages come from the registry that "npm config get registry" names, through the proxy that "npm config get proxy" and https_proxy name.',
    zh: () =>
      '已有 20 秒没有进展。依赖包来自 "npm config get registry" 指定的仓库，经由 "npm config get proxy" 与 https_proxy 指定的代理。',
    hant: () =>
      '已有 20 秒沒有進展。套件來自 "npm config get registry" 指定的套件庫，經由 "npm config get proxy" 與 https_proxy 指定的代理伺服器。',
  },
  installFailed: {
    en: () =>
      'The packages could not be installed. Check the network, "npm config get registry" and "npm config get proxy", and the free space on the disk; then run the same command again: it goes on where it stopped.',
    zh: () =>
      '依赖包安装失败。请检查网络、"npm config get registry" 和 "npm config get proxy" 的设置以及磁盘空间，然后重新运行同一条命令，会从中断处继续。',
    hant: () =>
      '相依套件安裝失敗。請檢查網路、"npm config get registry" 與 "npm config get proxy" 的設定以及磁碟空間，然後重新執行同一個指令，會從中斷處繼續。',
  },
  lockOutdated: {
    en: () =>
      'pnpm-lock.yaml does not fit the manifests. If you have changed a package.json, run "pnpm install" and keep the new lock file; if not, get the clone again.',
    zh: () =>
      'pnpm-lock.yaml 与各 package.json 不一致。如果修改过 package.json，请运行 "pnpm install" 并保留新的锁文件；否则请重新克隆。',
    hant: () =>
      'pnpm-lock.yaml 與各 package.json 不一致。若改過 package.json，請執行 "pnpm install" 並保留新的鎖定檔；否則請重新複製專案。',
  },
  buildFailed: {
    en: () =>
      'The build failed; the messages above say where. If you have changed nothing, delete node_modules and every dist folder and run the same command again.',
    zh: () =>
      '构建失败，原因见上。如果没有改动过源代码，请删除 node_modules 和所有 dist 目录后重新运行同一条命令。',
    hant: () =>
      '建置失敗，原因見上。若沒有改過原始碼，請刪除 node_modules 與所有 dist 資料夾後重新執行同一個指令。',
  },
  notBuilt: {
    en: ({ file }) =>
      `${file} is missing after the build; delete node_modules and run the same command again.`,
    zh: ({ file }) => `构建后缺少 ${file}；请删除 node_modules 后重新运行同一条命令。`,
    hant: ({ file }) => `建置後缺少 ${file}；請刪除 node_modules 後重新執行同一個指令。`,
  },
  noBrowser: {
    en: () =>
      'The browser tests need Chromium or Chrome, and none was found. One of these helps:\n' +
      '  apt-get install chromium fonts-noto-cjk      (Debian, as root)\n' +
      '  npx playwright-core install chromium         (any user, into ~/.cache)\n' +
      '  KEHU_BROWSER=/path/to/chrome npm test        (one that lies elsewhere)',
    zh: () =>
      '浏览器测试需要 Chromium 或 Chrome，但没有找到。任选一种办法：\n' +
      '  apt-get install chromium fonts-noto-cjk      （Debian，root 用户）\n' +
      '  npx playwright-core install chromium         （任何用户，装入 ~/.cache）\n' +
      '  KEHU_BROWSER=/浏览器/路径 npm test           （装在别处时）',
    hant: () =>
      '瀏覽器測試需要 Chromium 或 Chrome，但沒有找到。任選一種做法：\n' +
      '  apt-get install chromium fonts-noto-cjk      （Debian，root 使用者）\n' +
      '  npx playwright-core install chromium         （任何使用者，裝入 ~/.cache）\n' +
      '  KEHU_BROWSER=/瀏覽器/路徑 npm test           （裝在別處時）',
  },
};

const language = languageOf(process.env);

/** A text in the user's language. */
export function text(key, values = {}) {
  return TEXTS[key][language](values);
}

/** A failure that is told as it is, without a stack. */
export class Failure extends Error {}
