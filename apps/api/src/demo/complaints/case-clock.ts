import { limitIn } from '@kehu/domain/complaints/deadlines';
import { type ClockTerms, caseDue, stepDue } from '@kehu/domain/complaints/due';
import type { DeadlineLimit } from '@kehu/domain/complaints/limits';
import type { PathStep } from './path.js';
import type { CasePlan } from './plan.js';

/** Under which limit a state stands, from when it was entered until when it must be left; null: none. */
export interface StateLimit {
  readonly limit: DeadlineLimit;
  readonly dueAt: Date;
}

/** The deadlines of a case, counted by the rules of the product. */
export interface CaseClock {
  readonly terms: ClockTerms;
  /** Receipt + 7 × 24 h, or an outside body's deadline where that is earlier (R4.26). */
  readonly dueAt: Date;
  /** Step by step: the limit of the state that it entered. */
  readonly entered: readonly (StateLimit | null)[];
}

/** What a step says of its own deadline. */
export interface StepStanding {
  readonly dueAt: Date | null;
  /** Done after its limit; whoever withdraws is never late. */
  readonly late: boolean;
}

/** Counts the deadlines of a case under the settings that the product begins with. */
export function caseClock(plan: CasePlan, steps: readonly PathStep[]): CaseClock {
  const receivedAt = new Date(plan.receivedAt);
  const terms: ClockTerms = {
    overrides: [],
    severity: plan.severity,
    clockFrom: receivedAt,
    settingsAsOf: receivedAt,
    zone: 'Asia/Shanghai',
  };
  const outside = plan.outsideDueAt === null ? [] : [new Date(plan.outsideDueAt)];
  const dueAt = caseDue(terms, outside).at;
  const entered = steps.map(({ transition, at }) => {
    const limit = limitIn(transition.to, plan.procedure);
    return limit && { limit, dueAt: stepDue(terms, limit, new Date(at), dueAt).at };
  });
  return { terms, dueAt, entered };
}

/** When the step at a place was due, and whether it came late. */
export function stepStanding(clock: CaseClock, steps: readonly PathStep[], place: number): StepStanding {
  const left = clock.entered[place - 1];
  const step = steps[place];
  if (!left || !step) return { dueAt: null, late: false };
  const late = step.transition.to !== 'WITHDRAWN' && step.at > left.dueAt.getTime();
  return { dueAt: left.dueAt, late };
}
