import { type Label, label } from '../catalogue/labels.js';

/** What acts beside the pipeline answer when a rule stands against them (D1.3, R4.4, R4.18, R2.10). */
export const collaborationRules = {
  'rule.caseEnded': label('案件已办结。', '案件已辦結。', 'The case has ended.'),
  'rule.caseOpen': label('案件尚未办结。', '案件尚未辦結。', 'The case is still open.'),
  'rule.complainedStaysOut': label(
    '被投诉人及其所在部门（投诉其负责人时）不得参与办理本案。',
    '被投訴人及其所在部門（投訴其負責人時）不得參與辦理本案。',
    'The person complained about, and the unit of a head complained about, take no part in this case.',
  ),
  'rule.notInCase': label(
    '只有参与办理本案的人可以这样做。',
    '只有參與辦理本案的人可以這樣做。',
    'Only people who take part in the case may do this.',
  ),
  'rule.notHandling': label(
    '只有经办人、受理部门、营运部客服或行政人事部可以这样做。',
    '只有經辦人、受理部門、營運部客服或行政人事部可以這樣做。',
    'Only the handler, the handling department, customer service or HR may do this.',
  ),
  'rule.hrOrGmOnly': label(
    '只有行政人事部或总经理可以这样做。',
    '只有行政人事部或總經理可以這樣做。',
    'Only HR and administration or the general manager may do this.',
  ),
  'rule.severityNotHigher': label(
    '新的级别必须高于现在的级别。',
    '新的級別必須高於現在的級別。',
    'The new severity must be higher than the present one.',
  ),
  'rule.severityNotLower': label(
    '新的级别必须低于现在的级别。',
    '新的級別必須低於現在的級別。',
    'The new severity must be lower than the present one.',
  ),
  'rule.alreadyResponded': label('首次响应已记录。', '首次回應已記錄。', 'The first response is on record.'),
  'rule.beforeReceipt': label(
    '不能早于收到投诉的时间。',
    '不能早於收到投訴的時間。',
    'This lies before the receipt.',
  ),
  'rule.noDesk': label(
    '案件现在不在任何人手里。',
    '案件現在不在任何人手裡。',
    'The case lies on nobody’s desk.',
  ),
  'rule.waitingAlready': label('已在等待中。', '已在等待中。', 'The case is waiting already.'),
  'rule.notWaiting': label('案件没有在等待。', '案件沒有在等待。', 'The case is not waiting.'),
  'rule.notLater': label(
    '必须晚于现在的期限。',
    '必須晚於現在的期限。',
    'This must be later than the present deadline.',
  ),
  'rule.notBreached': label('案件没有超期。', '案件沒有超期。', 'The case is not overdue.'),
  'rule.answeredAlready': label('已经回应过。', '已經回應過。', 'This has been answered.'),
  'rule.notAddressed': label('这不是发给您的。', '這不是發給您的。', 'This is addressed to somebody else.'),
  'rule.departmentInactive': label(
    '该部门已停用。',
    '該部門已停用。',
    'This department is no longer active.',
  ),
  'rule.ownDepartment': label(
    '受理部门不能请自己协办。',
    '受理部門不能請自己協辦。',
    'The handling department does not assist itself.',
  ),
  'rule.departmentComplainedAbout': label(
    '该部门或其负责人正被投诉，不得参与办理。',
    '該部門或其負責人正被投訴，不得參與辦理。',
    'The department or its head is complained about and takes no part.',
  ),
  'rule.taskState': label(
    '该事项的状态不允许此操作。',
    '該事項的狀態不允許此操作。',
    'The task is not in a state for this.',
  ),
  'rule.notAssisting': label(
    '只有协办部门可以这样做。',
    '只有協辦部門可以這樣做。',
    'Only the assisting department may do this.',
  ),
  'rule.copiedAlready': label('已抄送给此人。', '已副知此人。', 'This person has a copy already.'),
  'rule.hasNoAccess': label(
    '此人无权参与投诉办理。',
    '此人無權參與投訴辦理。',
    'This person has no right to take part in complaints.',
  ),
  'rule.personComplainedAbout': label(
    '此人是被投诉人，不得参与办理。',
    '此人是被投訴人，不得參與辦理。',
    'This is the person complained about, who takes no part.',
  ),
  'rule.compensationState': label(
    '该申请的状态不允许此操作。',
    '該申請的狀態不允許此操作。',
    'The request is not in a state for this.',
  ),
  'rule.requesterApproves': label(
    '申请人不得审批自己的申请。',
    '申請人不得審批自己的申請。',
    'Nobody approves his own request.',
  ),
  'rule.aboveLimit': label(
    '超过您的审批限额 {limit}，须由总经理审批。',
    '超過您的核准限額 {limit}，須由總經理核准。',
    'This is above your limit of {limit}; the general manager decides.',
  ),
  'rule.noLimit': label(
    '没有为您的角色设定审批限额，须由总经理审批。',
    '沒有為您的角色設定核准限額，須由總經理核准。',
    'No limit is set for your role; the general manager decides.',
  ),
  'rule.executeByFinance': label(
    '由财务或经办部门执行。',
    '由財務或經辦部門執行。',
    'Finance or the handling department carries it out.',
  ),
  'rule.ruleInactive': label('该规定已停用。', '該規定已停用。', 'This rule is no longer in use.'),
  'rule.triggersOfSevere': label(
    '只有严重投诉才有严重情形。',
    '只有嚴重投訴才有嚴重情形。',
    'Only a severe case has what makes it severe.',
  ),
  'rule.preventionOwner': label(
    '只有责任人或其主管可以这样做。',
    '只有責任人或其主管可以這樣做。',
    'Only the owner of the measure or his supervisor may do this.',
  ),
  'rule.preventionDone': label('该措施已完成。', '該措施已完成。', 'The measure is done already.'),
  'rule.preventionNotDone': label('该措施尚未完成。', '該措施尚未完成。', 'The measure is not done yet.'),
  'rule.preventionChecked': label('效果已检查过。', '效果已檢查過。', 'The effect has been checked.'),
  'rule.notSampled': label('本案未被抽查。', '本案未被抽查。', 'This case was not sampled.'),
  'rule.sampleReviewed': label('抽查结果已登记。', '抽查結果已登記。', 'The finding is on record already.'),
  'rule.sampledOwnWork': label(
    '办理过本案的人不得抽查本案。',
    '辦理過本案的人不得抽查本案。',
    'Whoever took a step in the case does not look at it as a sample.',
  ),
  'rule.notBeforeCheckDate': label(
    '{date} 起方可检查效果。',
    '{date} 起方可檢查效果。',
    'The effect is checked from {date} on.',
  ),
  'rule.ownMeasure': label(
    '责任人不得检查自己的措施。',
    '責任人不得檢查自己的措施。',
    'The owner does not check his own measure.',
  ),
  'rule.preventionNeeded': label(
    '我方有责任，须制定预防措施。',
    '我方有責任，須制定預防措施。',
    'We are at fault, so a preventive action is needed.',
  ),
  'rule.linkedAlready': label('两案已关联。', '兩案已關聯。', 'The cases are linked already.'),
  'rule.sameCase': label('不能与自身关联。', '不能與自身關聯。', 'A case is not linked to itself.'),
  'rule.customerServiceRules': label(
    '争议由营运部客服裁定。',
    '爭議由營運部客服裁定。',
    'Customer service rules on disputed matters.',
  ),
  'rule.notYourPeople': label(
    '只能交办给您的下属。',
    '只能交辦給您的下屬。',
    'You give tasks to your own people only.',
  ),
  'rule.assignerOnly': label(
    '只有交办人可以这样做。',
    '只有交辦人可以這樣做。',
    'Only the assigner may do this.',
  ),
  'rule.assigneeOnly': label(
    '只有承办人可以这样做。',
    '只有承辦人可以這樣做。',
    'Only the assignee may do this.',
  ),
  'rule.delegationOverlaps': label(
    '该时段已委托他人。',
    '該時段已委託他人。',
    'You have a deputy in this time already.',
  ),
  'rule.delegationCircle': label(
    '对方在该时段已（间接）委托给您，不能互相委托。',
    '對方在該時段已（間接）委託給您，不能互相委託。',
    'The other person delegates to you in this time, directly or through others.',
  ),
  'rule.delegationEnded': label('该委托已结束。', '該委託已結束。', 'This delegation has ended.'),
  'rule.endBeforeStart': label(
    '结束必须晚于开始。',
    '結束必須晚於開始。',
    'The end must be later than the start.',
  ),
  'rule.effectiveInPast': label(
    '生效时间不能早于现在；过去的设定不能改写。',
    '生效時間不能早於現在；過去的設定不能改寫。',
    'It takes effect now or later; the past is not rewritten.',
  ),
  'rule.settingUnknown': label('没有此项参数。', '沒有此項參數。', 'There is no such setting.'),
  'rule.settingValue': label(
    '参数值无效：{problem}',
    '參數值無效：{problem}',
    'The value does not fit: {problem}',
  ),
  'rule.settingForAll': label(
    '此项参数不分严重程度，只能对全部案件设定。',
    '此項參數不分嚴重程度，只能對全部案件設定。',
    'This setting holds for all cases alike, not for one severity.',
  ),
  'rule.articleTwice': label('同一条款出现两次。', '同一條款出現兩次。', 'An article stands twice.'),
  'rule.articleUnknown': label('没有此条款。', '沒有此條款。', 'There is no such article.'),
  'rule.procedureNotForSevere': label(
    '严重投诉不适用简易程序。',
    '嚴重投訴不適用簡易程序。',
    'A severe complaint never takes the simple procedure.',
  ),
} satisfies Record<string, Label>;

/** Messages that acts beside the pipeline send; number, act and deadline, never personal data. */
export const collaborationMessages = {
  'note.severityRaised': label(
    '案件 {no} 升为{severity}',
    '案件 {no} 升為{severity}',
    'Case {no} was raised to {severity}',
  ),
  'note.severityLowered': label(
    '案件 {no} 降为{severity}',
    '案件 {no} 降為{severity}',
    'Case {no} was lowered to {severity}',
  ),
  'note.urged': label('案件 {no} 催办', '案件 {no} 催辦', 'Case {no}: you are urged to act'),
  'note.supervised': label(
    '案件 {no} 督办，请答复',
    '案件 {no} 督辦，請答覆',
    'Case {no}: supervision asks for your answer',
  ),
  'note.supervisionAnswered': label(
    '案件 {no} 督办已答复',
    '案件 {no} 督辦已答覆',
    'Case {no}: the supervision was answered',
  ),
  'note.extended': label('案件 {no} 已延期', '案件 {no} 已延期', 'Case {no} was extended'),
  'note.breachExplained': label(
    '案件 {no} 已说明超期原因',
    '案件 {no} 已說明超期原因',
    'Case {no}: the breach was explained',
  ),
  'note.assistanceAsked': label(
    '案件 {no} 请协办',
    '案件 {no} 請協辦',
    'Case {no}: your assistance is asked',
  ),
  'note.assistanceAnswered': label(
    '案件 {no} 协办已回复',
    '案件 {no} 協辦已回覆',
    'Case {no}: assistance was answered',
  ),
  'note.assistanceReturned': label(
    '案件 {no} 协办被退回',
    '案件 {no} 協辦被退回',
    'Case {no}: assistance was returned',
  ),
  'note.assistanceCancelled': label(
    '案件 {no} 协办已取消',
    '案件 {no} 協辦已取消',
    'Case {no}: assistance is no longer needed',
  ),
  'note.copied': label('案件 {no} 抄送给您', '案件 {no} 副知給您', 'Case {no} was copied to you'),
  'note.namedInvestigator': label(
    '案件 {no} 指定您调查',
    '案件 {no} 指定您調查',
    'Case {no}: you are to investigate',
  ),
  'note.compensationAsked': label(
    '案件 {no} 赔偿待审批',
    '案件 {no} 賠償待核准',
    'Case {no}: compensation to approve',
  ),
  'note.compensationApproved': label(
    '案件 {no} 赔偿已批准',
    '案件 {no} 賠償已核准',
    'Case {no}: compensation was approved',
  ),
  'note.compensationDeclined': label(
    '案件 {no} 赔偿未批准',
    '案件 {no} 賠償未核准',
    'Case {no}: compensation was declined',
  ),
  'note.compensationExecuted': label(
    '案件 {no} 赔偿已执行',
    '案件 {no} 賠償已執行',
    'Case {no}: compensation was carried out',
  ),
  'note.preventionGiven': label(
    '案件 {no} 请落实预防措施',
    '案件 {no} 請落實預防措施',
    'Case {no}: a preventive action is yours',
  ),
  'note.preventionDone': label(
    '案件 {no} 预防措施已完成',
    '案件 {no} 預防措施已完成',
    'Case {no}: a preventive action is done',
  ),
  'note.sampleFound': label(
    '案件 {no} 抽查发现问题，请看抽查意见',
    '案件 {no} 抽查發現問題，請看抽查意見',
    'Case {no}: the sample was found wanting; please read why',
  ),
  'note.evidenceRuled': label(
    '案件 {no} 争议已裁定',
    '案件 {no} 爭議已裁定',
    'Case {no}: a dispute was ruled on',
  ),
  'note.taskGiven': label('交办：{title}', '交辦：{title}', 'Task: {title}'),
  'note.taskAccepted': label('已接收交办：{title}', '已接收交辦：{title}', 'Task accepted: {title}'),
  'note.taskDone': label(
    '交办已完成，请验收：{title}',
    '交辦已完成，請驗收：{title}',
    'Task done, please confirm: {title}',
  ),
  'note.taskConfirmed': label('交办已验收：{title}', '交辦已驗收：{title}', 'Task confirmed: {title}'),
  'note.taskReturned': label('交办被退回：{title}', '交辦被退回：{title}', 'Task returned: {title}'),
  'note.taskCancelled': label('交办已取消：{title}', '交辦已取消：{title}', 'Task cancelled: {title}'),
  'note.delegated': label('请代理至 {until}', '請代理至 {until}', 'You stand in until {until}'),
  'note.delegationEnded': label('委托代理已结束', '委託代理已結束', 'The delegation has ended'),
  'note.interpretationAsked': label('有人询问 {article}', '有人詢問 {article}', 'A question about {article}'),
  'note.interpretationAnswered': label(
    '{article} 的询问已解释',
    '{article} 的詢問已解釋',
    'Your question about {article} was answered',
  ),
} satisfies Record<string, Label>;
