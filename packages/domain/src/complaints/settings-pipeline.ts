import { label } from '../catalogue/labels.js';
import type { SettingDefault } from './setting.js';

const product = 'product default';

/** Rules of the pipeline that an organisation may set otherwise. */
export const pipelineSettings = {
  'situation.B_CONTRACT': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R4.8',
    label: label('合同纠纷情形', '合約糾紛情形', 'Situation B, contract disputes'),
    article: 'R4.8',
    about: label(
      '合同纠纷由客服拟意见，直接报总经理裁决',
      '合約糾紛由客服擬意見，直接報總經理裁決',
      'Contract disputes go from customer service straight to the general manager',
    ),
  },
  'situation.C_DISPATCH': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R4.8',
    label: label('发货手续情形', '出貨手續情形', 'Situation C, dispatch formalities'),
    article: 'R4.8',
    about: label(
      '只是发货手续的，由客服交营运或物流办理，不作调查',
      '只是出貨手續的，由客服交營運或物流辦理，不作調查',
      'Mere dispatch formalities go to operations or logistics without an investigation',
    ),
  },
  'procedure.SIMPLE': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'R1.5',
    label: label('简易程序', '簡易程序', 'Simple procedure'),
    article: 'R1.5',
    oneForAll: true,
    about: label(
      '简易案件只走登记、裁定、答复、结案；关闭后一律走标准程序',
      '簡易案件只走登記、裁定、答覆、結案；關閉後一律走標準程序',
      'Light cases take only registration, ruling, reply and closing; off: all take the standard procedure',
    ),
  },
  'procedure.simpleLimit': {
    unit: 'MONEY',
    value: '200.00',
    basis: product,
    label: label('当场解决的赔偿限额', '當場解決的賠償限額', "Store's limit for settling on the spot"),
    article: 'R1.5',
    oneForAll: true,
    about: label(
      '门店当场解决时，补偿不得超过此数；另为店长设有审批限额的，以审批限额为准',
      '門市當場解決時，補償不得超過此數；另為店長設有核准限額的，以核准限額為準',
      'What a store may give when it settles on the spot; an approval limit of the store supervisor goes before it',
    ),
  },
  'procedure.simpleSample': {
    unit: 'COUNT',
    value: '10',
    basis: product,
    label: label(
      '简易程序抽查比例（每百件）',
      '簡易程序抽查比例（每百件）',
      'Simple cases sampled (of a hundred)',
    ),
    article: 'R1.5',
    oneForAll: true,
    about: label(
      '每百件简易案件，行政人事部抽查这么多件',
      '每百件簡易案件，行政人事部抽查這麼多件',
      'Of a hundred simple cases HR samples so many',
    ),
  },
  'ruling.by': {
    unit: 'CHOICE',
    value: 'STORE_SUP',
    choices: {
      STORE_SUP: label('店长', '店長', 'Store supervisor'),
      AREA_MANAGER: label('区域督导', '區域督導', 'Area manager'),
    },
    basis: 'R4.7',
    label: label('裁定受理的上级主管', '裁定受理的上級主管', 'Who rules on acceptance'),
    article: 'R4.7',
    about: label(
      '由谁裁定是否受理；其不在时自动上升一级',
      '由誰裁定是否受理；其不在時自動上升一級',
      'Who rules on acceptance; where that person is away it goes up a level by itself',
    ),
  },
  'ruling.overrideDays': {
    unit: 'DAYS',
    value: '7',
    basis: 'D1.2',
    label: label('改裁期限（天）', '改裁期限（天）', 'Days to override a refusal'),
    article: 'R4.5',
    about: label(
      '裁定不受理后这么多天内，客服或总经理可改裁为受理',
      '裁定不受理後這麼多天內，客服或總經理可改裁為受理',
      'Within so many days a refusal may be overturned',
    ),
  },
  'assign.mostRefusals': {
    unit: 'COUNT',
    value: '1',
    basis: 'D1.2',
    label: label('最多退派次数', '最多退派次數', 'How often an assignment may be refused'),
    article: 'R4.9',
    about: label(
      '受理部门最多可退派这么多次，此后以行政人事部的指定为准',
      '受理部門最多可退派這麼多次，此後以行政人事部的指定為準',
      'A department may send a case back so often; then the assignment is final',
    ),
  },
  'gm.batchReview': {
    unit: 'SWITCH',
    value: 'off',
    basis: 'F11',
    label: label('限额以下不逐件报总经理', '限額以下不逐件報總經理', 'Small cases skip the general manager'),
    article: 'R4.12',
    about: label(
      '限额以下的案件由行政人事部签署即可，总经理每周看清单',
      '限額以下的案件由行政人事部簽署即可，總經理每週看清單',
      'Small cases end with the opinion of HR; the general manager sees a weekly list',
    ),
  },
  'gm.batchAmount': {
    unit: 'MONEY',
    value: '500.00',
    basis: 'F11',
    label: label('不逐件报总经理的限额', '不逐件報總經理的限額', 'Up to which amount they skip him'),
    article: 'R4.12',
    about: label(
      '要求金额不超过此数的案件，可不逐件报总经理',
      '要求金額不超過此數的案件，可不逐件報總經理',
      'Up to which amount a case may skip the general manager',
    ),
  },
  'reply.rejectionsToGm': {
    unit: 'COUNT',
    value: '2',
    basis: 'D1.2',
    label: label(
      '客户拒绝几次后报总经理',
      '客戶拒絕幾次後報總經理',
      'Rejections after which the general manager decides',
    ),
    article: 'R4.14',
    about: label(
      '客户第几次不接受答复时，报总经理或按争议结案',
      '客戶第幾次不接受答覆時，報總經理或按爭議結案',
      'At which rejection the general manager decides, or the case closes as disputed',
    ),
  },
  'reopen.days': {
    unit: 'DAYS',
    value: '30',
    basis: 'D1.2',
    label: label('可重新立案的天数', '可重新立案的天數', 'Days in which a case may be reopened'),
    article: 'R4.26',
    about: label(
      '结案后这么多天内可重新立案',
      '結案後這麼多天內可重新立案',
      'Within so many days of closing a case may be reopened',
    ),
  },
  'withdraw.afterAssignment': {
    unit: 'SWITCH',
    value: 'off',
    basis: 'D1.2',
    label: label('指派后客户可撤回', '指派後客戶可撤回', 'Withdrawal after the assignment'),
    article: 'R4.2',
    about: label(
      '指派受理部门之后，客户仍可撤回投诉',
      '指派受理部門之後，客戶仍可撤回投訴',
      'Whether a complaint may be withdrawn after the assignment',
    ),
  },
  'complained.reads': {
    unit: 'SWITCH',
    value: 'on',
    basis: 'practice',
    label: label(
      '被投诉人可阅读（隐去投诉人）',
      '被投訴人可閱讀（隱去投訴人）',
      'The person complained about may read (without the complainant)',
    ),
    article: 'R4.4',
    about: label(
      '被投诉人在答复之前也能看办理过程，但看不到投诉人是谁',
      '被投訴人在答覆之前也能看辦理過程，但看不到投訴人是誰',
      'Whoever is complained about may read the course of the case, never who complained',
    ),
  },
  'prevention.checkDays': {
    unit: 'DAYS',
    value: '90',
    basis: product,
    label: label(
      '预防措施完成后多少天检查效果',
      '預防措施完成後多少天檢查效果',
      'Days after which a measure is checked',
    ),
    article: 'R4.4',
    about: label(
      '预防措施完成这么多天后，由人判断是否有效',
      '預防措施完成這麼多天後，由人判斷是否有效',
      'So many days after a measure was done somebody decides whether it helped',
    ),
  },
  'recurrence.days': {
    unit: 'DAYS',
    value: '90',
    basis: 'R4.1',
    label: label(
      '再次发生与相似案件的天数',
      '再次發生與相似案件的天數',
      'Days that count as recurrence or as similar',
    ),
    article: 'R4.1',
    oneForAll: true,
    about: label(
      '同一产品、同一类别在这么多天内再有投诉，列为类似案件并计为再次发生',
      '同一產品、同一類別在這麼多天內再有投訴，列為類似案件並計為再次發生',
      'The same product and category within so many days count as similar and as recurrence',
    ),
  },
  'severe.lossAmount': {
    unit: 'MONEY',
    value: '10000.00',
    basis: 'D1.3',
    label: label(
      '建议定为严重的损失金额',
      '建議定為嚴重的損失金額',
      'Loss above which a case is suggested as severe',
    ),
    article: 'R1.5',
    oneForAll: true,
    about: label(
      '要求金额达到此数，登记时建议定为“严重”',
      '要求金額達到此數，登記時建議定為「嚴重」',
      'From this amount on a case is suggested as severe',
    ),
  },
} as const satisfies Record<string, SettingDefault>;
