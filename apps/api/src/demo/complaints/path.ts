import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import { type ComplaintTransition, complaintTransitions } from '@kehu/domain/complaints/workflow';
import { at, localDay } from '../calendar.js';
import type { Random } from '../random.js';
import type { CasePlan } from './plan.js';

const hour = 3_600_000;

/** One step that a case took. */
export interface PathStep {
  readonly transition: ComplaintTransition;
  readonly from: ComplaintState | null;
  readonly at: number;
}

/** Hours that a step takes in the middle, by transition. */
const usualHours: Readonly<Record<string, number>> = {
  '1': 0,
  '2': 2,
  '3': 9,
  '4': 12,
  '5': 8,
  '6': 20,
  '7a': 12,
  '7b': 16,
  '7c': 8,
  '8': 2.5,
  '10': 34,
  '11': 9,
  '12': 7,
  '13': 11,
  '14': 12,
  '15': 13,
  '15b': 14,
  '16': 10,
  '17': 13,
  '18': 8,
  '19': 7,
  '20': 6,
  '21': 6,
  '22': 9,
  '22c': 12,
  '23': 20,
  '24': 90,
  '25': 14,
  S1: 6,
  S2: 20,
  S4: 20,
};

const byId = new Map(complaintTransitions.map((row) => [row.id, row]));
export function transitionOf(id: string): ComplaintTransition {
  const row = byId.get(id);
  if (!row) throw new Error(`The table has no transition ${id}.`);
  return row;
}

/**
 * The steps of a case, each a row of the workflow table that leads on from where the last one ended, with
 * its time. One that has run its course ends before `until`; one with a target stands there now.
 */
export function pathOf(plan: CasePlan, until: number, random: Random): readonly PathStep[] {
  const ids = plan.target ? towards(plan, plan.target) : whole(plan, random);
  const hurried = plan.outsideDueAt !== null && plan.outsideDueAt < plan.receivedAt + 7 * 24 * hour;
  const pace = (plan.severity === 'SEVERE' ? 0.6 : 0.74 * random.skewed(0.42)) * (hurried ? 0.55 : 1);
  const spans = ids.map((id) => (usualHours[id] ?? 8) * hour * pace * (0.5 + random.next()));
  const total = spans.reduce((sum, one) => sum + one, 0);
  const age = until - plan.receivedAt;
  // What stands open now came to its state some hours ago; in the course of the day, not all at once.
  const rest = plan.target ? Math.min(age * 0.6, (1 + random.next() * 14) * hour) : 0;
  const scale =
    plan.target && total > 0 ? (age - rest) / total : Math.min(1, (age * 0.95) / Math.max(total, 1));
  let clock = plan.receivedAt;
  let planned = plan.receivedAt;
  let state: ComplaintState | null = null;
  const steps: PathStep[] = [];
  ids.forEach((id, place) => {
    const transition = transitionOf(id);
    if (state !== null && !transition.from.includes(state))
      throw new Error(`${id} does not lead on from ${state}.`);
    planned += (spans[place] ?? 0) * scale;
    const latest = until - (ids.length - place) * 60_000;
    const done = plan.severity === 'SEVERE' ? planned : inOffice(planned, latest);
    clock = place === 0 ? plan.receivedAt : Math.max(clock + 60_000, Math.min(done, latest));
    steps.push({ transition, from: state, at: Math.round(clock / 1000) * 1000 });
    state = transition.to;
  });
  return steps;
}

/** Nights are left out: what would fall into one is done in the morning, or the evening before where the morning has not come. */
function inOffice(time: number, latest: number): number {
  const today = localDay(time);
  const morning = (day: number): number => at(day, 8, 30) + (time % (80 * 60_000));
  const evening = (day: number): number => at(day, 17, 30) + (time % (140 * 60_000));
  const early = time < at(today, 8, 30);
  if (!early && time <= at(today, 20)) return time;
  const next = morning(early ? today : today + 1);
  return next <= latest ? next : evening(early ? today - 1 : today);
}

/** A whole case, from the first word to the end. */
function whole(plan: CasePlan, random: Random): string[] {
  const anonymous = plan.customer === null;
  if (plan.procedure === 'SIMPLE') return ['1', 'S1', anonymous ? 'S2' : '21'];
  const start = ['1', '2'];
  if (random.chance(0.025) && !anonymous) return [...start, ...(random.chance(0.5) ? ['3'] : []), '25'];
  const refused = plan.severity === 'GENERAL' && plan.situation === 'A_QUALITY' && random.chance(0.07);
  if (refused && !random.chance(0.18)) return [...start, '4', anonymous ? 'S4' : '5'];
  const accepted = refused ? [...start, '4', '6'] : [...start, '3'];
  const middle = middleOf(plan, random);
  if (anonymous) return [...accepted, ...middle, 'S2'];
  if (random.chance(0.035) && plan.situation === 'A_QUALITY') {
    const again = ['22', '17', '18'];
    if (random.chance(0.25)) return [...accepted, ...middle, ...again, '22c'];
    return [...accepted, ...middle, ...again, '20', '23'];
  }
  return [...accepted, ...middle, ...(hasRemedy(plan) ? ['20', '23'] : ['21'])];
}

function middleOf(plan: CasePlan, random: Random): string[] {
  if (plan.situation === 'B_CONTRACT') return ['7b', '15b'];
  const opinion = random.chance(0.05) ? ['17', '19', '17', '18'] : ['17', '18'];
  if (plan.situation === 'C_DISPATCH') return ['7c', ...opinion];
  const report = random.chance(0.08) ? ['10', '12', '10', '11'] : ['10', '11'];
  const hr = random.chance(0.04) ? ['14', '10', '11', '13'] : ['13'];
  return ['7a', '8', ...report, ...hr, '15', ...opinion];
}

/** Whether something is done for the customer beyond words. */
export function hasRemedy({ matter, procedure }: CasePlan): boolean {
  return (
    procedure !== 'SIMPLE' &&
    matter.demands.some((type) => !['APOLOGY', 'CRITICISM_SUGGESTION', 'OTHER'].includes(type))
  );
}

/** The straight way to a state. */
function towards(plan: CasePlan, target: ComplaintState): string[] {
  if (plan.procedure === 'SIMPLE') return target === 'REPLY_PENDING' ? ['1', 'S1'] : ['1'];
  if (target === 'NOT_ACCEPTED') return ['1', '2', '4'];
  const straight = ['1', '2', '3', '7a', '8', '10', '11', '13', '15', '17', '18', '20'];
  const ids: string[] = [];
  for (const id of straight) {
    ids.push(id);
    if (transitionOf(id).to === target) return ids;
  }
  return ids;
}
