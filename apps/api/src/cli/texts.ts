import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';

/** What the operator's tool says, in the terminal's language. */
const texts = {
  about: label('客户 Kehu：运维工具', '客戶 Kehu：維運工具', 'Kehu: the operator’s tool'),
  start: label('启动服务', '啟動服務', 'start the server'),
  migrate: label('把数据库升级到本版本', '把資料庫升級到本版本', 'bring the database up to this release'),
  migrated: label('数据库已是最新版本。', '資料庫已是最新版本。', 'The database is up to date.'),
  demo: label(
    '载入演示单位（仅限空数据库）',
    '載入示範單位（僅限空資料庫）',
    'load the demo organisation into an empty database',
  ),
  demoCases: label(
    '投诉件数（默认约一千五百）',
    '投訴件數（預設約一千五百）',
    'how many complaints (some fifteen hundred by default)',
  ),
  demoCasesWrong: label(
    '投诉件数须为 1500 至 100000 的整数。',
    '投訴件數須為 1500 至 100000 的整數。',
    'The number of complaints is a whole number from 1,500 to 100,000.',
  ),
  demoLoaded: label(
    '已载入演示数据：{rows} 行。',
    '已載入示範資料：{rows} 列。',
    'The demo is loaded: {rows} rows.',
  ),
  demoRefused: label(
    '数据库中已有单位或人员，未作任何改动。',
    '資料庫中已有單位或人員，未作任何更動。',
    'The database has an organisation or people already; nothing was changed.',
  ),
  user: label('用户', '使用者', 'users'),
  userCreate: label(
    '新建用户；首个系统管理员即由此产生',
    '新增使用者；第一位系統管理員即由此產生',
    'create a user; the first administrator is made this way',
  ),
  userApprove: label(
    '批准某人等待中的授权',
    '核准某人等待中的授權',
    'approve the role grants of a person that wait',
  ),
  userReset: label('重置某人的密码', '重設某人的密碼', 'reset the password of a person'),
  userList: label('列出用户及其角色', '列出使用者及其角色', 'list users with their roles'),
  optLogin: label('登录名', '登入名稱', 'login'),
  optName: label('姓名', '姓名', 'name'),
  optRole: label('角色，可重复', '角色，可重複', 'role; may be repeated'),
  optDepartment: label('部门代码', '部門代碼', 'code of the department'),
  optOrganisation: label(
    '单位名称（首次使用时）',
    '單位名稱（首次使用時）',
    'name of the organisation, the first time',
  ),
  optStdin: label('从标准输入读取密码', '從標準輸入讀取密碼', 'read the password from standard input'),
  optApproveRole: label('仅此角色', '僅此角色', 'this role only'),
  userCreated: label('已新建用户 {login}。', '已新增使用者 {login}。', 'The user {login} is created.'),
  password: label(
    '初始密码（只显示一次，首次登录须修改）：{password}',
    '初始密碼（只顯示一次，首次登入須變更）：{password}',
    'First password, shown once, to be changed at the first sign-in: {password}',
  ),
  grantHolds: label('角色 {role}：已生效。', '角色 {role}：已生效。', 'Role {role}: holds.'),
  grantWaits: label(
    '角色 {role}：等待第二人批准。',
    '角色 {role}：等待第二人核准。',
    'Role {role}: waits for a second person.',
  ),
  approved: label('角色 {role}：已批准。', '角色 {role}：已核准。', 'Role {role}: approved.'),
  nothingWaits: label('没有等待批准的授权。', '沒有等待核准的授權。', 'No grant waits.'),
  noSuchLogin: label(
    '没有登录名为 {login} 的用户。',
    '沒有登入名稱為 {login} 的使用者。',
    'Nobody has the login {login}.',
  ),
  noSuchDepartment: label(
    '没有代码为 {code} 的部门。',
    '沒有代碼為 {code} 的部門。',
    'There is no department with the code {code}.',
  ),
  audit: label('操作审计', '操作稽核', 'the audit trail'),
  auditVerify: label('核验审计链', '驗證稽核鏈', 'verify the chain of the audit trail'),
  auditProgress: label('已核验 {links} 条', '已驗證 {links} 筆', '{links} links verified'),
  auditGood: label(
    '审计记录完整：{links} 条，{unsealed} 条等待链接，链头 {head}。',
    '稽核紀錄完整：{links} 筆，{unsealed} 筆等待連結，鏈頭 {head}。',
    'The audit trail is whole: {links} links, {unsealed} entries wait for theirs, head {head}.',
  ),
  auditBad: label(
    '审计记录有 {count} 处问题：',
    '稽核紀錄有 {count} 處問題：',
    'The audit trail has {count} problems:',
  ),
  linkMissing: label('缺少第 {chainNo} 号链接', '缺少第 {chainNo} 號連結', 'link {chainNo} is missing'),
  entryMissing: label(
    '第 {chainNo} 号：记录 {entryId} 已被删除',
    '第 {chainNo} 號：紀錄 {entryId} 已被刪除',
    'link {chainNo}: entry {entryId} was taken away',
  ),
  entryChanged: label(
    '第 {chainNo} 号：记录 {entryId} 已被改动',
    '第 {chainNo} 號：紀錄 {entryId} 已被更動',
    'link {chainNo}: entry {entryId} was changed',
  ),
  linkChanged: label(
    '第 {chainNo} 号链接不符（记录 {entryId}）',
    '第 {chainNo} 號連結不符（紀錄 {entryId}）',
    'link {chainNo} does not fit (entry {entryId})',
  ),
  sequenceGap: label(
    '{record} 的记录序号不连续',
    '{record} 的紀錄序號不連續',
    'the entries of {record} have a gap',
  ),
  unsealedForged: label(
    '未链接的记录 {entryId} 不是服务器写入的',
    '未連結的紀錄 {entryId} 不是伺服器寫入的',
    'entry {entryId} without a link was not written by the server',
  ),
  unsealedOld: label(
    '记录 {entryId} 迟迟未被链接：服务是否在运行？',
    '紀錄 {entryId} 遲遲未被連結：服務是否在執行？',
    'entry {entryId} has waited too long for its link: is a server running?',
  ),
  headMissing: label(
    '链的末尾被截断：保存在外的链头为第 {chainNo} 号',
    '鏈的末尾被截斷：保存在外的鏈頭為第 {chainNo} 號',
    'the end was cut off: a head kept outside has the number {chainNo}',
  ),
  headDiffers: label(
    '第 {chainNo} 号与保存在外的链头不符',
    '第 {chainNo} 號與保存在外的鏈頭不符',
    'link {chainNo} differs from the head kept outside',
  ),
  backup: label('备份到一个文件', '備份到一個檔案', 'back up into one file'),
  optSecrets: label(
    '连同密钥：该文件即可解密全部身份证号与电话，须妥善保管',
    '連同密鑰：該檔案即可解密全部身分證號與電話，須妥善保管',
    'with the secrets: whoever has the file can then read every identifier',
  ),
  fileExists: label('文件 {file} 已存在。', '檔案 {file} 已存在。', 'The file {file} exists already.'),
  backedUp: label(
    '已备份：{file}，{rows} 行。',
    '已備份：{file}，{rows} 列。',
    'Backed up: {file}, {rows} rows.',
  ),
  secretsApart: label(
    '注意：密钥不在备份中。请另行保管 {folder}；丢失后，加密的电话和证件号码无法恢复，审计链无法核验。',
    '注意：密鑰不在備份中。請另行保管 {folder}；遺失後，加密的電話和證件號碼無法復原，稽核鏈無法驗證。',
    'Mind: the secrets are not in it. Keep {folder} elsewhere as well; without it encrypted identifiers are lost and the audit chain cannot be verified.',
  ),
  secretsInside: label(
    '注意：备份含密钥，持有者可读取全部个人信息。',
    '注意：備份含密鑰，持有者可讀取全部個人資料。',
    'Mind: the secrets are in it; whoever holds it can read all personal data.',
  ),
  restore: label('把备份恢复到空数据库', '把備份還原到空資料庫', 'restore a backup into an empty database'),
  restored: label('已恢复：{rows} 行。', '已還原：{rows} 列。', 'Restored: {rows} rows.'),
  checking: label('正在检查备份…', '正在檢查備份…', 'checking the backup …'),
  notABackup: label('{file} 不是 Kehu 备份。', '{file} 不是 Kehu 備份。', '{file} is no backup of Kehu.'),
  damaged: label(
    '备份 {file} 已损坏或不完整，未作任何改动。',
    '備份 {file} 已損壞或不完整，未作任何更動。',
    'The backup {file} is damaged or not whole; nothing was changed.',
  ),
  otherRelease: label(
    '备份来自另一版本。请用该版本恢复，再升级。',
    '備份來自另一版本。請用該版本還原，再升級。',
    'The backup is of another release. Restore it with that one, then upgrade.',
  ),
  notEmpty: label(
    '数据库不是空的（表 {table}），未作任何改动。请换一个空的 KEHU_HOME 或 DATABASE_URL。',
    '資料庫不是空的（表 {table}），未作任何更動。請換一個空的 KEHU_HOME 或 DATABASE_URL。',
    'The database is not empty (table {table}); nothing was changed. Use an empty KEHU_HOME or DATABASE_URL.',
  ),
  otherSecrets: label(
    '{file} 已有另一密钥，未作任何改动。',
    '{file} 已有另一密鑰，未作任何更動。',
    '{file} holds another secret already; nothing was changed.',
  ),
  foreignSecrets: label(
    '备份不含密钥，而这里的密钥与之不符：请把原来的 secrets 文件夹放到 {folder} 后再核验。',
    '備份不含密鑰，而這裡的密鑰與之不符：請把原來的 secrets 資料夾放到 {folder} 後再驗證。',
    'The secrets here are not those of the backup: put the original secrets folder to {folder} and verify again.',
  ),
  doctor: label(
    '检查环境：已装什么、可否连接、缺什么怎么办',
    '檢查環境：已裝什麼、可否連線、缺什麼怎麼辦',
    'say what is installed, reachable and migrated, and what to do about what is not',
  ),
  doctorGood: label('一切正常。', '一切正常。', 'Everything is in order.'),
  doctorBad: label('{count} 项需要处理。', '{count} 項需要處理。', '{count} points need attention.'),
} satisfies Record<string, Label>;

export type CliText = keyof typeof texts;

/** A text in a language with its values filled in. */
export function cliText(
  key: CliText,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}
