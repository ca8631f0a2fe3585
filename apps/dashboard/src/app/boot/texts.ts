import { type Label, label } from '@kehu/domain/catalogue/labels';

/** Texts of the sign-in screen; apart from the others because this entry must stay small. */
export const signInTexts = {
  product: label('客户管理系统', '客戶管理系統', 'Customer management'),
  title: label('登录', '登入', 'Sign in'),
  login: label('登录名', '登入名稱', 'Login'),
  password: label('密码', '密碼', 'Password'),
  show: label('显示密码', '顯示密碼', 'Show password'),
  hide: label('隐藏密码', '隱藏密碼', 'Hide password'),
  submit: label('登录', '登入', 'Sign in'),
  working: label('正在登录…', '登入中…', 'Signing in…'),
  missing: label('请填写登录名和密码。', '請填寫登入名稱和密碼。', 'Please fill in login and password.'),
  network: label(
    '连不上服务器，请检查网络后再试。',
    '連不上伺服器，請檢查網路後再試。',
    'The server cannot be reached. Check the network and try again.',
  ),
  noCookie: label(
    '浏览器没有保存登录状态，请允许本站使用 Cookie。',
    '瀏覽器沒有保存登入狀態，請允許本站使用 Cookie。',
    'The browser did not keep the session. Please allow cookies for this site.',
  ),
  ended: label(
    '登录已失效，请重新登录；未提交的内容已保留。',
    '登入已失效，請重新登入；未送出的內容已保留。',
    'Your session has ended. Sign in again; what you had not sent is kept.',
  ),
  help: label(
    '忘记密码或没有账号，请联系系统管理员。',
    '忘記密碼或沒有帳號，請聯絡系統管理員。',
    'Forgot the password, or no account? Ask your system administrator.',
  ),
  language: label('语言', '語言', 'Language'),
  loading: label('正在打开…', '正在開啟…', 'Opening…'),
} satisfies Record<string, Label>;

export const languageNames = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;
