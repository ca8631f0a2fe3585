import { product } from '@kehu/domain/key-accounts/order';
import type { Batch, NewRow } from './batch.js';

/** A product with what the demo's orders need of it; money in hundredths of a yuan. */
export interface DemoProduct {
  readonly id: string;
  readonly price: number;
  /** Share of the price that it costs. */
  readonly costShare: number;
  readonly category: string;
  /** How often people buy it, compared with others. */
  readonly demand: number;
  /** Bought by the piece, or by the dozen when a hotel furnishes its rooms. */
  readonly bulk: boolean;
}

/** Category, subcategory, unit, cost share, demand, then `name price` pairs in yuan. */
const shelves: readonly (readonly [string, string, string, number, number, string])[] = [
  [
    '客厅家具',
    '沙发',
    '套',
    0.58,
    5,
    '云栖三人布艺沙发 4299|栖木转角沙发 6899|小户型双人沙发 2599|头层牛皮沙发 9999',
  ],
  ['客厅家具', '茶几', '张', 0.55, 4, '岩板茶几 1299|榆木茶几 1580|折叠边几 399'],
  ['客厅家具', '电视柜', '组', 0.56, 3, '悬浮电视柜 1899|胡桃木电视柜 2380'],
  [
    '卧室家具',
    '床',
    '张',
    0.57,
    5,
    '白橡木双人床1.8米 3699|软包床1.5米 2899|儿童床1.2米 2199|榻榻米床箱 2999',
  ],
  ['卧室家具', '床垫', '张', 0.48, 6, '独立袋装弹簧床垫 2199|乳胶床垫 3280|椰棕床垫 1399|酒店款床垫 1680'],
  ['卧室家具', '衣柜', '组', 0.6, 4, '推拉门衣柜2米 3599|开放式衣帽架 459|五门衣柜 4299'],
  ['卧室家具', '床头柜', '个', 0.52, 4, '白橡木床头柜 459|智能床头柜 699'],
  ['餐厅家具', '餐桌', '张', 0.57, 4, '岩板餐桌1.4米 2399|白橡木餐桌1.6米 2980|伸缩圆桌 3199'],
  ['餐厅家具', '餐椅', '把', 0.5, 6, '温莎椅 399|软垫餐椅 329|藤编餐椅 459'],
  ['餐厅家具', '餐边柜', '组', 0.58, 2, '玻璃门餐边柜 2199|岩板餐边柜 2680'],
  ['书房与办公', '书桌', '张', 0.55, 4, '升降书桌1.4米 1899|实木书桌1.2米 1299|职员桌1.4米 899'],
  ['书房与办公', '办公椅', '把', 0.53, 6, '人体工学椅 1199|网布职员椅 459|会议椅 369|真皮大班椅 2599'],
  ['书房与办公', '书柜', '组', 0.56, 3, '带门书柜 1680|文件柜 799'],
  ['灯具照明', '吊灯', '盏', 0.5, 3, '原木餐吊灯 599|亚麻吊灯 459'],
  ['灯具照明', '台灯与落地灯', '盏', 0.48, 4, '护眼台灯 299|三脚落地灯 499|床头壁灯 239'],
  ['软装布艺', '窗帘', '幅', 0.45, 4, '棉麻遮光窗帘 329|百叶帘 259'],
  ['软装布艺', '地毯', '张', 0.47, 3, '羊毛地毯2×3米 1299|水洗棉地毯 399'],
  ['软装布艺', '床品', '套', 0.46, 5, '长绒棉四件套 499|酒店款白床品 369|天丝夏被 429'],
  ['厨卫收纳', '橱柜', '延米', 0.62, 2, '整体橱柜 2180'],
  ['厨卫收纳', '浴室柜', '套', 0.59, 2, '岩板浴室柜0.8米 1799|实木浴室柜1米 2399'],
  ['厨卫收纳', '收纳', '个', 0.44, 5, '藤编收纳篮 89|可移动置物架 199|鞋柜 899'],
  ['儿童与户外', '儿童家具', '件', 0.54, 3, '儿童学习桌 1399|儿童成长椅 599'],
  ['儿童与户外', '户外', '件', 0.52, 2, '户外休闲椅 499|庭院桌椅套装 2899'],
];

const suppliers = [
  '佛山朴舟家具制造有限公司',
  '赣州沐桐木业有限公司',
  '安吉澜序椅业有限公司',
  '海宁栩白家纺有限公司',
  '中山霁图照明有限公司',
];

const bulkWords = /酒店款|职员|会议|文件柜|餐椅|网布|床头壁灯|百叶帘/;

/** About sixty products of a furniture company, with numbers, prices and what is no longer sold. */
export function demoProducts(nextId: () => string): { batch: Batch; products: readonly DemoProduct[] } {
  const rows: NewRow<typeof product>[] = [];
  const products: DemoProduct[] = [];
  for (const [shelf, [category, subcategory, unit, costShare, demand, goods]] of shelves.entries()) {
    for (const [place, entry] of goods.split('|').entries()) {
      const split = entry.lastIndexOf(' ');
      const name = entry.slice(0, split);
      const price = Number(entry.slice(split + 1)) * 100;
      const id = nextId();
      rows.push({
        id,
        productNo: `LX-${String(shelf + 11)}${String(place + 1).padStart(2, '0')}`,
        name,
        category,
        subcategory,
        supplier: suppliers[(shelf + place) % suppliers.length] ?? null,
        unit,
        listPrice: (price / 100).toFixed(4),
        active: !/大班椅|榻榻米/.test(name),
      });
      // Within a shelf the first sells best.
      products.push({
        id,
        price,
        costShare,
        category,
        demand: demand / (place + 1),
        bulk: bulkWords.test(name),
      });
    }
  }
  return { batch: { kind: product, rows }, products };
}
