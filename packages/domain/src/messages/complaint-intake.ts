import { type Label, label } from '../catalogue/labels.js';

/** Refusals and notices of the intake of complaints and of files. */
export const complaintIntakeMessages = {
  'rule.feedbackNotCase': label(
    '没有诉求的建议属于意见反馈，不立案；请登记客户的具体要求，或转为客户意见。',
    '沒有訴求的建議屬於意見回饋，不立案；請登記客戶的具體要求，或轉為客戶意見。',
    'A suggestion without a demand is feedback, not a case: name what the customer asks for, or keep it as feedback.',
  ),
  'rule.onSpotGeneralOnly': label(
    '只有一般投诉可以当场解决。',
    '只有一般投訴可以當場解決。',
    'Only a general complaint can be settled on the spot.',
  ),
  'rule.onSpotAboveLimit': label(
    '当场补偿超过门店限额，请按标准程序办理。',
    '當場補償超過門市限額，請依標準程序辦理。',
    "What was given on the spot is above the store's limit: take the standard procedure.",
  ),
  'rule.ruledAlready': label(
    '案件已裁定，登记内容不能再改；可补充来源或附件。',
    '案件已裁定，登記內容不能再改；可補充來源或附件。',
    'The case was ruled on; what was registered stands. Add an intake or a file instead.',
  ),
  'input.receivedLater': label(
    '收到时间不能晚于现在。',
    '收到時間不能晚於現在。',
    'It cannot be received later than now.',
  ),
  'input.outsideDuePast': label(
    '外部期限须晚于收到时间。',
    '外部期限須晚於收到時間。',
    'The outside deadline must lie after the receipt.',
  ),
  'input.whoComplains': label(
    '请选择客户、填写投诉人姓名，或登记为匿名。',
    '請選擇客戶、填寫投訴人姓名，或登記為匿名。',
    'Choose a customer, give a name, or register as anonymous.',
  ),
  'input.oneLookup': label(
    '请给出一项完整号码或姓名。',
    '請給出一項完整號碼或姓名。',
    'Give exactly one complete number, or a name.',
  ),
  'input.fileGone': label(
    '文件不存在、已过期或不是您上传的。',
    '檔案不存在、已過期或不是您上傳的。',
    'The file is not there, has expired, or is not yours.',
  ),
  'input.tooManyFiles': label('最多 {max} 个文件。', '最多 {max} 個檔案。', 'At most {max} files.'),
  'intake.added': label(
    '案件 {no} 又从其他渠道收到，请留意期限。',
    '案件 {no} 又從其他管道收到，請留意期限。',
    'Case {no} came in once more by another channel; mind the deadline.',
  ),
  'intake.keyAccount': label(
    '您负责的大客户有新投诉 {no}。',
    '您負責的大客戶有新投訴 {no}。',
    'A key account of yours has a new complaint, {no}.',
  ),
  'file.tooLarge': label(
    '文件过大：每个最多 {megabytes} MB。',
    '檔案過大：每個最多 {megabytes} MB。',
    'The file is too large: at most {megabytes} MB each.',
  ),
  'file.tooMany': label(
    '一次最多上传 {max} 个文件。',
    '一次最多上傳 {max} 個檔案。',
    'At most {max} files at once.',
  ),
  'file.none': label('没有收到文件。', '沒有收到檔案。', 'No file came.'),
  'file.empty': label('文件是空的。', '檔案是空的。', 'The file is empty.'),
  'file.program': label('不接收程序文件。', '不接收程式檔案。', 'Programs are not taken.'),
  'file.quota': label(
    '您已上传而未使用的文件过多，请先提交或稍后再试。',
    '您已上傳而未使用的檔案過多，請先送出或稍後再試。',
    'Too many of your uploads are not used yet: submit them, or try again later.',
  ),
  'file.busy': label(
    '上传过多，请稍后再试。',
    '上傳過多，請稍後再試。',
    'Too many uploads at once; try again shortly.',
  ),
} satisfies Record<string, Label>;
