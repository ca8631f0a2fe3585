import { type Label, label } from '../catalogue/labels.js';

/** Separation of duties (dossier B7), and the words in which access is explained. */
export const accessMessages = {
  'access.authorReviews': label(
    '编写人不得审核自己的材料。',
    '編寫人不得審核自己的資料。',
    'Nobody reviews what he wrote himself.',
  ),
  'access.complainedPerson': label(
    '被投诉人及其所在部门不得参与处理本案。',
    '被投訴人及其所在部門不得參與處理本案。',
    'The person complained about and the own department take no part in this case.',
  ),
  'access.replyByCustomerService': label(
    '客户由营运部客服答复；不受理的由门店答复。',
    '客戶由營運部客服答覆；不受理的由門市答覆。',
    'Customer service replies to the customer; the store replies when it did not accept.',
  ),
  'access.ownApplication': label(
    '客户经理不得审批授信申请。',
    '客戶經理不得審批授信申請。',
    'A relationship manager does not decide about a credit application.',
  ),
  'access.grantToSelf': label('不得给自己授权。', '不得給自己授權。', 'Nobody grants a role to himself.'),
  'access.selfApproval': label(
    '授权须由第二人批准，授权人和被授权人都不能批准。',
    '授權須由第二人核准，授權人和被授權人都不能核准。',
    'A second person approves a grant: neither who granted it nor who receives it.',
  ),
  'access.overrideReason': label(
    '改变裁定或指派须写明理由。',
    '改變裁定或指派須寫明理由。',
    'An override of a ruling or an assignment needs a reason.',
  ),
  'access.reasonNeeded': label('请写明理由。', '請寫明理由。', 'State the reason.'),
  'access.explainGranted': label(
    '可以：{role} 对“{subject}”有“{action}”权限，范围为{scope}（依据 {basis}）。',
    '可以：{role} 對「{subject}」有「{action}」權限，範圍為{scope}（依據 {basis}）。',
    'Yes: {role} may {action} {subject}, scope {scope} (by {basis}).',
  ),
  'access.explainRowOutside': label(
    '不可以：{role} 对“{subject}”有“{action}”权限，但此记录不在{scope}范围内（依据 {basis}）。',
    '不可以：{role} 對「{subject}」有「{action}」權限，但此紀錄不在{scope}範圍內（依據 {basis}）。',
    'No: {role} may {action} {subject}, but this record lies outside the scope {scope} (by {basis}).',
  ),
  'access.explainNoGrant': label(
    '不可以：现有角色（{roles}）对“{subject}”都没有“{action}”权限。',
    '不可以：現有角色（{roles}）對「{subject}」都沒有「{action}」權限。',
    'No: none of the roles held ({roles}) may {action} {subject}.',
  ),
  'access.explainRestricted': label(
    '不可以：{rule}。此限制优先于一切授权。',
    '不可以：{rule}。此限制優先於一切授權。',
    'No: {rule}. This restriction wins over every grant.',
  ),
  'access.explainMasked': label(
    '号码已脱敏；可“查看完整号码”并留下记录。',
    '號碼已遮罩；可「查看完整號碼」並留下紀錄。',
    'Identifiers are masked; they can be revealed, on record.',
  ),
  'access.explainDeidentified': label(
    '姓名和号码均已脱敏。',
    '姓名和號碼均已遮罩。',
    'Names and identifiers are masked.',
  ),
  'access.explainNoSuchRecord': label(
    '没有此记录，或您无权知道它是否存在。',
    '沒有此筆紀錄，或您無權知道它是否存在。',
    'There is no such record, or you may not know whether there is.',
  ),
  'access.noRole': label(
    '您还没有任何角色，请联系系统管理员。',
    '您還沒有任何角色，請聯絡系統管理員。',
    'You hold no role yet; ask the system administrator.',
  ),
} satisfies Record<string, Label>;
