import { type Label, type Language, label } from '@kehu/domain/catalogue/labels';
import { guardMessages } from '@kehu/domain/complaints/guard-messages';
import { serviceGuardMessages } from '@kehu/domain/key-accounts/after-sales-guards';
import { approvalGuardMessages } from '@kehu/domain/key-accounts/approval-guards';
import { contractGuardMessages } from '@kehu/domain/key-accounts/contract-guards';
import { handoverGuardMessages } from '@kehu/domain/key-accounts/handover-guards';
import { orderGuardMessages } from '@kehu/domain/key-accounts/order-guard-messages';
import { planGuardMessages } from '@kehu/domain/key-accounts/plan-guards';
import { shipmentGuardMessages } from '@kehu/domain/key-accounts/shipment-guards';
import { solicitationGuardMessages } from '@kehu/domain/key-accounts/solicitation-guards';
import { visitGuardMessages } from '@kehu/domain/key-accounts/visit-guards';
import { accountRules } from '@kehu/domain/messages/accounts';
import { collaborationRules } from '@kehu/domain/messages/collaboration';
import { complaintIntakeMessages } from '@kehu/domain/messages/complaint-intake';
import { keyAccountRules } from '@kehu/domain/messages/key-accounts';
import { moneyRules } from '@kehu/domain/messages/money';
import { deliveryRules } from '@kehu/domain/messages/notifications';
import { statisticsMessages } from '@kehu/domain/messages/statistics';

export type MessageValues = Readonly<Record<string, string | number>>;

/** What acts say to people when they refuse, in all three languages. `{name}` stands for a value. */
const messages = {
  'access.signInFirst': label('请先登录。', '請先登入。', 'Sign in first.'),
  'access.wrongCredentials': label(
    '登录名或密码不正确。',
    '登入名稱或密碼不正確。',
    'The login or the password is wrong.',
  ),
  'access.throttled': label(
    '失败次数过多，请在 {seconds} 秒后重试。',
    '失敗次數過多，請在 {seconds} 秒後重試。',
    'Too many failures; try again in {seconds} seconds.',
  ),
  'access.forbidden': label('您没有此项权限。', '您沒有此項權限。', 'You have no right to do this.'),
  'access.forbiddenAct': label(
    '您没有权限：{subject}·{action}。',
    '您沒有權限：{subject}·{action}。',
    'You have no right: {subject}, {action}.',
  ),
  'access.crossSite': label(
    '拒绝来自其他网站的请求。',
    '拒絕來自其他網站的請求。',
    'Requests from other sites are refused.',
  ),
  'access.mustChangePassword': label(
    '请先修改初始密码。',
    '請先修改初始密碼。',
    'Change your initial password first.',
  ),
  'password.short': label(
    '密码至少 {min} 个字符。',
    '密碼至少 {min} 個字元。',
    'A password has at least {min} characters.',
  ),
  'password.long': label(
    '密码最多 {max} 个字符。',
    '密碼最多 {max} 個字元。',
    'A password has at most {max} characters.',
  ),
  'password.containsLogin': label(
    '密码不能包含登录名。',
    '密碼不能包含登入名稱。',
    'A password must not contain the login.',
  ),
  'password.common': label(
    '该密码太常见，容易被猜到。',
    '該密碼太常見，容易被猜到。',
    'This password is too common.',
  ),
  'password.same': label(
    '新密码不能与原密码相同。',
    '新密碼不能與原密碼相同。',
    'The new password must differ from the old one.',
  ),
  'password.wrong': label('原密码不正确。', '原密碼不正確。', 'The current password is wrong.'),
  'act.notFound': label('没有找到该记录。', '找不到該筆紀錄。', 'There is no such record.'),
  'act.stale': label(
    '该记录已被他人修改，请刷新后重试。',
    '該筆紀錄已被他人修改，請重新整理後再試。',
    'Somebody changed this record in the meantime; reload it and try again.',
  ),
  'act.staleCase': label(
    '您打开后，{by} 已于 {at} 办理“{act}”。请刷新后再办理，您填写的内容不会丢失。',
    '您開啟後，{by} 已於 {at} 辦理「{act}」。請重新整理後再辦理，您填寫的內容不會遺失。',
    'Since you opened it, {by} did “{act}” at {at}. Reload and go on; what you typed is kept.',
  ),
  'rule.rejectedReply': label(
    '客户不接受时，请选择相应的答复结果。',
    '客戶不接受時，請選擇相應的答覆結果。',
    'The customer rejects: choose an outcome that says so.',
  ),
  'rule.sharesSum': label('比例合计须为 100。', '比例合計須為 100。', 'The shares must sum to 100.'),
  'rule.sixHeads': label(
    '六项调查事项须逐项查明。',
    '六項調查事項須逐項查明。',
    'All six heads of the investigation must be filled in.',
  ),
  'rule.noConsentNeeded': label(
    '只有待裁定的严重投诉才需要同意。',
    '只有待裁定的嚴重投訴才需要同意。',
    'Only a severe case that awaits its ruling needs consent.',
  ),
  'rule.notYourStep': label(
    '只能撤回自己办理的最后一步。',
    '只能撤回自己辦理的最後一步。',
    'You can only take back the last step when it was yours.',
  ),
  'rule.stepSeen': label(
    '下一人已打开案件，不能撤回。',
    '下一人已開啟案件，不能撤回。',
    'The next person has opened the case; the step stands.',
  ),
  'rule.stepFinal': label('这一步不能撤回。', '這一步不能撤回。', 'This step cannot be taken back.'),
  'rule.notOfDepartment': label(
    '只能转给本部门中可以办理的人。',
    '只能轉給本部門中可以辦理的人。',
    'It can be passed on only to somebody of the department who may do it.',
  ),
  'act.keyReused': label(
    '同一幂等键已用于不同的内容。',
    '同一冪等鍵已用於不同的內容。',
    'This idempotency key was used with other input.',
  ),
  'act.busy': label('系统繁忙，请稍后重试。', '系統繁忙，請稍後重試。', 'The system is busy; try again.'),
  'input.bad': label('输入有误。', '輸入有誤。', 'The input is not right.'),
  'input.required': label('必须填写。', '必須填寫。', 'This is required.'),
  'input.tooLong': label('最多 {max} 个字符。', '最多 {max} 個字元。', 'At most {max} characters.'),
  'input.notText': label('必须是文字。', '必須是文字。', 'This must be text.'),
  'input.notBoolean': label('必须是“是”或“否”。', '必須是「是」或「否」。', 'This must be yes or no.'),
  'input.notInteger': label('必须是整数。', '必須是整數。', 'This must be a whole number.'),
  'input.notNumber': label('必须是数字。', '必須是數字。', 'This must be a number.'),
  'input.tooManyDecimals': label(
    '最多 {scale} 位小数。',
    '最多 {scale} 位小數。',
    'At most {scale} decimal places.',
  ),
  'input.tooLarge': label('数值过大。', '數值過大。', 'This number is too large.'),
  'input.tooSmall': label('不能小于 {min}。', '不能小於 {min}。', 'This must not be less than {min}.'),
  'input.notDate': label('不是有效的日期。', '不是有效的日期。', 'There is no such date.'),
  'input.notInstant': label('不是有效的时间。', '不是有效的時間。', 'There is no such time.'),
  'input.notMonth': label('不是有效的月份。', '不是有效的月份。', 'There is no such month.'),
  'input.notOneOf': label(
    '必须是其中之一：{codes}。',
    '必須是其中之一：{codes}。',
    'This must be one of: {codes}.',
  ),
  'input.notId': label('不是有效的编号。', '不是有效的編號。', 'This is not an id.'),
  'input.noSuchRecord': label('没有找到所指的记录。', '找不到所指的紀錄。', 'There is no such record.'),
  'input.unknownField': label('没有此项。', '沒有此項。', 'There is no such field.'),
  'input.duplicate': label('该值已被使用。', '該值已被使用。', 'This value is already taken.'),
  'input.invisible': label(
    '含有不可见的控制字符。',
    '含有不可見的控制字元。',
    'This contains invisible control characters.',
  ),
  'input.nothingToChange': label('没有要修改的内容。', '沒有要修改的內容。', 'There is nothing to change.'),
  'input.past': label('必须在将来。', '必須在未來。', 'This must lie in the future.'),
  'input.future': label('不能晚于今天。', '不能晚於今天。', 'This must not lie in the future.'),
  'input.tooFar': label('最晚 {date}。', '最晚 {date}。', 'At the latest {date}.'),
  'input.mobile': label('不是有效的电话号码。', '不是有效的電話號碼。', 'This is not a phone number.'),
  'input.masked': label(
    '这是脱敏后的显示，不是原值；不修改此项时请勿填写。',
    '這是遮罩後的顯示，不是原值；不修改此項時請勿填寫。',
    'This is the masked form, not the value itself; leave it out when it stays as it is.',
  ),
  'input.email': label('不是有效的电子邮箱。', '不是有效的電子郵件。', 'This is not an e-mail address.'),
  'input.uscc': label(
    '统一社会信用代码的校验位不符。',
    '統一社會信用代碼的檢查碼不符。',
    'The check digit of the unified social credit code does not fit.',
  ),
  'input.residentId': label(
    '居民身份证号码的校验位或出生日期不符。',
    '居民身分證號碼的檢查碼或出生日期不符。',
    'The check digit or the birth date of the resident ID number does not fit.',
  ),
  'input.login': label(
    '登录名为 2–60 个小写字母、数字、点、连字符或下划线，以字母或数字开头。',
    '登入名稱為 2–60 個小寫字母、數字、點、連字號或底線，以字母或數字開頭。',
    'A login has 2 to 60 lower-case letters, digits, dots, hyphens or underscores and starts with a letter or digit.',
  ),
  'input.timeZone': label('不是有效的时区。', '不是有效的時區。', 'There is no such time zone.'),
  'rule.underFourteen': label(
    '不满十四周岁的未成年人须经监护人同意，目前不能登记。',
    '未滿十四歲的未成年人須經監護人同意，目前不能登記。',
    'A child under fourteen needs a guardian’s consent and cannot be registered.',
  ),
  'rule.birthDateDiffers': label(
    '出生日期与身份证号码不一致。',
    '出生日期與身分證號碼不一致。',
    'The date of birth differs from the ID number.',
  ),
  'rule.personOnly': label(
    '只有个人客户有个人资料。',
    '只有個人客戶有個人資料。',
    'Only a person has a personal profile.',
  ),
  'rule.organisationOnly': label(
    '只有单位客户有单位资料。',
    '只有單位客戶有單位資料。',
    'Only an organisation has an organisation profile.',
  ),
  'rule.otherProfile': label(
    '已有个人资料或单位资料，不能改变个人或单位。',
    '已有個人資料或單位資料，不能改變個人或單位。',
    'The file has a profile already; person or organisation cannot change any more.',
  ),
  'rule.fileEnded': label('该档案已合并或删除。', '該檔案已合併或刪除。', 'This file was merged or erased.'),
  'rule.tokenRevoked': label('该令牌已撤销。', '該權杖已撤銷。', 'This token is revoked already.'),
  'rule.notAStore': label('该部门不是门店。', '該部門不是門市。', 'This department is not a store.'),
  'rule.staffNotActive': label('该员工已离职。', '該員工已離職。', 'This person has left.'),
  'rule.outsideOwnScope': label(
    '修改后该客户将超出您的权限范围。',
    '修改後該客戶將超出您的權限範圍。',
    'After this change the customer would lie outside what you may work on.',
  ),
  'rule.stillOwnsCustomers': label(
    '离职前须先移交名下的 {count} 个客户。',
    '離職前須先移交名下的 {count} 個客戶。',
    'Before leaving, {count} customers must be handed over.',
  ),
  'rule.notOneself': label('不能对自己操作。', '不能對自己操作。', 'You cannot do this to yourself.'),
  'rule.lastAdministrator': label(
    '至少须保留一名系统管理员。',
    '至少須保留一名系統管理員。',
    'At least one system administrator must remain.',
  ),
  'rule.cycle': label(
    '上级不能是自己或自己的下级。',
    '上級不能是自己或自己的下級。',
    'The parent must not be itself or something below it.',
  ),
  'rule.grantWaitsAlready': label(
    '该员工已有此角色或正等待批准。',
    '該員工已有此角色或正等待核准。',
    'This person has the role already, or the grant waits for approval.',
  ),
  'rule.grantToOneself': label(
    '系统管理员不能给自己授权。',
    '系統管理員不能給自己授權。',
    'An administrator cannot grant a role to himself.',
  ),
  'rule.secondPerson': label(
    '授权须由另一人批准：不能是授权人或被授权人。',
    '授權須由另一人核准：不能是授權人或被授權人。',
    'Another person must approve: neither the grantor nor the grantee.',
  ),
  'rule.grantState': label(
    '该授权的状态不允许此操作。',
    '該授權的狀態不允許此操作。',
    'The grant is not in a state for this.',
  ),
  'rule.loginNeeded': label('该员工没有登录名。', '該員工沒有登入名稱。', 'This person has no login.'),
  'rule.passwordOfOthers': label(
    '请用“修改密码”修改自己的密码。',
    '請用「變更密碼」修改自己的密碼。',
    'Change your own password by “change password”.',
  ),
  'rule.hasContent': label(
    '仍有 {count} 条记录引用它。',
    '仍有 {count} 筆紀錄引用它。',
    '{count} records still refer to it.',
  ),
  'export.badQuery': label(
    '导出的查询有误：{problem}',
    '匯出的查詢有誤：{problem}',
    'The query of the export is not right: {problem}',
  ),
  'export.notOneList': label(
    '导出的查询只能有一个列表或一个汇总。',
    '匯出的查詢只能有一個清單或一個彙總。',
    'The query of an export has exactly one list or one aggregate.',
  ),
  'export.noColumns': label('没有要导出的列。', '沒有要匯出的欄。', 'There are no columns to export.'),
  'export.nestedList': label(
    '{field} 是列表，不能作为表格的一列。',
    '{field} 是清單，不能作為表格的一欄。',
    '{field} is a list and has no place in a table.',
  ),
  'export.reasonPersonal': label(
    '内容包含个人信息或商业秘密，请说明理由。',
    '內容包含個人資料或營業秘密，請說明理由。',
    'This contains personal data or business secrets; give a reason.',
  ),
  'export.reasonMany': label(
    '超过 {limit} 行，请说明理由。',
    '超過 {limit} 列，請說明理由。',
    'These are more than {limit} rows; give a reason.',
  ),
  'export.tooManyRows': label(
    '最多可导出 {limit} 行，请缩小范围。',
    '最多可匯出 {limit} 列，請縮小範圍。',
    'At most {limit} rows can be exported; narrow the filter.',
  ),
  ...guardMessages,
  ...orderGuardMessages,
  ...solicitationGuardMessages,
  ...contractGuardMessages,
  ...approvalGuardMessages,
  ...visitGuardMessages,
  ...handoverGuardMessages,
  ...accountRules,
  ...shipmentGuardMessages,
  ...serviceGuardMessages,
  ...planGuardMessages,
  ...keyAccountRules,
  ...moneyRules,
  ...collaborationRules,
  ...complaintIntakeMessages,
  ...deliveryRules,
  ...statisticsMessages,
} satisfies Record<string, Label>;

export type MessageKey = keyof typeof messages;

/** The text of a message in a language with its values filled in. */
export function say(key: MessageKey, language: Language, values: MessageValues = {}): string {
  return messages[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** Every key, for the test that checks the languages. */
export const messageKeys = Object.keys(messages) as MessageKey[];
