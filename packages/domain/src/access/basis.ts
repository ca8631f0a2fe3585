import { type Label, type Language, label } from '../catalogue/labels.js';
import { matrixLabels } from './subjects.js';

/** Sources of rules other than the articles of the regulations (`R4.9`), which are named by their number. */
const known: Readonly<Record<string, Label>> = {
  product: label('产品规定', '產品規定', 'Rule of the product'),
  practice: label('企业通行做法', '企業通行做法', 'Common practice of companies'),
  B1: label('岗位职责', '職位職責', 'Duties of the post'),
  B3: matrixLabels.B3,
  B4: matrixLabels.B4,
  B5: matrixLabels.B5,
  B6: matrixLabels.B6,
  B7: label('职责分离', '職責分離', 'Separation of duties'),
  C2: label('客户档案', '客戶檔案', 'The customer file'),
  D1: label('投诉流程', '投訴流程', 'The complaint workflow'),
  D5: label('订单流程', '訂單流程', 'The order workflow'),
};

const remarks: Readonly<Record<string, Label>> = {
  EARLY: label('前期', '前期', 'early phase'),
  opinion: label('出具意见', '出具意見', 'opinion'),
};

/**
 * Where a permission or a rule comes from, in words: `B4 (EARLY)` → 投诉（前期）, `R4.14` → 制度4第14条. What
 * is not known stays as it is.
 */
export function basisLabel(basis: string): Label {
  const parts = basis.split(', ').map(partLabel);
  const join = (language: Language, by: string): string => parts.map((part) => part[language]).join(by);
  return label(join('zh-Hans', '、'), join('zh-Hant', '、'), join('en', ', '));
}

function partLabel(part: string): Label {
  const article = /^R(\d)\.(\d+)$/.exec(part);
  if (article) {
    const [, regulation, number] = article;
    return label(
      `制度${regulation}第${number}条`,
      `制度${regulation}第${number}條`,
      `Regulation ${regulation}, article ${number}`,
    );
  }
  const [, source = part, remark] = /^([A-Za-z]+\d?)[^(]*(?:\((\w+)\))?$/.exec(part) ?? [];
  const found = Object.hasOwn(known, source) ? known[source] : undefined;
  if (!found) return label(part, part, part);
  const more = remark && Object.hasOwn(remarks, remark) ? remarks[remark] : undefined;
  if (!more) return found;
  return label(
    `${found['zh-Hans']}（${more['zh-Hans']}）`,
    `${found['zh-Hant']}（${more['zh-Hant']}）`,
    `${found.en} (${more.en})`,
  );
}

/** How much of a row is seen, in words. */
export const disclosureLabels: Readonly<Record<'PLAIN' | 'MASKED' | 'DEIDENTIFIED', Label>> = {
  PLAIN: label('完整显示', '完整顯示', 'In full'),
  MASKED: label('号码脱敏', '號碼遮罩', 'Identifiers masked'),
  DEIDENTIFIED: label('姓名与号码均脱敏', '姓名與號碼均遮罩', 'Names and identifiers masked'),
};
