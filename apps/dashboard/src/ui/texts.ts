import { label } from '@kehu/domain/catalogue/labels';
import { complaintActLabels } from '@kehu/domain/complaints/act-labels';
import { collaborationActLabels } from '@kehu/domain/complaints/collaboration-labels';
import { accountActLabels } from '@kehu/domain/key-accounts/account-act-labels';
import {
  orderActLabels,
  planActLabels,
  serviceActLabels,
  shipmentActLabels,
} from '@kehu/domain/key-accounts/act-labels';
import { moneyActLabels } from '@kehu/domain/key-accounts/money-act-labels';
import type { Texts } from '../app/texts';

/** Where something with a clock stands; the same five words everywhere. */
export const standingTexts = {
  onTrack: label('正常', '正常', 'On track'),
  atRisk: label('临期', '臨期', 'At risk'),
  breached: label('超期', '超期', 'Breached'),
  done: label('已办结', '已辦結', 'Done'),
  waiting: label('等待客户', '等待客戶', 'Waiting for the customer'),
} satisfies Texts;

export const problemTexts = {
  network: label(
    '连不上服务器，请检查网络后再试。',
    '連不上伺服器，請檢查網路後再試。',
    'The server cannot be reached. Check the network and try again.',
  ),
  notFound: label(
    '没有这条记录，或您不可查看。',
    '沒有這筆紀錄，或您無權檢視。',
    'There is no such record, or you may not see it.',
  ),
  forbidden: label('您没有这项权限。', '您沒有這項權限。', 'You have no right to this.'),
  unknown: label(
    '出错了，这一步没有完成。',
    '發生錯誤，這一步沒有完成。',
    'Something failed; this step was not completed.',
  ),
} satisfies Texts;

/** Acts as the audit trail names them: the names of the mutations, and what the server does by itself. */
export const actionTexts = {
  ...complaintActLabels,
  ...collaborationActLabels,
  ...accountActLabels,
  ...orderActLabels,
  ...shipmentActLabels,
  ...serviceActLabels,
  ...planActLabels,
  ...moneyActLabels,
  updateComplaint: label('修改登记内容', '修改登記內容', 'Corrected what was registered'),
  addComplaintIntake: label('补充来源', '補充來源', 'Added an intake'),
  attachFiles: label('添加附件', '新增附件', 'Attached files'),
  openAttachment: label('打开附件', '開啟附件', 'Opened a file'),
  saveMessageChannel: label('保存接收方式', '儲存接收方式', 'Saved how messages are taken'),
  sendTestMessage: label('发送测试消息', '傳送測試訊息', 'Sent a test message'),
  retryDelivery: label('重发消息', '重送訊息', 'Sent a failed message again'),
  import: label('导入', '匯入', 'Imported'),
  signIn: label('登录', '登入', 'Signed in'),
  signOut: label('退出登录', '登出', 'Signed out'),
  draftMonthlyReport: label('编制统计表草稿', '編製統計表草稿', 'Drafted monthly table'),
  fillMonthlyReport: label('填写统计表', '填寫統計表', 'Filled in monthly table'),
  submitMonthlyReport: label('报送统计表', '報送統計表', 'Submitted monthly table'),
  reviewMonthlyReport: label('审阅统计表', '審閱統計表', 'Reviewed monthly table'),
  correctMonthlyReport: label('更正统计表', '更正統計表', 'Corrected monthly table'),
  markNotificationsRead: label('阅读消息', '閱讀訊息', 'Read messages'),
  markAllNotificationsRead: label('全部消息已读', '全部訊息已讀', 'Read all messages'),
  changePassword: label('修改密码', '變更密碼', 'Changed password'),
  createCustomer: label('新建客户', '新增客戶', 'Created customer'),
  updateCustomer: label('修改客户', '修改客戶', 'Corrected customer'),
  assignCustomerOwner: label('移交客户', '移交客戶', 'Assigned owner'),
  addContact: label('新增联系人', '新增聯絡人', 'Added contact'),
  updateContact: label('修改联系人', '修改聯絡人', 'Changed contact'),
  removeContact: label('删除联系人', '刪除聯絡人', 'Removed contact'),
  addCustomerAddress: label('新增地址', '新增地址', 'Added address'),
  updateCustomerAddress: label('修改地址', '修改地址', 'Changed address'),
  removeCustomerAddress: label('删除地址', '刪除地址', 'Removed address'),
  savePersonProfile: label('保存个人资料', '儲存個人資料', 'Saved personal profile'),
  saveOrganisationProfile: label('保存单位资料', '儲存單位資料', 'Saved organisation profile'),
  tagCustomer: label('加标签', '加標籤', 'Tagged'),
  untagCustomer: label('去标签', '去標籤', 'Took tag off'),
  revealPersonalData: label('查看完整号码', '檢視完整號碼', 'Revealed numbers'),
  createStaff: label('新建员工', '新增員工', 'Created staff member'),
  updateStaff: label('修改员工', '修改員工', 'Changed staff member'),
  setStaffStatus: label('变更员工状态', '變更員工狀態', 'Changed staff status'),
  resetStaffPassword: label('重置密码', '重設密碼', 'Reset password'),
  createDepartment: label('新建部门', '新增部門', 'Created department'),
  updateDepartment: label('修改部门', '修改部門', 'Changed department'),
  createRegion: label('新建区域', '新增區域', 'Created region'),
  updateRegion: label('修改区域', '修改區域', 'Changed region'),
  grantRole: label('提交授权', '提出授權', 'Granted role'),
  approveRoleGrant: label('批准授权', '核准授權', 'Approved role grant'),
  refuseRoleGrant: label('拒绝授权', '拒絕授權', 'Refused role grant'),
  revokeRoleGrant: label('撤销授权', '撤銷授權', 'Revoked role grant'),
  createApiToken: label('新建令牌', '新增權杖', 'Created token'),
  revokeApiToken: label('撤销令牌', '撤銷權杖', 'Revoked token'),
  saveCodeListEntry: label('保存代码表条目', '儲存代碼表條目', 'Saved code list entry'),
  saveLabelOverride: label('保存自定义名称', '儲存自訂名稱', 'Saved own label'),
  removeLabelOverride: label('恢复原名称', '恢復原名稱', 'Restored label'),
  updateOrganisation: label('修改本单位', '修改本單位', 'Changed organisation'),
  saveView: label('保存筛选', '儲存篩選', 'Saved view'),
  deleteView: label('删除筛选', '刪除篩選', 'Deleted view'),
  startExport: label('开始导出', '開始匯出', 'Started export'),
  export: label('导出', '匯出', 'Exported'),
  downloadExport: label('下载导出文件', '下載匯出檔案', 'Downloaded export'),
} satisfies Texts;

/** By which way an act came. */
export const viaTexts = {
  session: label('浏览器', '瀏覽器', 'Browser'),
  token: label('接口令牌', '介面權杖', 'API token'),
  operator: label('运维工具', '維運工具', 'Operator’s tool'),
  system: label('系统', '系統', 'System'),
} satisfies Texts;

/** Objects of the audit trail that are no kind of record. */
export const objectTexts = {
  Session: label('登录会话', '登入工作階段', 'Session'),
  Credential: label('密码', '密碼', 'Password'),
} satisfies Texts;
