import type { Role } from '../access/roles.js';
import type { MilestoneKind, NoticeOccasion, OrderReviewItemKind, OrderState } from './order-vocabularies.js';
import type { ResponsibilityPhase } from './vocabularies.js';

/** What is true of an order, and of whoever asks; all that the guards of its workflow read. */
export interface OrderFacts {
  readonly state: OrderState;
  /** Null for a customer who is no key account; operations answer for those. */
  readonly phase: ResponsibilityPhase | null;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly heldFrom: OrderState | null;
  /** Where the transition leads; a resumed order goes back where it was held. */
  readonly target: OrderState;
  /** Lines that are not struck out. */
  readonly lines: number;
  readonly hasContract: boolean;
  /** The contract is in force on the day of the act. */
  readonly contractInForce: boolean;
  /** A contract is asked for (setting; on for key accounts). */
  readonly contractRequired: boolean;
  readonly promised: boolean;
  /** Answered items of the review of the order's present version. */
  readonly reviewed: readonly OrderReviewItemKind[];
  readonly notMet: readonly OrderReviewItemKind[];
  /** Kinds of approval granted for the present version. */
  readonly approved: readonly ('SPECIAL_PRICE' | 'CREDIT_RELEASE' | 'LATE_CANCELLATION')[];
  readonly told: readonly NoticeOccasion[];
  /** Milestones with a planned day. */
  readonly planned: readonly MilestoneKind[];
  /** Milestones later than the tolerated working days that lack a reason, or of which the customer was not told. */
  readonly unexplainedSlips: number;
  /** The last change waits for the customer's word. */
  readonly changeOpen: boolean;
  readonly shipped: boolean;
  readonly allShipped: boolean;
  readonly allSettled: boolean;
  readonly openShipments: number;
  readonly hasProof: boolean;
  readonly invoiced: boolean;
  /** Paid, or a term was agreed that has not run out. */
  readonly paidOrTermed: boolean;
  readonly openAfterSales: number;
  /** Who submitted the present version, and in whose name. */
  readonly submitterIds: readonly string[];
  /** The act brings the customer's answer to a change. */
  readonly customerAnswered: boolean;
  readonly reasonGiven: boolean;
  /** The day of the act. */
  readonly today: string;
}
