import type { ComplaintCategory } from '@kehu/domain/complaints/vocabularies';
import { dateText, localDay } from '../calendar.js';
import type { CasePlan } from './plan.js';

const window = 90 * 24 * 3_600_000;
/** Of how many cases of each month the same product and category came before. */
const againShare = 0.075;
/** Draws until a case comes again, and until it does not; few customers have what the latter would need. */
const tries = { again: 60, anew: 120 };

/** Complaints about people, prices and delivery are not about a product. */
const aboutNoProduct: readonly ComplaintCategory[] = ['SERVICE_ATTITUDE', 'PRICE_BILLING', 'OTHER'];

/** The product that a case is about, or null. */
export function productOf({ category, order }: CasePlan): string | null {
  return order === null || aboutNoProduct.includes(category) ? null : order.productId;
}

/** Which product was complained about when, so that the same one comes again about as often as in life (E1.6). */
export class ProductMemory {
  readonly #received = new Map<string, number[]>();
  readonly #months = new Map<string, { cases: number; again: number }>();

  /** Draws a case; rarely one whose product and category lie in the window of another. */
  rarelyAgain(draw: () => CasePlan): CasePlan {
    let plan = draw();
    const month = this.#monthOf(plan);
    const again = month.again < againShare * month.cases;
    const fits = again ? () => this.#hasBefore(plan) : () => !this.#isNear(plan);
    const most = again ? tries.again : tries.anew;
    for (let tried = 1; tried < most && !fits(); tried++) plan = draw();
    month.cases += 1;
    if (this.#hasBefore(plan)) month.again += 1;
    const key = keyOf(plan);
    if (key) this.#received.set(key, [...(this.#received.get(key) ?? []), plan.receivedAt]);
    return plan;
  }

  /** How many cases of the month of a case there are, and how many of them came again. */
  #monthOf({ receivedAt }: CasePlan): { cases: number; again: number } {
    const name = dateText(localDay(receivedAt)).slice(0, 7);
    const month = this.#months.get(name) ?? { cases: 0, again: 0 };
    this.#months.set(name, month);
    return month;
  }

  #isNear(plan: CasePlan): boolean {
    return this.#times(plan).some((at) => Math.abs(at - plan.receivedAt) <= window);
  }

  #hasBefore(plan: CasePlan): boolean {
    return this.#times(plan).some((at) => at <= plan.receivedAt && plan.receivedAt - at <= window);
  }

  #times(plan: CasePlan): readonly number[] {
    const key = keyOf(plan);
    return key ? (this.#received.get(key) ?? []) : [];
  }
}

function keyOf(plan: CasePlan): string | null {
  const product = productOf(plan);
  return product && `${product} ${plan.category}`;
}
