import { investigationHead } from '@kehu/domain/complaints/document-vocabularies';
import { isOurFault } from '@kehu/domain/complaints/fault';
import type { RecordRow } from '../../records/encode.js';
import { instantText } from '../calendar.js';
import type { DemoStaff } from '../house.js';
import type { Random } from '../random.js';
import type { CaseClock } from './case-clock.js';
import type { DemoFile } from './files.js';
import { hasRemedy, type PathStep } from './path.js';
import type { CasePeople } from './people.js';
import type { CasePlan } from './plan.js';
import { phrases } from './texts.js';

/** Rows of the kinds that hang on a case, gathered kind by kind. */
export type Parts = Map<string, RecordRow[]>;

/** A case while its documents are made. */
export interface CaseInHand {
  readonly id: string;
  readonly plan: CasePlan;
  readonly steps: readonly PathStep[];
  readonly clock: CaseClock;
  readonly actors: readonly DemoStaff[];
  readonly people: CasePeople;
  readonly random: Random;
  readonly put: (kind: string, row: RecordRow) => string;
  readonly letters: readonly DemoFile[];
}

/** What of the documents stands on the case itself. */
export interface FromDocuments {
  conclusion: string | null;
  amount: string | null;
  remedy: string | null;
  noPreventionReason: string | null;
}

const remedies: Readonly<Record<string, string>> = {
  REFUND: 'REFUND_RETURN',
  RETURN: 'REFUND_RETURN',
  EXCHANGE: 'EXCHANGE',
  REPAIR: 'REPAIR',
  PRICE_REDUCTION: 'DISCOUNT',
  DAMAGES: 'DAMAGES',
};
const compensations: Readonly<Record<string, string>> = {
  REFUND_RETURN: 'REFUND',
  EXCHANGE: 'EXCHANGE',
  DISCOUNT: 'DISCOUNT',
  DAMAGES: 'DAMAGES',
};

/** The documents of a case: one after the other, as its steps were taken (D1.2). */
export function writeDocuments(hand: CaseInHand): FromDocuments {
  const { plan, steps, actors, people, random, put, id: complaintId } = hand;
  const found: FromDocuments = { conclusion: null, amount: null, remedy: null, noPreventionReason: null };
  const counts = { report: 0, opinion: 0 };
  let hrOpinion: string | null = null;
  let assignment: string | null = null;
  const pick = (name: keyof typeof phrases): string => random.pick(phrases[name]);
  steps.forEach(({ transition, at }, place) => {
    const by = actors[place];
    const next = steps[place + 1]?.at ?? null;
    const signed = { complaintId, byId: by?.id ?? null, at: instantText(at) };
    const authored = { complaintId, authorId: by?.id ?? null, signedAt: instantText(at) };
    switch (transition.id) {
      case '2': {
        const refused = steps[place + 1]?.transition.id === '4';
        put('StoreAssessment', {
          ...signed,
          result: refused ? 'NOT_HOLD' : 'HOLDS',
          reason: pick(refused ? 'refuse' : 'assess'),
        });
        break;
      }
      case '3':
      case 'S1':
      case '4':
      case '6': {
        const decision = transition.id === '4' ? 'NOT_ACCEPT' : 'ACCEPT';
        put('AcceptanceRuling', {
          ...signed,
          decision,
          reason: pick(decision === 'ACCEPT' ? 'accept' : 'refuse'),
          override: transition.id === '6',
        });
        if (decision === 'ACCEPT')
          put('CardCopy', card(complaintId, 'STUB', people.service, at, next, random));
        break;
      }
      case '5':
        put('CustomerReply', {
          ...signed,
          kind: 'NOT_ACCEPTED',
          mode: 'ORAL',
          content: '已向客户说明不受理的理由与其他途径。',
          talkedTo: plan.customer?.name ?? null,
        });
        break;
      case '7a':
      case '7c': {
        const handler = people.handlerOf(plan.handling);
        assignment = put('AssignmentOrder', {
          ...signed,
          departmentId: people.idOf(plan.handling),
          handlerId: handler.id,
          instruction: pick('instruct'),
          seenAt: next === null ? null : instantText(next),
          seenById: next === null ? null : handler.id,
        });
        put('CardCopy', card(complaintId, 'NOTICE', handler, at, next, random));
        break;
      }
      case '10':
        counts.report += 1;
        found.conclusion = report(hand, authored, counts.report, at);
        break;
      case '11':
      case '12':
        put('SupervisorReview', {
          ...signed,
          step: 'REPORT',
          result: transition.id === '11' ? 'AGREE' : 'RETURN',
          opinion: pick(transition.id === '11' ? 'review' : 'back'),
        });
        break;
      case '13':
      case '14':
        hrOpinion = put('HrOpinion', {
          ...signed,
          result: transition.id === '13' ? 'AGREE' : 'RETURN',
          opinion: pick(transition.id === '13' ? 'hr' : 'back'),
        });
        break;
      case '15':
      case '15b':
        put('GmDecision', { ...signed, result: 'AGREE', decision: pick('gm') });
        break;
      case '7b':
      case '17': {
        counts.opinion += 1;
        Object.assign(found, opinion(hand, { ...authored, basisId: hrOpinion }, counts.opinion, at));
        break;
      }
      case '18':
      case '19':
        put('SupervisorReview', {
          ...signed,
          step: 'OPINION',
          result: transition.id === '18' ? 'AGREE' : 'RETURN',
          opinion: pick(transition.id === '18' ? 'review' : 'back'),
        });
        break;
      case '20':
      case '21':
      case '22':
      case '22c': {
        const rejected = transition.id.startsWith('22');
        put('CustomerReply', {
          ...signed,
          kind: 'FINAL',
          mode: random.chance(0.4) ? 'WRITTEN' : 'ORAL',
          content: pick('reply'),
          talkedTo: plan.customer?.name ?? null,
          response: rejected ? 'REJECT' : random.chance(0.85) ? 'ACCEPT' : 'NO_ANSWER',
          rejectionReason: rejected ? pick('reject') : null,
        });
        break;
      }
    }
  });
  if (assignment === null && plan.situation === 'A_QUALITY') found.conclusion ??= null;
  return found;
}

function card(
  complaintId: string,
  copy: string,
  recipient: DemoStaff,
  at: number,
  next: number | null,
  random: Random,
): RecordRow {
  const read = next !== null && random.chance(0.9);
  return {
    complaintId,
    copy,
    recipientId: recipient.id,
    sentAt: instantText(at),
    readAt: read ? instantText(Math.min(next, at + 3 * 3_600_000)) : null,
    readById: read ? recipient.id : null,
  };
}

function report(hand: CaseInHand, authored: RecordRow, reportVersion: number, at: number): string {
  const { plan, people, random, put, id: complaintId, letters } = hand;
  const conclusion = random.weighted([
    ['OUR_FAULT', 62],
    ['SHARED', 9],
    ['THIRD_PARTY', 15],
    ['CUSTOMER_FAULT', 9],
    ['UNPROVEN', 5],
  ] as const);
  const letter = random.pick(letters);
  const original = put('Attachment', {
    complaintId,
    fileName: letter.name,
    mime: letter.mime,
    size: letter.content.length,
    sha256: letter.sha256,
    personal: true,
    original: true,
    uploadedById: authored.authorId,
    uploadedAt: instantText(at - 3_600_000),
  });
  const ours = isOurFault(conclusion);
  const id = put('InvestigationReport', {
    ...authored,
    reportVersion,
    cause: plan.matter.cause,
    course: `${random.pick(phrases.report)}${plan.matter.cause}。`,
    conclusion,
    conclusionText: ours ? '我方负有责任，应予处理并致歉。' : '已查明，非我方单独责任，向客户说明依据。',
    countermeasures: '按规定处理，并回访客户。',
    preventiveMeasures: `${random.pick(phrases.measure)}。`,
    originalComplaintId: original,
  });
  for (const head of investigationHead.codes)
    put('InvestigationItem', {
      reportId: id,
      head,
      method: random.pick(['GOODS_INSPECTION', 'RECORD_CHECK', 'SITE_CHECK'] as const),
      finding: head === 'RESPONSIBILITY' ? plan.matter.cause : '属实。',
    });
  if (ours)
    put('ResponsiblePerson', {
      reportId: id,
      staffId: people.handlerOf(plan.handling).id,
      departmentId: people.idOf(plan.handling),
      responsibility: random.pick(['DIRECT', 'MAIN', 'LEADERSHIP'] as const),
    });
  else put('ResponsiblePerson', { reportId: id, externalName: '恒拓五金制品厂', responsibility: 'MAIN' });
  return conclusion;
}

function opinion(
  hand: CaseInHand,
  authored: RecordRow,
  opinionVersion: number,
  at: number,
): Pick<FromDocuments, 'amount' | 'remedy'> {
  const { plan, people, random, put, steps, actors, id: complaintId } = hand;
  const wanted = hasRemedy(plan)
    ? plan.matter.demands.map((type) => remedies[type]).find((one) => one !== undefined)
    : undefined;
  const remedy = wanted ?? (plan.matter.demands.includes('APOLOGY') ? 'APOLOGY' : 'EXPLAIN');
  const type = compensations[remedy];
  const priced = type !== undefined && type !== 'EXCHANGE';
  const amount = priced ? `${random.pick([80, 150, 200, 300, 480, 660, 1200, 2600, 5800])}.00` : null;
  put('HandlingOpinion', {
    ...authored,
    opinionVersion,
    remedy,
    amount,
    detail: random.pick(phrases.opinion),
    executorId: people.handlerOf(plan.handling).id,
    executeBy: instantText(at + 5 * 24 * 3_600_000),
  });
  const last = steps.findLastIndex(({ transition }) => transition.id === '18' || transition.id === '15b');
  const approvedAt = steps[last]?.at;
  const closed = steps.findLast(({ transition }) => transition.id === '23');
  const isLast = steps.findLastIndex(({ transition }) => transition.id === '17' || transition.id === '7b');
  if (amount !== null && steps[isLast]?.at === at) {
    const small = Number(amount) <= 2000;
    const decided = approvedAt !== undefined && approvedAt > at;
    put('CompensationRequest', {
      complaintId,
      type,
      amount,
      reason: random.pick(phrases.opinion),
      state: closed ? 'EXECUTED' : decided ? 'APPROVED' : 'REQUESTED',
      requestedById: authored.authorId,
      requestedAt: instantText(at),
      decidedById: decided ? (small ? (actors[last]?.id ?? people.gm.id) : people.gm.id) : null,
      decidedAt: decided ? instantText(approvedAt - 60_000) : null,
      decision: decided ? '同意' : null,
      executedById: closed ? people.finance.id : null,
      executedAt: closed ? instantText(closed.at - 3_600_000) : null,
      voucher: closed ? `PZ-${complaintId}` : null,
    });
  }
  return { amount, remedy };
}
