import type { Role } from '../access/roles.js';
import type { ResponsibilityPhase } from './vocabularies.js';

/** What the phase of an account decides about (R3.2, R3.5). */
export type Duty = 'ORDER' | 'FOLLOW_UP' | 'DELIVERY' | 'COMPLAINT' | 'AFTER_SALES';

interface Share {
  /** Whose task each step is, and who edits. */
  readonly accountable: readonly Role[];
  /** Who helps: reads and comments. */
  readonly assists: readonly Role[];
}

/**
 * Who answers for what, by phase (R3.2 前期一并负责, R3.5, dossier B6). Logistics and customer service do
 * their own part in both phases; this table decides between the account manager and operations.
 */
export const accountability: Readonly<Record<ResponsibilityPhase, Readonly<Record<Duty, Share>>>> = {
  EARLY: {
    ORDER: { accountable: ['KAM'], assists: ['OPS'] },
    FOLLOW_UP: { accountable: ['KAM'], assists: ['OPS'] },
    DELIVERY: { accountable: ['KAM', 'LOGISTICS'], assists: ['OPS'] },
    COMPLAINT: { accountable: ['KAM'], assists: ['OPS', 'OPS_CS'] },
    AFTER_SALES: { accountable: ['KAM'], assists: ['OPS', 'OPS_CS'] },
  },
  REGULAR: {
    ORDER: { accountable: ['OPS'], assists: ['KAM'] },
    FOLLOW_UP: { accountable: ['OPS'], assists: ['KAM'] },
    DELIVERY: { accountable: ['OPS', 'LOGISTICS'], assists: ['KAM'] },
    COMPLAINT: { accountable: ['OPS', 'OPS_CS'], assists: ['KAM'] },
    AFTER_SALES: { accountable: ['OPS', 'OPS_CS'], assists: ['KAM'] },
  },
};

/** Whether one of the roles is accountable for a duty in a phase; without a phase (no key account) operations are. */
export function answersFor(duty: Duty, phase: ResponsibilityPhase | null, roles: readonly Role[]): boolean {
  const { accountable } = accountability[phase ?? 'REGULAR'][duty];
  return roles.some((role) => accountable.includes(role));
}
