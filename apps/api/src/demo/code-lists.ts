import type { codeListEntry } from '@kehu/domain/administration/settings';
import type { NewRow } from './batch.js';

/** List, then its entries as `code|traditional|English`; the code is the text that records carry. */
const lists: Readonly<Record<string, readonly string[]>> = {
  segment: [
    '家庭消费|家庭消費|Households',
    '小微企业|小微企業|Small businesses',
    '中型企业|中型企業|Medium enterprises',
    '大型企业|大型企業|Large enterprises',
    '渠道伙伴|通路夥伴|Channel partners',
  ],
  acquiredVia: [
    '门店到访|門市到訪|Store visit',
    '老客户介绍|舊客介紹|Referral',
    '线上商城|線上商城|Web shop',
    '展会|展覽|Trade fair',
    '电话咨询|電話諮詢|Phone',
    '小区推广|社區推廣|Neighbourhood campaign',
    '客户经理拓展|客戶經理開發|Account manager',
  ],
  shippingMode: [
    '门店自提|門市自取|Pick-up',
    '标准配送|標準配送|Standard',
    '加急配送|急件配送|Express',
    '送货安装|送貨安裝|Delivery with assembly',
    '整车直达|整車直達|Full truck',
  ],
  industry: [
    '住宿业|住宿業|Hotels',
    '房地产业|不動產業|Real estate',
    '教育|教育|Education',
    '卫生|醫療|Health',
    '餐饮业|餐飲業|Restaurants',
    '商务服务业|商務服務業|Business services',
    '社会工作|社會工作|Social work',
    '零售业|零售業|Retail',
    '批发业|批發業|Wholesale',
    '通用设备制造业|通用設備製造業|Machinery',
    '化学制品制造业|化學製品製造業|Chemicals',
    '电子设备制造业|電子設備製造業|Electronics',
    '食品制造业|食品製造業|Food',
    '造纸和纸制品业|造紙和紙製品業|Paper',
    '纺织业|紡織業|Textiles',
    '道路运输业|道路運輸業|Road transport',
    '农业|農業|Agriculture',
    '生态保护和环境治理业|生態保護和環境治理業|Environment',
    '木材加工业|木材加工業|Timber',
  ],
};

/** The organisation's own code lists. */
export function codeLists(nextId: () => string): NewRow<typeof codeListEntry>[] {
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.map((entry, place) => {
      const [code = '', hant = '', en = ''] = entry.split('|');
      return {
        id: nextId(),
        list,
        code,
        labelHans: code,
        labelHant: hant,
        labelEn: en,
        position: (place + 1) * 10,
        active: true,
      };
    }),
  );
}
