import { caseNumber } from '@kehu/domain/complaints/case-number';
import { isOurFault } from '@kehu/domain/complaints/fault';
import type { ComplaintCounter } from '@kehu/domain/complaints/transition';
import type { ComplaintState } from '@kehu/domain/complaints/vocabularies';
import { endedStates, severeTrigger } from '@kehu/domain/complaints/vocabularies';
import type { RecordRow } from '../../records/encode.js';
import { dateText, instantText, localDay } from '../calendar.js';
import type { DemoHouse, DemoStaff } from '../house.js';
import { Random } from '../random.js';
import { lastWords, urge } from './aftermath.js';
import { caseClock, stepStanding } from './case-clock.js';
import { runClock, type TimerRow } from './clock.js';
import { type CaseInHand, type Parts, writeDocuments } from './documents.js';
import { type DemoFile, demoFiles } from './files.js';
import { outsidePrefix } from './outside.js';
import { type PathStep, pathOf } from './path.js';
import { type CasePeople, casePeople } from './people.js';
import type { CasePlan } from './plan.js';
import { productOf } from './recurrence.js';

const day = 24 * 3_600_000;

/** Cases with everything that hangs on them. */
export interface DemoCases {
  readonly cases: readonly RecordRow[];
  readonly parts: Parts;
  readonly timers: readonly TimerRow[];
  /** Last number of each day that has cases. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly files: readonly DemoFile[];
}

export interface CaseFactsOfDemo {
  readonly seed: string;
  readonly until: number;
  readonly house: DemoHouse;
  readonly nextId: () => string;
  /** Phone of a customer, as the file has it. */
  readonly phones: ReadonlyMap<string, string>;
}

/** Makes the rows of planned cases, case by case; everything about them lies before `until`. */
export function caseRows(plans: readonly CasePlan[], facts: CaseFactsOfDemo): DemoCases {
  const { seed, until, house, nextId } = facts;
  const people = casePeople(house);
  const random = new Random(`${seed} complaint rows`);
  const { photos, letters } = demoFiles();
  const parts: Parts = new Map();
  const timers: TimerRow[] = [];
  const numbers = new Map<string, number>();
  const cases: RecordRow[] = [];
  for (const plan of plans) {
    const id = nextId();
    const put = (kind: string, row: RecordRow): string => {
      const partId = nextId();
      parts.set(kind, parts.get(kind) ?? []);
      parts.get(kind)?.push({
        id: partId,
        createdAt: row.at ?? row.signedAt ?? row.requestedAt ?? instantText(plan.receivedAt),
        ...row,
      });
      return partId;
    };
    const steps = pathOf(plan, until, random);
    const actors = steps.map((step) => actorOf(step, plan, people));
    const clock = caseClock(plan, steps);
    const hand: CaseInHand = { id, plan, steps, clock, actors, people, random, put, letters };
    const documents = writeDocuments(hand);
    const dayText = dateText(localDay(plan.receivedAt));
    const number = (numbers.get(dayText) ?? 0) + 1;
    numbers.set(dayText, number);
    const row = caseRow(hand, caseNumber(dayText, number), documents, facts, until);
    writeSteps(hand);
    writeIntake(hand, photos);
    const lastTracked = lastWords(hand, row, until);
    timers.push(...runClock(hand, row, until, lastTracked));
    urge(hand, row, until);
    cases.push(row);
  }
  linkRecurrences(cases, nextId, parts);
  return { cases, parts, timers, numbers, files: [...photos, ...letters] };
}

/** Who takes a step of the pipeline. */
function actorOf({ transition }: PathStep, plan: CasePlan, people: CasePeople): DemoStaff {
  const { store, handling, aboutSupervisor } = plan;
  const region = plan.customer?.store?.region ?? plan.customer?.region ?? 'EAST';
  switch (transition.id) {
    case '1':
      return store !== null && plan.channel === 'STORE' ? people.staffOf(store) : people.service;
    case '2':
      return store === null ? people.service : people.staffOf(store);
    case '3':
    case '4':
    case 'S1':
      if (store === null) return people.serviceHead;
      if (aboutSupervisor || people.supervisorOf(store) === people.staffOf(store))
        return people.areaManagerOf(region);
      return people.supervisorOf(store);
    case '6':
      return store === null ? people.gm : people.serviceHead;
    case '7a':
    case '13':
    case '14':
    case 'S2':
    case 'S4':
      return people.hr;
    case '8':
    case '10':
    case '17':
      return people.handlerOf(handling);
    case '11':
    case '12':
    case '18':
    case '19':
      return people.reviewerOf(handling);
    case '15':
    case '15b':
    case '16':
      return people.gm;
    default:
      return people.service;
  }
}

/** On whose desk a case lies in a state. */
function deskIn(
  state: ComplaintState,
  { plan, people, actors }: CaseInHand,
): { deskId: string | null; deskDepartmentId: string | null } {
  const desk = (person: DemoStaff, department: string) => ({
    deskId: person.id,
    deskDepartmentId: people.idOf(department),
  });
  const { store, handling, aboutSupervisor, procedure } = plan;
  const region = plan.customer?.store?.region ?? plan.customer?.region ?? 'EAST';
  const ruling = (): { deskId: string | null; deskDepartmentId: string | null } => {
    if (store === null) return desk(people.serviceHead, 'OPS-CS');
    if (!aboutSupervisor) return desk(people.supervisorOf(store), store);
    const area = people.areaManagerOf(region);
    return desk(area, area.department);
  };
  switch (state) {
    case 'REGISTERED':
      if (procedure === 'SIMPLE') return ruling();
      return store === null ? desk(people.service, 'OPS-CS') : desk(people.staffOf(store), store);
    case 'PENDING_RULING':
      return ruling();
    case 'NOT_ACCEPTED':
      return store === null
        ? desk(people.service, 'OPS-CS')
        : desk(actors[1] ?? people.staffOf(store), store);
    case 'ACCEPTED':
      return plan.situation === 'A_QUALITY' ? desk(people.hr, 'HR') : desk(people.service, 'OPS-CS');
    case 'ASSIGNED':
    case 'INVESTIGATING':
    case 'OPINION_DRAFT':
      return desk(people.handlerOf(handling), handling);
    case 'REPORT_REVIEW':
    case 'OPINION_REVIEW':
      return desk(people.reviewerOf(handling), handling);
    case 'HR_REVIEW':
      return desk(people.hr, 'HR');
    case 'GM_REVIEW':
      return desk(people.gm, 'HQ');
    case 'REPLY_PENDING':
    case 'EXECUTING':
      return desk(people.service, 'OPS-CS');
    default:
      return { deskId: null, deskDepartmentId: null };
  }
}

const closeReasons: Readonly<Record<string, string>> = {
  '5': 'NOT_ACCEPTED',
  S4: 'NOT_ACCEPTED',
  '25': 'WITHDRAWN',
  '22c': 'DISPUTED',
  S2: 'ANONYMOUS',
};

function caseRow(
  hand: CaseInHand,
  no: string,
  documents: ReturnType<typeof writeDocuments>,
  facts: CaseFactsOfDemo,
  until: number,
): RecordRow {
  const { id, plan, steps, actors, people, random, clock } = hand;
  const last = steps.at(-1);
  const state = (last?.transition.to ?? 'REGISTERED') as ComplaintState;
  const ended = endedStates.includes(state);
  const timeOf = (...ids: readonly string[]): string | null => {
    const step = steps.find(({ transition }) => ids.includes(transition.id));
    return step ? instantText(step.at) : null;
  };
  const lastTimeOf = (...ids: readonly string[]): string | null => {
    const step = steps.findLast(({ transition }) => ids.includes(transition.id));
    return step ? instantText(step.at) : null;
  };
  const dueAt = clock.dueAt.getTime();
  const closedAt = ended && last ? last.at : null;
  const breached = (closedAt ?? until) > dueAt;
  const assigned = steps.some(({ transition }) => ['7a', '7c'].includes(transition.id));
  const response = plan.receivedAt + responseMinutes(plan, random) * 60_000;
  const repliedAt = lastTimeOf('20', '21', '22c', '5');
  const acceptedAt = timeOf('3', '6', 'S1');
  const counted = (counter: ComplaintCounter): number =>
    steps.filter(({ transition }) => transition.counts === counter).length;
  const supervisor = plan.store === null ? null : people.supervisorOf(plan.store);
  return {
    id,
    no,
    state,
    procedure: plan.procedure,
    severity: plan.severity,
    severityReason: plan.severityReason,
    category: plan.category,
    situation: plan.situation,
    channel: plan.channel,
    subject: fill(plan.matter.subject, plan),
    description: fill(plan.matter.text, plan),
    customerId: plan.customer?.id ?? null,
    anonymous: plan.customer === null,
    complainantName: plan.customer?.name ?? '匿名',
    complainantPhone: plan.customer ? (facts.phones.get(plan.customer.id) ?? null) : null,
    keyAccount: plan.customer?.type === 'KEY_ACCOUNT',
    shielded: plan.category === 'SERVICE_ATTITUDE',
    orderId: plan.order?.id ?? null,
    productId: productOf(plan),
    requestedAmount: plan.matter.demands.some(
      (type) => type === 'REFUND' || type === 'DAMAGES' || type === 'PRICE_REDUCTION',
    )
      ? `${random.whole(1, 40) * 50}.00`
      : null,
    storeId: plan.store === null ? null : people.idOf(plan.store),
    complainedDepartmentId: plan.aboutSupervisor && plan.store ? people.idOf(plan.store) : null,
    complainedStaffId: plan.aboutSupervisor ? (supervisor?.id ?? null) : null,
    aboutHead: plan.aboutSupervisor && supervisor !== null,
    receivedById: actors[0]?.id ?? null,
    receivedAt: instantText(plan.receivedAt),
    dueAt: instantText(dueAt),
    slaStatus: breached ? 'BREACHED' : closedAt === null && until > dueAt - 2 * day ? 'AT_RISK' : 'ON_TRACK',
    breached,
    breachedAt: breached ? instantText(dueAt) : null,
    breachReason:
      breached && ended
        ? random.pick(['等待供应商检测结果', '客户出差，联系不上', '责任部门报告退回一次', '备件到货延迟'])
        : null,
    // A reply is a response too, where nobody spoke to the customer before.
    firstResponseAt: response < (closedAt ?? until) ? instantText(response) : repliedAt,
    ruledAt: timeOf('3', '4', 'S1'),
    acceptedAt,
    acceptNo: acceptedAt === null ? null : no.replace('TS-', 'SL-'),
    assignedAt: timeOf('7a', '7c'),
    reportedAt: lastTimeOf('10'),
    repliedAt,
    closedAt: closedAt === null ? null : instantText(closedAt),
    closeReason: ended ? (closeReasons[last?.transition.id ?? ''] ?? 'SETTLED') : null,
    conclusion: documents.conclusion,
    noPreventionReason:
      ended && documents.conclusion !== null && !isOurFault(documents.conclusion) ? '非我方责任' : null,
    disputed: counted('rejections') > 0,
    rejections: counted('rejections'),
    returns: counted('returns'),
    refusals: counted('refusals'),
    reopenCount: 0,
    recurrence: false,
    handlingDepartmentId: assigned ? people.idOf(plan.handling) : null,
    handlerId: assigned ? people.handlerOf(plan.handling).id : null,
    ownerId: people.service.id,
    ...deskIn(state, hand),
    stateSince: instantText(last?.at ?? plan.receivedAt),
    waitedSeconds: 0,
    policyVersion: 'R4-2024',
    procedureVersion: 1,
    settings: { clockFrom: instantText(plan.receivedAt), asOf: instantText(plan.receivedAt) },
    createdAt: instantText(plan.receivedAt),
    updatedAt: instantText(last?.at ?? plan.receivedAt),
  };
}

function fill(text: string, { order }: CasePlan): string {
  return text.replaceAll('{product}', order?.productName ?? '家具');
}

/** Mostly in time; now and then nobody called back for more than the limit. */
function responseMinutes({ severity }: CasePlan, random: Random): number {
  if (severity === 'SEVERE') return random.whole(8, 130);
  return random.chance(0.03) ? random.whole(1450, 2600) : random.whole(20, 900);
}

/** What a case took, step by step, each with the limit under which it stood. */
function writeSteps({ id, steps, actors, people, put, clock }: CaseInHand): void {
  steps.forEach(({ transition, from, at }, place) => {
    const by = actors[place];
    const before = steps[place - 1];
    const { dueAt, late } = stepStanding(clock, steps, place);
    put('CaseStep', {
      complaintId: id,
      action: transition.act,
      transition: transition.id,
      from,
      to: transition.to,
      byId: by?.id ?? null,
      departmentId: by ? people.idOf(by.department) : null,
      at: instantText(at),
      dueAt: dueAt?.toISOString() ?? null,
      late,
      conflictOverride: false,
      since: before ? instantText(before.at) : null,
    });
  });
}

function writeIntake({ id, plan, actors, put, random }: CaseInHand, photos: readonly DemoFile[]): void {
  const { channel, receivedAt, matter } = plan;
  const prefix = outsidePrefix(channel);
  const recipient = actors[0]?.id ?? null;
  put('ComplaintIntake', {
    complaintId: id,
    channel,
    outsideNo: prefix ? `${prefix}-${localDay(receivedAt)}-${random.whole(100, 999)}` : null,
    outsideDueAt: plan.outsideDueAt === null ? null : instantText(plan.outsideDueAt),
    receivedAt: instantText(receivedAt),
    receivedById: recipient,
  });
  for (const type of matter.demands)
    put('ComplaintDemand', { complaintId: id, type, detail: type === 'OTHER' ? '按约定处理' : null });
  const trigger = severeTrigger.codes.find(
    (code) => severeTrigger.labels[code]['zh-Hans'] === plan.severityReason,
  );
  if (trigger)
    put('ComplaintTrigger', { complaintId: id, type: trigger, byId: recipient, at: instantText(receivedAt) });
  if (!random.chance(0.12)) return;
  const photo = random.pick(photos);
  put('Attachment', {
    complaintId: id,
    fileName: photo.name,
    mime: photo.mime,
    size: photo.content.length,
    sha256: photo.sha256,
    personal: true,
    original: false,
    uploadedById: recipient,
    uploadedAt: instantText(receivedAt),
  });
}

/** The same product and category within 90 days is a recurrence (E1.6), and the cases are linked (R4.1). */
function linkRecurrences(cases: readonly RecordRow[], nextId: () => string, parts: Parts): void {
  const latest = new Map<string, RecordRow>();
  const links: RecordRow[] = [];
  for (const row of cases) {
    if (row.productId == null) continue;
    const key = `${String(row.productId)} ${String(row.category)}`;
    const before = latest.get(key);
    latest.set(key, row);
    if (!before || Date.parse(String(row.receivedAt)) - Date.parse(String(before.receivedAt)) > 90 * day)
      continue;
    (row as Record<string, unknown>).recurrence = true;
    links.push({
      id: nextId(),
      complaintId: row.id,
      otherId: before.id,
      basis: 'SAME_PRODUCT',
      at: row.receivedAt,
      createdAt: row.receivedAt,
    });
  }
  parts.set('CaseLink', links);
}
