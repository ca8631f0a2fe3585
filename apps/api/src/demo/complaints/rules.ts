import type { RecordRow } from '../../records/encode.js';
import { at, dateText, instantText, localDay } from '../calendar.js';
import type { DemoHouse } from '../house.js';
import { casePeople } from './people.js';

/** What the company decided about its complaints: procedures, limits, rules of sale, settings, the regulation. */
export function complaintRules(
  house: DemoHouse,
  until: number,
  nextId: () => string,
): ReadonlyMap<string, readonly RecordRow[]> {
  const { hr } = casePeople(house);
  const begun = localDay(until) - 740;
  const changed = localDay(until) - 200;
  const from = { effectiveFrom: dateText(begun), byId: hr.id, createdAt: instantText(at(begun, 9)) };
  const id = () => ({ id: nextId() });
  const procedures = [
    {
      category: 'SERVICE_ATTITUDE',
      severity: 'GENERAL',
      procedure: 'SIMPLE',
      note: '服务类一般投诉走简易程序',
    },
    {
      category: 'PRICE_BILLING',
      severity: 'GENERAL',
      procedure: 'SIMPLE',
      note: '价格结算类一般投诉走简易程序',
    },
    { category: null, severity: 'GENERAL', procedure: 'STANDARD', note: null },
    { category: null, severity: 'MAJOR', procedure: 'STANDARD', note: null },
    { category: null, severity: 'SEVERE', procedure: 'SEVERE', note: null },
  ] as const;
  const limits = [
    ['STORE_SUP', '200.00'],
    ['AREA_MANAGER', '500.00'],
    ['HANDLER_SUP', '2000.00'],
    ['DEPT_HEAD', '3000.00'],
    ['GM', '100000.00'],
  ] as const;
  const rules = [
    ['XS-01', '折价处理规定', '轻微瑕疵不影响使用的，按售价的百分之五至十五折价。'],
    ['XS-02', '退换货规定', '签收七日内质量问题可退换，往返运费由我方承担。'],
    ['XS-03', '赔偿规定', '造成损失的，凭票据据实赔偿；超过限额报总经理。'],
  ] as const;
  const versions = [
    { ...id(), regulation: 'R4', code: 'R4-2024', note: '首版', ...from },
    { ...id(), regulation: 'R1', code: 'R1-2024', note: '首版', ...from },
  ];
  const lost = { policyVersionId: versions[0]?.id ?? '', createdAt: from.createdAt };
  return new Map<string, readonly RecordRow[]>([
    ['HandlingProcedure', procedures.map((row) => ({ ...id(), procedureVersion: 1, ...row, ...from }))],
    [
      'ApprovalLimit',
      limits.map(([role, maxAmount]) => ({
        ...id(),
        role,
        type: null,
        maxAmount,
        effectiveFrom: from.effectiveFrom,
        createdAt: from.createdAt,
      })),
    ],
    [
      'SalesRule',
      rules.map(([code, name, text]) => ({
        ...id(),
        code,
        name,
        text,
        active: true,
        createdAt: from.createdAt,
      })),
    ],
    ['PolicyVersion', versions],
    [
      'PolicyArticle',
      [
        {
          ...id(),
          ...lost,
          article: 'R4.19',
          text: '（本公司补充）投诉造成损失的，由责任部门在结案后十日内提出损失分担意见，报总经理批准。',
        },
      ],
    ],
    [
      'PolicyInterpretation',
      [
        {
          ...id(),
          article: 'R4.26',
          question: '七天是工作日还是自然日？等待客户提供材料时是否停算？',
          answer: '按自然日计算，自公司任何人首次收到起 7×24 小时，不因等待而停；可另看净时限。',
          askedById: casePeople(house).service.id,
          askedAt: instantText(at(changed, 10)),
          answeredById: hr.id,
          answeredAt: instantText(at(changed + 1, 15)),
          createdAt: instantText(at(changed, 10)),
        },
      ],
    ],
    [
      'ComplaintSetting',
      [
        {
          ...id(),
          key: 'severe.lossAmount',
          severity: null,
          value: '20000.00',
          effectiveFrom: instantText(at(changed, 9)),
          byId: hr.id,
          reason: '按上年度平均损失调整',
          createdAt: instantText(at(changed, 9)),
        },
      ],
    ],
  ]);
}

/** Tasks that the general manager gave, so that posts without a part in the pipeline have something to do (R2.10). */
export function assignedTasks(house: DemoHouse, until: number, nextId: () => string): readonly RecordRow[] {
  const people = casePeople(house);
  const given: readonly (readonly [string, string, string])[] = [
    ['risk-mgr', '梳理经销商投诉中的信用风险', '近三个月有合同纠纷的经销商，逐户说明授信与欠款。'],
    ['credit-reviewer', '复核两户对公客户的投诉与授信', '结合投诉情况提出授信建议。'],
    ['analyst', '分析上季度质量投诉的地区分布', '按门店与产品列表，附原因。'],
    ['privacy-officer', '检查投诉附件中的个人信息', '抽查二十件，说明是否超范围收集。'],
    ['sys-admin', '核对投诉岗位的账号与角色', '人员变动后的授权是否收回。'],
    ['rm', '回访投诉的对公客户', '说明处理结果并了解满意情况。'],
    ['finance', '核对上月投诉赔偿凭证', '与系统登记逐笔核对。'],
    ['area-manager', '整改华东门店服务投诉', '提出三条可检查的措施。'],
    ['dept-head', '复盘大区合同纠纷', '统一返利口径。'],
    ['ops', '缩短交货类投诉处理时间', '目标四天内结案。'],
    ['risk-mgr', '核对合同纠纷案件的欠款余额', '与财务账逐户对齐，差异列明原因。'],
    ['credit-reviewer', '提出纠纷客户的授信调整意见', '先看逾期与投诉次数，再提意见。'],
    ['analyst', '统计各环节停留时间的变化', '与上季度相比，找出变慢的三个环节。'],
    ['privacy-officer', '检查完整号码的查看记录', '抽查理由是否与案件相符。'],
    ['sys-admin', '准备投诉数据的月度备份核验', '在备用机上恢复一次，记录用时。'],
    ['finance', '汇总本季度赔偿的科目与金额', '按类别、门店列表。'],
  ];
  return given.map(([login, title, detail], place) => {
    const assignedAt = until - (1 + place * 0.4) * 24 * 3_600_000;
    return {
      id: nextId(),
      title,
      detail,
      assignerId: people.gm.id,
      assigneeId: people.byLogin(login).id,
      assignedAt: instantText(assignedAt),
      dueAt: instantText(until + (2 + place) * 24 * 3_600_000),
      state: 'OPEN',
      undertaking: false,
      createdAt: instantText(assignedAt),
    };
  });
}
