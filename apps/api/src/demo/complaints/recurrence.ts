import type { ComplaintCategory } from '@kehu/domain/complaints/vocabularies';
import { Random } from '../random.js';
import type { CasePlan } from './plan.js';

const window = 90 * 24 * 3_600_000;
/** How often nobody looks whether the same product and category came before; some of those cases are the first nevertheless. */
const againChance = 0.24;
const mostTries = 40;

/** Complaints about people, prices and delivery are not about a product. */
const aboutNoProduct: readonly ComplaintCategory[] = ['SERVICE_ATTITUDE', 'PRICE_BILLING', 'OTHER'];

/** The product that a case is about, or null. */
export function productOf({ category, order }: CasePlan): string | null {
  return order === null || aboutNoProduct.includes(category) ? null : order.productId;
}

/** Which product was complained about when, so that the same one comes again about as often as in life (E1.6). */
export class ProductMemory {
  readonly #received = new Map<string, number[]>();
  readonly #random: Random;

  constructor(seed: string) {
    this.#random = new Random(seed);
  }

  /** Draws a case; one whose product and category lie in the window of another is mostly drawn anew. */
  rarelyAgain(draw: () => CasePlan): CasePlan {
    let plan = draw();
    if (!this.#random.chance(againChance))
      for (let tries = 1; tries < mostTries && this.#isNear(plan); tries++) plan = draw();
    const key = keyOf(plan);
    if (key) this.#received.set(key, [...(this.#received.get(key) ?? []), plan.receivedAt]);
    return plan;
  }

  #isNear(plan: CasePlan): boolean {
    const key = keyOf(plan);
    const times = key ? (this.#received.get(key) ?? []) : [];
    return times.some((at) => Math.abs(at - plan.receivedAt) <= window);
  }
}

function keyOf(plan: CasePlan): string | null {
  const product = productOf(plan);
  return product && `${product} ${plan.category}`;
}
