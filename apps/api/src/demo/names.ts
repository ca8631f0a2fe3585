import type { Random } from './random.js';

/** Family names with their rough share; everything else about these people is invented. */
const familyNames: readonly (readonly [string, number])[] =
  '王70 李69 张65 刘52 陈45 杨31 黄22 赵20 吴20 周19 徐15 孙15 马13 朱13 胡12 郭11 何11 林11 高10 罗10 郑9 梁9 谢8 宋8 唐7 许7 韩7 冯7 邓7 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于5 杜5 叶5 程5 魏5 苏5 吕5 丁5 任4 卢4 姚4 沈4 钟4 姜4 崔4 谭4 陆4 汪4 范4 石4 廖4 贾4 夏4 韦3 方3 白3 邹3 孟3 熊3 秦3 邱3 江3 尹3 薛3 段3 雷3 侯3 龙3 史3 陶3 黎3 贺3 顾3 毛3 郝3 龚3 邵3 万3 钱3 严3 戴3 莫3 孔3 汤3 欧阳1 司徒1'
    .split(' ')
    .map((entry): [string, number] => {
      const share = /\d+$/.exec(entry)?.[0] ?? '1';
      return [entry.slice(0, -share.length), Number(share)];
    });

/** Given names by generation: what parents chose before 1975, before 1992, and since. */
const givenNames: Readonly<Record<'FEMALE' | 'MALE', readonly (readonly string[])[]>> = {
  FEMALE: [
    '秀英 桂兰 玉珍 淑华 丽华 秀兰 凤英 玉兰 建华 爱华 美玲 素梅 春燕 惠芳 月琴 红梅 秀珍 桂芳 玉梅 淑珍'.split(
      ' ',
    ),
    '丽 静 敏 艳 娟 霞 燕 玲 芳 娜 丹 倩 婷婷 晓燕 丽娟 海燕 雪梅 晓红 莉莉 文静 慧敏 亚男 春梅 晓琳 婧 颖'.split(
      ' ',
    ),
    '雨桐 欣怡 诗涵 梦瑶 佳怡 思远 雅婷 若彤 子涵 语嫣 可欣 静怡 思琪 梓萱 晨曦 安然 沐晴 一诺 清越 书瑶'.split(
      ' ',
    ),
  ],
  MALE: [
    '建国 志强 国强 建军 德胜 永福 国华 志明 建平 卫东 文斌 保国 金山 庆祥 长江 福生 志刚 国平 大勇 光明'.split(
      ' ',
    ),
    '伟 强 磊 军 勇 杰 涛 斌 鹏 超 波 亮 刚 俊杰 海涛 晓东 文博 志远 建宇 立群 振华 少华 启明 俊峰 向阳 林峰'.split(
      ' ',
    ),
    '浩然 子轩 宇航 嘉豪 俊熙 博文 天佑 子墨 奕辰 泽宇 明轩 思源 晨阳 致远 睿 昊天 一鸣 云帆 景行 亦凡'.split(
      ' ',
    ),
  ],
};

export interface PersonName {
  readonly name: string;
  readonly family: string;
  readonly given: string;
}

/** A person's name that fits sex and year of birth. */
export function personName(random: Random, gender: 'FEMALE' | 'MALE', birthYear: number): PersonName {
  const family = random.weighted(familyNames);
  const generation = birthYear < 1975 ? 0 : birthYear < 1992 ? 1 : 2;
  const list = givenNames[gender][generation] ?? [];
  let given = random.pick(list);
  // Every third name joins two of the lists' characters, so that they do not all come from one shelf.
  if (random.chance(0.33)) {
    const other = random.pick(list);
    given = `${[...given][0] ?? ''}${[...other].at(-1) ?? ''}`;
  }
  if (/^(.)\1$/u.test(given) && gender === 'MALE') given = given.slice(0, 1);
  return { name: family + given, family, given };
}

const brandFirst = [...'恒瑞嘉盛安和铭景锦云星禾岚屿砚澜翊珩栩朴砺沅浦霁'];
const brandSecond = [...'泽源信达宇晟悦辰川洲图朗乔沐桐野蔚霖棠笙白舟行序'];

export interface Trade {
  /** What stands in the company's name. */
  readonly word: string;
  /** The industry in the file. */
  readonly industry: string;
}

const trade = (word: string, industry: string): Trade => ({ word, industry });

/** Trades by type of customer. */
export const trades = {
  KEY_ACCOUNT: [
    trade('酒店管理', '住宿业'),
    trade('公寓管理', '住宿业'),
    trade('物业服务', '房地产业'),
    trade('置业', '房地产业'),
    trade('教育发展', '教育'),
    trade('医疗投资', '卫生'),
    trade('餐饮管理', '餐饮业'),
    trade('办公空间', '商务服务业'),
    trade('养老服务', '社会工作'),
    trade('连锁超市', '零售业'),
  ],
  DEALER: [
    trade('家居贸易', '批发业'),
    trade('家具', '零售业'),
    trade('商贸', '批发业'),
    trade('建材', '批发业'),
    trade('家居用品', '零售业'),
    trade('装饰材料', '批发业'),
  ],
  FRANCHISEE: [trade('家居生活馆', '零售业'), trade('家居', '零售业'), trade('美家', '零售业')],
  AGENT: [trade('贸易', '批发业'), trade('商务咨询', '商务服务业'), trade('供应链', '批发业')],
  CORPORATE: [
    trade('精密机械', '通用设备制造业'),
    trade('新材料', '化学制品制造业'),
    trade('电子科技', '电子设备制造业'),
    trade('食品', '食品制造业'),
    trade('包装', '造纸和纸制品业'),
    trade('纺织', '纺织业'),
    trade('物流', '道路运输业'),
    trade('农业发展', '农业'),
    trade('环保科技', '生态保护和环境治理业'),
    trade('木业', '木材加工业'),
  ],
} as const satisfies Record<string, readonly Trade[]>;

export interface CompanyName {
  readonly legalName: string;
  readonly shortName: string;
  readonly legalForm: string;
}

/** Names of companies, each given once. */
export class CompanyNames {
  readonly #given = new Set<string>();

  make(random: Random, city: string, word: string, large: boolean): CompanyName {
    for (;;) {
      const brand = random.pick(brandFirst) + random.pick(brandSecond);
      const form = large
        ? random.weighted([
            ['有限公司', 60],
            ['股份有限公司', 20],
            ['集团有限公司', 20],
          ])
        : random.weighted([
            ['有限公司', 85],
            ['有限责任公司', 15],
          ]);
      const legalName = `${city}${brand}${word}${form}`;
      if (this.#given.has(`${city}${brand}`)) continue;
      this.#given.add(`${city}${brand}`);
      const legalForm = form === '股份有限公司' ? '股份有限公司' : '有限责任公司';
      return { legalName, shortName: `${brand}${word}`, legalForm };
    }
  }
}
