import type { ComplaintCategory, DemandType } from '@kehu/domain/complaints/vocabularies';

/** What people complain about in a furniture company, by category: subject, words, and what they ask for. */
export interface Matter {
  readonly subject: string;
  readonly text: string;
  readonly cause: string;
  readonly demands: readonly DemandType[];
}

const matter = (subject: string, text: string, cause: string, ...demands: DemandType[]): Matter => ({
  subject,
  text,
  cause,
  demands,
});

export const matters: Readonly<Record<ComplaintCategory, readonly Matter[]>> = {
  QUALITY_DEFECT: [
    matter(
      '{product}使用不久开裂',
      '收货使用约三周，{product}的板面出现裂纹，并有掉漆。客户附了照片，要求处理。',
      '板材含水率超标，封边工艺不稳定',
      'EXCHANGE',
    ),
    matter(
      '{product}有刺鼻气味',
      '{product}到家后异味明显，通风一周仍未散去，家中有老人小孩，客户担心环保不达标。',
      '个别批次胶水用量偏多，出厂前静置时间不足',
      'RETURN',
      'REFUND',
    ),
    matter(
      '{product}五金件松动',
      '{product}的铰链和滑轨松动，抽屉关不严，客户自行紧固无效。',
      '五金供应商批次公差偏大',
      'REPAIR',
    ),
    matter(
      '{product}坐垫塌陷',
      '{product}使用一个月坐垫明显塌陷，与样品手感相差较大。',
      '海绵密度低于技术要求',
      'EXCHANGE',
      'DAMAGES',
    ),
  ],
  DELIVERY_DATE: [
    matter(
      '{product}逾期未送达',
      '合同约定的送货日期已过，{product}仍未送到，客服两次承诺的日期都没有兑现。',
      '产能排期冲突，未及时通知客户',
      'DAMAGES',
    ),
    matter(
      '{product}约好送货未到',
      '客户请假在家等候，{product}当天没有送到，司机电话无人接听。',
      '配送线路临时调整，未通知客户',
      'APOLOGY',
    ),
  ],
  SPEC_GRADE_QTY: [
    matter(
      '{product}颜色与订单不符',
      '订单为胡桃色，送来的{product}为原木色，客户拒绝签收。',
      '拣货时扫码漏检',
      'EXCHANGE',
    ),
    matter(
      '{product}少发配件',
      '{product}开箱缺少连接件与说明书，无法安装。',
      '装箱清单与实物未复核',
      'OTHER',
    ),
    matter(
      '{product}到货数量不足',
      '合同为二十件，实收十八件，客户要求补足。',
      '分批发货未在送货单注明',
      'OTHER',
    ),
  ],
  TOLERANCE: [
    matter(
      '{product}尺寸偏差过大',
      '{product}宽度比图纸大八毫米，无法放入预留位置，超出约定公差。',
      '开料设备校准滞后',
      'EXCHANGE',
      'PRICE_REDUCTION',
    ),
  ],
  TRANSPORT_DAMAGE: [
    matter(
      '{product}运输磕碰',
      '{product}送达时边角磕碰，外箱有明显压痕，签收单上已注明。',
      '装车未按要求隔垫，中转时受压',
      'EXCHANGE',
    ),
    matter(
      '{product}玻璃面破裂',
      '{product}的玻璃面在运输途中破裂，幸未伤人，客户要求尽快更换。',
      '易碎件未走专线',
      'EXCHANGE',
    ),
  ],
  PACKING_DAMAGE: [
    matter(
      '{product}包装受潮',
      '{product}外箱受潮变形，内部有霉点。',
      '仓库防潮垫不足，雨天卸货',
      'EXCHANGE',
      'PRICE_REDUCTION',
    ),
  ],
  OTHER_CONTRACT: [
    matter(
      '合同条款与结算不一致',
      '双方合同约定返利按季结算，本季结算单少计两项，经销商要求按合同更正。',
      '新旧返利政策衔接处理不一致',
      'OTHER',
    ),
    matter(
      '售价承诺未兑现',
      '门店口头承诺保价三十天，第二周降价后拒绝退差价，客户要求按承诺办理。',
      '促销口径未统一',
      'REFUND',
    ),
  ],
  SERVICE_ATTITUDE: [
    matter(
      '门店人员态度冷淡',
      '客户询问{product}时，导购态度不耐烦，称“不买就别问”，客户要求道歉。',
      '服务培训不到位',
      'APOLOGY',
    ),
    matter(
      '安装人员未按时上门',
      '安装人员迟到两小时且未提前告知，到场后态度生硬。',
      '排班过满，未及时告知客户',
      'APOLOGY',
    ),
    matter(
      '客服多次转接未解决',
      '客户就同一问题致电三次，每次都被转接，没有人给出明确答复。',
      '首问负责未落实',
      'APOLOGY',
      'CRITICISM_SUGGESTION',
    ),
  ],
  PRICE_BILLING: [
    matter(
      '发票金额与实付不符',
      '客户实付金额与发票相差三百元，要求重开发票。',
      '优惠分摊方式录入错误',
      'OTHER',
    ),
    matter(
      '优惠券未抵扣',
      '下单时承诺可用优惠券，结算时未抵扣，客户要求退回差额。',
      '活动规则说明不清',
      'REFUND',
    ),
  ],
  AFTER_SALES: [
    matter(
      '{product}报修无人跟进',
      '{product}报修已经十天，没有人联系客户，保修期内要求上门维修。',
      '工单未派发',
      'REPAIR',
    ),
    matter(
      '{product}维修后问题依旧',
      '{product}维修两次，同一位置仍然异响，客户要求换新。',
      '更换配件型号不符',
      'EXCHANGE',
    ),
  ],
  OTHER: [
    matter(
      '对门店停车指引的意见',
      '门店周边停车指引不清，客户绕行多次，建议设置指示牌，并要求答复。',
      '指引标识缺失',
      'CRITICISM_SUGGESTION',
      'OTHER',
    ),
  ],
};

export const severeMatters: readonly (Matter & {
  readonly category: ComplaintCategory;
  readonly reason: string;
})[] = [
  {
    category: 'QUALITY_DEFECT',
    reason: '人身伤害或安全',
    ...matter(
      '{product}断裂致客户受伤',
      '客户使用{product}时突然断裂摔倒，手臂擦伤，已就医，要求赔偿医药费并公开道歉。',
      '承重件焊接不良',
      'DAMAGES',
      'APOLOGY',
    ),
  },
  {
    category: 'AFTER_SALES',
    reason: '媒体或监管介入',
    ...matter(
      '12315 转来的群体投诉',
      '多名业主就同一批{product}的异味向市场监管部门投诉，并称将联系媒体。',
      '同批次胶水问题未及时召回',
      'RETURN',
      'DAMAGES',
    ),
  },
  {
    category: 'TRANSPORT_DAMAGE',
    reason: '人身伤害或安全',
    ...matter(
      '搬运砸伤客户家人',
      '送货人员搬运{product}时脱手，砸伤客户家属脚部，已送医院。',
      '两人搬运规定未执行',
      'DAMAGES',
      'APOLOGY',
    ),
  },
];

export const phrases = {
  assess: ['经核对订单与照片，投诉理由成立。', '现场查看属实，理由成立。', '客户提供的凭证齐全，理由成立。'],
  refuse: ['超出保修期，且为人为损坏，理由不成立。', '查无此交易，客户亦不能提供凭证。'],
  accept: ['属投诉办法范围，同意受理。', '理由成立，受理。', '同意受理，请尽快处理。'],
  instruct: ['请查明原因与责任，按期提交调查报告。', '请现场核实，三日内报结果。'],
  report: ['经现品检查与记录核对，情况属实，我方负有责任。', '检查实物并询问经办人，基本属实。'],
  hr: ['调查清楚，责任明确，拟同意，请总经理批阅。', '同意部门结论，建议落实防范措施。'],
  gm: ['同意。注意举一反三。', '同意，尽快答复客户。', '同意，防范措施限期落实。'],
  review: ['同意。', '同意，报告完整。'],
  back: ['责任分析不够具体，请补充。', '请补充现场照片与批次信息。'],
  opinion: ['按规定处理，并向客户致歉说明。', '依据行政人事部意见，落实如下处理方式。'],
  reply: [
    '您好，您反映的问题已查明，现按以下方案处理，并向您致歉。',
    '您好，经调查，问题属实。我们将按方案执行，感谢您的理解。',
  ],
  reject: ['客户认为补偿过低，不接受。', '客户坚持换新，不接受维修方案。'],
  measure: [
    '增加出厂前抽检比例，并记录批次',
    '装车隔垫纳入发货检查表',
    '客服工单超时自动提醒班长',
    '门店每周复盘服务案例',
    '促销口径统一发文并培训',
  ],
  track: ['已电话联系客户，说明进展，客户情绪平稳。', '客户催问结果，已解释处理时间。', '已上门探望并致歉。'],
} as const;
