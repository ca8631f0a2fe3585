import { contact, customerAddress, customerTag } from '@kehu/domain/customers/contact';
import { organisationProfile, personProfile } from '@kehu/domain/customers/profiles';
import type { Batch, NewRow } from './batch.js';
import { at, dateText, instantText } from './calendar.js';
import type { DemoCustomer } from './customer-plan.js';
import { type CustomerFacts, mailOf } from './customer-rows.js';
import { romanised } from './identifiers.js';
import { personName } from './names.js';
import { estates, streets } from './places.js';
import { Random } from './random.js';

const occupations =
  '教师 工程师 医生 个体经营 公务员 会计 护士 设计师 销售 退休 程序员 律师 司机 自由职业 企业管理 厨师'.split(
    ' ',
  );
const preferences = ['原木风', '现代简约', '新中式', '轻奢', '北欧', '奶油风', '侘寂风'];
const habits = [
  '先到店体验再决定，比较两三次后下单',
  '看重环保等级，愿意为实木多付',
  '促销季集中购买',
  '多为整屋配套',
  '小件随手买，频次高',
  '要求送货安装一次完成',
];
const positions: readonly (readonly [string, 'DECIDER' | 'INFLUENCER' | 'USER' | 'FINANCE' | 'TECHNICAL'])[] =
  [
    ['采购经理', 'DECIDER'],
    ['总经理', 'DECIDER'],
    ['行政主管', 'INFLUENCER'],
    ['工程经理', 'TECHNICAL'],
    ['财务主管', 'FINANCE'],
    ['项目经理', 'USER'],
    ['门店负责人', 'USER'],
  ];
const consumerTags = [
  '会员',
  '装修中',
  '老客户',
  '关注环保',
  '价格敏感',
  '全屋定制意向',
  '有儿童',
  '节日回访',
];
const businessTags = [
  '战略合作',
  '大宗订单',
  '招投标',
  '月结',
  '需随货检测报告',
  '样板间',
  '新开门店',
  '重点维护',
];

/** Profiles, contacts, addresses and tags of the customers. */
export function customerParts(customers: readonly DemoCustomer[], facts: CustomerFacts): Batch[] {
  const random = new Random(`${facts.seed} customer parts`);
  const persons: NewRow<typeof personProfile>[] = [];
  const organisations: NewRow<typeof organisationProfile>[] = [];
  const contacts: NewRow<typeof contact>[] = [];
  const addresses: NewRow<typeof customerAddress>[] = [];
  const tags: NewRow<typeof customerTag>[] = [];
  for (const [place, one] of customers.entries()) {
    const createdAt = instantText(at(one.opened, 9, place % 60));
    const own = { customerId: one.id, createdAt };
    if (one.person)
      persons.push({ id: facts.nextId(), ...own, ...personOf(one.person, random, facts, place) });
    if (one.company) {
      organisations.push({ id: facts.nextId(), ...own, ...organisationOf(one, one.company, random, facts) });
      for (const row of contactsOf(one, one.company, random, facts)) {
        contacts.push({ id: facts.nextId(), ...own, ...row });
      }
    }
    for (const row of addressesOf(one, random)) addresses.push({ id: facts.nextId(), ...own, ...row });
    const shelf = one.type === 'CONSUMER' ? consumerTags : businessTags;
    const many = random.weighted([
      [0, 45],
      [1, 30],
      [2, 18],
      [3, 7],
    ]);
    for (const tag of random.some(shelf, many)) tags.push({ id: facts.nextId(), ...own, tag });
  }
  return [
    { kind: personProfile, rows: persons },
    { kind: organisationProfile, rows: organisations },
    { kind: contact, rows: contacts },
    { kind: customerAddress, rows: addresses },
    { kind: customerTag, rows: tags },
  ];
}

function personOf(
  person: NonNullable<DemoCustomer['person']>,
  random: Random,
  { identifiers }: CustomerFacts,
  place: number,
): Partial<NewRow<typeof personProfile>> {
  const withId = random.chance(0.4);
  return {
    gender: person.gender,
    birthDate: withId || random.chance(0.35) ? person.birthDate : null,
    idType: withId ? 'RESIDENT_ID' : null,
    idNo: withId ? identifiers.residentId(person.birthDate, person.gender) : null,
    phoneAlt: random.chance(0.12) ? identifiers.mobile(random) : null,
    wechat: random.chance(0.55) ? `wx_${romanised(person.given)}${random.whole(10, 9999)}` : null,
    email: random.chance(0.25) ? mailOf(person.name, null, place) : null,
    occupation: random.chance(0.6) ? random.pick(occupations) : null,
    preferences: random.chance(0.5) ? random.some(preferences, random.whole(1, 2)).join('、') : null,
    consumptionFeatures: random.chance(0.35) ? random.pick(habits) : null,
  };
}

function organisationOf(
  one: DemoCustomer,
  company: NonNullable<DemoCustomer['company']>,
  random: Random,
  { identifiers }: CustomerFacts,
): Partial<NewRow<typeof organisationProfile>> {
  const size = company.large ? random.whole(200, 2600) : random.whole(6, 160);
  const sales = size * random.whole(28, 75) * 10_000;
  const gender = random.chance(0.3) ? 'FEMALE' : 'MALE';
  const wantsCredit = one.type !== 'FRANCHISEE' && random.chance(0.6);
  return {
    legalName: company.legalName,
    uscc: identifiers.uscc(),
    legalRepresentative: personName(random, gender, random.whole(1962, 1990)).name,
    registeredCapital: (
      random.pick(company.large ? [1000, 3000, 5000, 10_000] : [50, 100, 200, 500]) * 10_000
    ).toFixed(2),
    foundedOn: dateText(one.opened - random.whole(200, 6500)),
    legalForm: company.legalForm,
    industry: company.trade.industry,
    fax: random.chance(0.25) ? identifiers.landline(random, one.city.areaCode) : null,
    firstDealOn: one.prospect ? null : dateText(one.opened + random.whole(0, 40)),
    headcount: size,
    annualSales: sales.toFixed(2),
    serviceArea: `${one.city.province}及周边`,
    salesCapacity: random.pick([
      '有自有门店和仓库',
      '以工程渠道为主',
      '线上线下兼营',
      '区域内前三',
      '起步阶段',
    ]),
    potential: random.pick(['有扩张计划，潜力较大', '规模稳定', '受季节影响明显', '同业竞争激烈，增长有限']),
    businessPhilosophy: random.pick(['稳健经营', '重服务口碑', '以价换量', '品质优先']),
    salesRecord: random.chance(0.5) ? `近三年销售额年均增长约${random.whole(2, 18)}%` : null,
    reputation: random.pick(['良好', '良好', '较好', '一般']),
    creditStatus: wantsCredit
      ? random.pick(['无逾期记录', '无逾期记录', '有一次短期逾期，已结清', '额度使用率较高'])
      : null,
    creditLimit: wantsCredit ? (Math.round((sales * 0.04) / 10_000) * 10_000).toFixed(2) : null,
    paymentTerms: random.pick(['款到发货', '月结30天', '月结60天', '预付30%，验收后付清']),
  };
}

function contactsOf(
  one: DemoCustomer,
  company: NonNullable<DemoCustomer['company']>,
  random: Random,
  { identifiers }: CustomerFacts,
): Partial<NewRow<typeof contact>>[] {
  const count = company.large ? random.whole(2, 4) : random.whole(1, 2);
  return random.some(positions, count).map(([position, decisionRole], place) => {
    const gender = random.chance(0.45) ? 'FEMALE' : 'MALE';
    const year = random.whole(1970, 1999);
    const { name } = personName(random, gender, year);
    return {
      name,
      position,
      decisionRole,
      phone: identifiers.mobile(random),
      email: random.chance(0.6) ? mailOf(name, company, place) : null,
      birthday: random.chance(0.2) ? `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}` : null,
      isPrimary: place === 0,
      validTo: place > 0 && random.chance(0.08) ? dateText(one.opened + random.whole(100, 700)) : null,
    };
  });
}

function addressesOf(one: DemoCustomer, random: Random): Partial<NewRow<typeof customerAddress>>[] {
  const { province, city, postcode, districts } = one.city;
  const place = { country: '中国', province, city, postcode };
  const street = (): string => `${random.pick(streets)}${random.whole(1, 988)}号`;
  const home = (): string =>
    `${street()}${random.pick(estates)}${random.whole(1, 28)}幢${random.whole(1, 3)}单元${random.whole(1, 26)}0${random.whole(1, 4)}室`;
  if (one.person) {
    const rows = [{ ...place, purpose: 'HOME' as const, district: random.pick(districts), street: home() }];
    if (!random.chance(0.18)) return rows;
    return [
      ...rows,
      { ...place, purpose: 'DELIVERY' as const, district: random.pick(districts), street: home() },
    ];
  }
  const district = random.pick(districts);
  const seat = `${street()}${random.pick(['A座', 'B座', '科创大厦', '商务中心', '产业园'])}${random.whole(2, 22)}层`;
  const rows = [
    { ...place, purpose: 'REGISTERED' as const, district, street: seat },
    { ...place, purpose: 'BUSINESS' as const, district, street: seat },
  ];
  if (!random.chance(0.6)) return rows;
  const yard = `${street()}${random.pick(['1号库', '2号库', '项目现场', '卖场后门', '收货区'])}`;
  return [
    ...rows,
    { ...place, purpose: 'DELIVERY' as const, district: random.pick(districts), street: yard },
  ];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
