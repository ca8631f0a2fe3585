import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Decimal } from 'decimal.js';
import type { Work } from '../../../commands/command.js';
import { badInput, type FieldProblem } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';

/** What a line of an order says; price, unit and tax are filled in from contract and product where left out. */
export const lineFields = [
  'product',
  'quantity',
  'unitPrice',
  'discount',
  'spec',
  'grade',
  'unit',
  'tolerance',
  'taxRate',
] as const;

/** Lines that one order holds at most. */
export const mostLines = 500;

/** Value-added tax that goods carry unless contract or line says otherwise. */
export const usualTaxRate = 0.13;

export interface PricedLines {
  readonly rows: readonly RecordRow[];
  readonly total: string;
  readonly tax: string;
}

interface ContractTerms {
  readonly contractId: string | null;
  readonly taxIncluded: boolean;
}

/**
 * Lines as they are stored: checked, priced (contract price, else list price, else as typed), with amount
 * and tax to four decimals. Throws BAD_USER_INPUT with every bad cell at once, at `lines.3.quantity`.
 */
export async function pricedLines(work: Work, given: unknown, terms: ContractTerms): Promise<PricedLines> {
  const list = Array.isArray(given) ? (given as Readonly<Record<string, unknown>>[]) : [];
  if (list.length === 0) throw badInput({ path: 'lines', message: 'input.required' });
  if (list.length > mostLines)
    throw badInput({ path: 'lines', message: 'input.tooManyLines', values: { max: mostLines } });
  const prices = await contractPrices(work, terms.contractId);
  const kind = kindNamed('OrderLine');
  const problems: FieldProblem[] = [];
  const rows: RecordRow[] = [];
  for (const [at, line] of list.entries()) {
    const path = `lines.${at}.`;
    const checked = checkFields(kind, line, { fields: lineFields, partial: true, path });
    problems.push(...checked.problems);
    const { row } = checked;
    const product = row.productId == null ? null : await work.peek('Product', String(row.productId));
    if (!product || !(await work.sees('Product', String(row.productId)))) {
      problems.push({ path: `${path}productId`, message: 'input.noSuchRecord' });
      continue;
    }
    if (row.quantity == null || new Decimal(String(row.quantity)).lte(0))
      problems.push({ path: `${path}quantity`, message: 'input.notPositive' });
    const agreed = prices.get(String(product.id));
    const price = row.unitPrice ?? agreed?.unitPrice ?? product.listPrice ?? null;
    if (price === null) {
      problems.push({ path: `${path}unitPrice`, message: 'input.required' });
      continue;
    }
    if (checked.problems.length > 0 || row.quantity == null) continue;
    rows.push(
      withAmounts(
        {
          ...row,
          lineNo: at + 1,
          unitPrice: String(price),
          discount: row.discount ?? 0,
          unit: row.unit ?? agreed?.unit ?? product.unit ?? null,
          taxRate: row.taxRate ?? agreed?.taxRate ?? usualTaxRate,
          priceBasis: basisOf(String(price), agreed?.unitPrice ?? null, product.listPrice),
          shippedQuantity: '0',
          deliveredQuantity: '0',
          returnedQuantity: '0',
          removed: false,
        },
        terms.taxIncluded,
      ),
    );
  }
  if (problems.length > 0) throw badInput(...problems);
  return { rows, ...sums(rows) };
}

/** Total and tax of lines that are not struck out. */
export function sums(rows: readonly RecordRow[]): { readonly total: string; readonly tax: string } {
  let total = new Decimal(0);
  let tax = new Decimal(0);
  for (const { amount, taxAmount, removed } of rows) {
    if (removed) continue;
    total = total.plus(String(amount));
    tax = tax.plus(String(taxAmount ?? 0));
  }
  return { total: total.toFixed(4), tax: tax.toFixed(4) };
}

/** Amount and tax of a line, to four decimals: with tax inside the price, or on top of it. */
export function withAmounts(row: RecordRow, taxIncluded: boolean): RecordRow {
  const amount = new Decimal(String(row.quantity))
    .times(String(row.unitPrice))
    .times(new Decimal(1).minus(Number(row.discount ?? 0)))
    .toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  const rate = new Decimal(Number(row.taxRate ?? 0));
  const tax = taxIncluded ? amount.minus(amount.div(rate.plus(1))) : amount.times(rate);
  return {
    ...row,
    amount: amount.toFixed(4),
    taxAmount: tax.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(4),
  };
}

function basisOf(price: string, agreed: string | null, list: unknown): string {
  if (agreed !== null && new Decimal(price).eq(agreed)) return 'CONTRACT';
  if (agreed === null && list != null && new Decimal(price).eq(String(list))) return 'LIST';
  return 'MANUAL';
}

interface AgreedPrice {
  readonly unitPrice: string;
  readonly unit: string | null;
  readonly taxRate: number | null;
}

async function contractPrices(work: Work, contractId: string | null): Promise<Map<string, AgreedPrice>> {
  if (contractId === null) return new Map();
  const rows = await work.rows<{ product: string; price: string; unit: string | null; rate: number | null }>(
    `SELECT product_id AS product, CAST(unit_price AS CHAR) AS price, unit, tax_rate AS rate
     FROM contract_price WHERE contract_id = ? AND active = 1`,
    [contractId],
  );
  return new Map(
    rows.map(({ product, price, unit, rate }) => [
      String(product),
      { unitPrice: price, unit, taxRate: rate },
    ]),
  );
}
