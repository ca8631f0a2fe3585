import { describe, expect, it } from 'vitest';
import type { GuardFacts } from './case-facts.js';
import { guardMessages } from './guard-messages.js';
import { brokenCaseGuards, complaintGuards } from './guards.js';
import { complaintTransitions } from './workflow.js';

const facts: GuardFacts = {
  state: 'OPINION_REVIEW',
  procedure: 'STANDARD',
  severity: 'GENERAL',
  category: 'QUALITY_DEFECT',
  situation: 'A_QUALITY',
  anonymous: false,
  keyAccount: false,
  requestedAmount: '300.00',
  customerOwnerId: null,
  storeId: '22',
  deskDepartmentId: '22',
  complainedStaffId: '9',
  complainedUnitIds: [],
  hrComplainedAbout: false,
  handlingDepartmentId: '30',
  handlerId: '5',
  documents: ['InvestigationReport', 'HrOpinion', 'HandlingOpinion'],
  assessorIds: ['1'],
  rulerIds: ['2'],
  reportAuthorIds: ['5'],
  opinionAuthorIds: ['5', '6'],
  daysSinceRuling: 1,
  daysSinceClosing: null,
  refusals: 0,
  rejections: 0,
  attachments: 1,
  openAssistance: 0,
  preventiveActions: 0,
  noPreventionReason: false,
  overdue: false,
  breachReason: false,
  conclusion: 'OUR_FAULT',
  remedy: 'REFUND_RETURN',
  opinionAmount: '200.00',
  approvedCompensation: '0.00',
  pendingCompensations: 0,
  unexecutedCompensations: 0,
  refusalConsented: false,
  overriddenIds: [],
  settings: {
    situations: ['B_CONTRACT'],
    simpleProcedure: true,
    rulingBy: 'STORE_SUP',
    overrideDays: 7,
    reopenDays: 30,
    rejectionRounds: 2,
    refusalsAllowed: 1,
    lateWithdrawal: false,
    batchReview: true,
    batchAmount: '500.00',
  },
  actorIds: ['7'],
  actorRoles: ['HANDLER_SUP'],
  actorDepartmentIds: ['30'],
  actorLimit: '150.00',
};
const broken = (name: keyof typeof complaintGuards, changes: Partial<GuardFacts> = {}) =>
  brokenCaseGuards([name], { ...facts, ...changes }).length > 0;

describe('a guard of the pipeline', () => {
  it.each(Object.entries(complaintGuards))('%s reads only the facts that it names', (_, guard) => {
    const read = new Set<string>();
    const watched = new Proxy(facts, {
      get: (target, name: string) => {
        read.add(name);
        return target[name as keyof GuardFacts];
      },
    });
    guard.holds(watched);
    expect([...read].filter((name) => !guard.reads.includes(name as never))).toEqual([]);
    expect(Object.hasOwn(guardMessages, guard.message)).toBe(true);
  });

  it('is one that some transition names', () => {
    const named = new Set(complaintTransitions.flatMap(({ guards }) => guards));
    expect(Object.keys(complaintGuards).filter((name) => !named.has(name as never))).toEqual([]);
  });

  it('keeps out the person complained about and, when a head is, the unit with all below it; for both names', () => {
    expect(broken('complainedStaysOut')).toBe(false);
    expect(broken('complainedStaysOut', { actorIds: ['9'] })).toBe(true);
    expect(broken('complainedStaysOut', { actorIds: ['7', '9'] })).toBe(true);
    expect(broken('complainedStaysOut', { complainedUnitIds: ['29', '30'] })).toBe(true);
    expect(broken('complainedStaysOut', { complainedUnitIds: ['30'], overriddenIds: ['7'] })).toBe(false);
  });

  it('lets nobody review what he wrote, in his own name or in another’s', () => {
    expect(broken('authorDoesNotReview')).toBe(false);
    expect(broken('authorDoesNotReview', { actorIds: ['7', '6'] })).toBe(true);
  });

  it('lets a supervisor approve compensation up to the limit, or what was approved above', () => {
    expect(broken('compensationSettled')).toBe(true);
    expect(broken('compensationSettled', { actorLimit: '200.00' })).toBe(false);
    expect(broken('compensationSettled', { approvedCompensation: '200.00' })).toBe(false);
    expect(broken('compensationSettled', { actorLimit: '900.00', pendingCompensations: 1 })).toBe(true);
  });

  it('asks the report for the original, which the act may bring: its button stays open without one', () => {
    expect(broken('originalAttached', { attachments: 0 })).toBe(false);
    expect(broken('originalAttached', { attachments: 0, givenOriginal: true })).toBe(false);
    expect(broken('originalAttached', { attachments: 0, givenOriginal: false })).toBe(true);
    expect(broken('originalAttached', { givenOriginal: false })).toBe(false);
  });

  it('asks for a preventive action where we are at least partly at fault; no reason replaces it', () => {
    const excused = { noPreventionReason: true, givenNoPreventionReason: true };
    expect(broken('preventiveActionRecorded')).toBe(true);
    expect(broken('preventiveActionRecorded', { conclusion: 'SHARED', ...excused })).toBe(true);
    expect(broken('preventiveActionRecorded', { preventiveActions: 1 })).toBe(false);
    expect(broken('preventiveActionRecorded', { conclusion: 'CUSTOMER_FAULT' })).toBe(false);
  });

  it('asks where the fault is not ours only why there is no measure', () => {
    const theirs = { conclusion: 'CUSTOMER_FAULT', givenNoPreventionReason: false } as const;
    expect(broken('noPreventionExplained', theirs)).toBe(true);
    expect(broken('noPreventionExplained', { ...theirs, givenNoPreventionReason: true })).toBe(false);
    expect(broken('noPreventionExplained', { ...theirs, noPreventionReason: true })).toBe(false);
    expect(broken('noPreventionExplained', { ...theirs, preventiveActions: 1 })).toBe(false);
    expect(broken('noPreventionExplained', { ...theirs, conclusion: null })).toBe(false);
    expect(broken('noPreventionExplained', { ...theirs, conclusion: 'OUR_FAULT' })).toBe(false);
  });

  it('closes an overdue case only with the reason of the breach, on the case or with the act', () => {
    const late = { overdue: true, givenBreachReason: false };
    expect(broken('breachReasonGiven', late)).toBe(true);
    expect(broken('breachReasonGiven', { ...late, breachReason: true })).toBe(false);
    expect(broken('breachReasonGiven', { ...late, givenBreachReason: true })).toBe(false);
    expect(broken('breachReasonGiven', { ...late, overdue: false })).toBe(false);
  });

  it('lets small cases skip the general manager by severity and amount only', () => {
    expect(broken('batchReviewOn')).toBe(false);
    expect(broken('batchReviewOn', { requestedAmount: '500.01' })).toBe(true);
    expect(broken('batchReviewOn', { settings: { ...facts.settings, batchReview: false } })).toBe(true);
  });

  it('counts days to the last moment', () => {
    expect(broken('withinReopenDays', { daysSinceClosing: 30 })).toBe(false);
    expect(broken('withinReopenDays', { daysSinceClosing: 30.001 })).toBe(true);
    expect(broken('withinReopenDays')).toBe(true);
  });
});
