import { label } from '../catalogue/labels.js';

/** What the system finds when it looks an order through before the review (D5), in words. */
export const reviewFindings = {
  fine: label('未发现问题', '未發現問題', 'Nothing stands against it'),
  notSold: label('已停售：{names}', '已停售：{names}', 'No longer sold: {names}'),
  noLines: label('没有明细', '沒有明細', 'No lines'),
  noQuantity: label('数量无效的行：{lines}', '數量無效的行：{lines}', 'Lines without a quantity: {lines}'),
  otherUnit: label(
    '单位与产品不同的行：{lines}',
    '單位與產品不同的行：{lines}',
    "Lines in another unit than the product's: {lines}",
  ),
  noSpec: label(
    '未写规格的行：{lines}，请核对',
    '未寫規格的行：{lines}，請核對',
    'Lines without a specification: {lines}; look at them',
  ),
  otherPrice: label(
    '与合同价或标价不符的行：{lines}',
    '與合約價或標價不符的行：{lines}',
    'Lines off the contract price or below the list price: {lines}',
  ),
  noPrice: label(
    '没有合同价和标价可比的行：{lines}',
    '沒有合約價和標價可比的行：{lines}',
    'Lines with neither contract nor list price: {lines}',
  ),
  noDate: label('未要求交期', '未要求交期', 'No date is required'),
  datePast: label('要求交期已过', '要求交期已過', 'The required date has passed'),
  promisedLater: label(
    '承诺交期晚于要求交期',
    '承諾交期晚於要求交期',
    'Promised later than the customer requires',
  ),
  stockShort: label('库存不足：{names}', '庫存不足：{names}', 'Not enough in stock: {names}'),
  stockUnknown: label('未管理库存：{names}', '未管理庫存：{names}', 'No stock is kept of: {names}'),
  noLimit: label('未设信用额度', '未設信用額度', 'No credit limit is set'),
  withinLimit: label('在信用额度内', '在信用額度內', 'Within the credit limit'),
  overLimit: label('超出信用额度', '超出信用額度', 'Over the credit limit'),
  limitFigures: label(
    '已用 {used}，本单 {own}，额度 {limit}',
    '已用 {used}，本單 {own}，額度 {limit}',
    'Used {used}, this order {own}, limit {limit}',
  ),
} as const;
export type ReviewFindingKey = keyof typeof reviewFindings;
