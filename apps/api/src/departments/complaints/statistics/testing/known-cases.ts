import type { House } from '../../../../access/testing/house.js';
import type { RecordRow } from '../../../../records/encode.js';

/** A case of the known month: what it is made of, in plain terms. */
export interface KnownCase {
  readonly no: string;
  readonly store: 'a' | 'b' | null;
  readonly category: string;
  readonly demands: readonly string[];
  readonly severity: string;
  readonly state: string;
  readonly procedure?: string;
  readonly received: string;
  /** Hours from the receipt. */
  readonly accepted?: number;
  readonly ruled?: number;
  readonly responded?: number;
  readonly closed?: number;
  readonly breached?: boolean;
  readonly reason?: string;
  readonly recurrence?: boolean;
  readonly department?: boolean;
  readonly responsible?: boolean;
  readonly anonymous?: boolean;
  readonly product?: boolean;
  readonly paid?: { readonly type: string; readonly amount: string; readonly at: string };
  readonly action?: {
    readonly due: string;
    readonly done?: string;
    readonly checked?: string;
    readonly effective?: boolean;
  };
}

const hour = 3_600_000;
export const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * hour).toISOString();

/** Cases around February 2026, counted on 7 March 2026, 10:00 in Shanghai. */
export const knownCases: readonly KnownCase[] = [
  {
    no: 'K01',
    store: 'a',
    category: 'QUALITY_DEFECT',
    demands: ['RETURN', 'REFUND'],
    severity: 'GENERAL',
    state: 'CLOSED',
    received: '2026-02-02T01:00:00.000Z',
    ruled: 5,
    accepted: 5,
    responded: 1,
    closed: 100,
    department: true,
    product: true,
    paid: { type: 'REFUND', amount: '120.50', at: '2026-02-05T01:00:00.000Z' },
  },
  {
    no: 'K02',
    store: 'a',
    category: 'QUALITY_DEFECT',
    demands: ['RETURN'],
    severity: 'SEVERE',
    state: 'CLOSED',
    received: '2026-02-03T01:00:00.000Z',
    ruled: 2,
    accepted: 2,
    responded: 0.5,
    closed: 168,
    department: true,
    responsible: true,
    product: true,
    action: {
      due: '2026-02-20',
      done: '2026-02-20T15:30:00.000Z',
      checked: '2026-02-27T01:00:00.000Z',
      effective: true,
    },
  },
  {
    no: 'K03',
    store: 'a',
    category: 'DELIVERY_DATE',
    demands: ['APOLOGY'],
    severity: 'SEVERE',
    state: 'CLOSED',
    received: '2026-02-04T01:00:00.000Z',
    ruled: 3,
    accepted: 3,
    responded: 2,
    closed: 169,
    breached: true,
    reason: '等待送检',
    department: true,
    recurrence: true,
    action: { due: '2026-02-21', done: '2026-02-21T16:30:00.000Z' },
  },
  {
    no: 'K04',
    store: 'b',
    category: 'DELIVERY_DATE',
    demands: ['DAMAGES'],
    severity: 'MAJOR',
    state: 'INVESTIGATING',
    received: '2026-02-10T01:00:00.000Z',
    ruled: 20,
    accepted: 20,
    breached: true,
    department: true,
    responsible: true,
  },
  {
    no: 'K05',
    store: 'b',
    category: 'SERVICE_ATTITUDE',
    demands: ['APOLOGY'],
    severity: 'GENERAL',
    state: 'CLOSED_NOT_ACCEPTED',
    received: '2026-02-12T01:00:00.000Z',
    ruled: 10,
    closed: 30,
  },
  {
    no: 'K06',
    store: 'b',
    category: 'SERVICE_ATTITUDE',
    demands: ['APOLOGY'],
    severity: 'GENERAL',
    state: 'WITHDRAWN',
    received: '2026-02-13T01:00:00.000Z',
    ruled: 10,
    accepted: 10,
    closed: 12,
  },
  {
    no: 'K07',
    store: null,
    category: 'OTHER',
    demands: [],
    severity: 'GENERAL',
    state: 'CLOSED',
    received: '2026-02-28T15:59:59.999Z',
    procedure: 'SIMPLE',
    ruled: 1,
    accepted: 1,
    responded: 1,
    closed: 2,
    anonymous: true,
  },
  {
    no: 'K08',
    store: 'a',
    category: 'OTHER',
    demands: ['OTHER'],
    severity: 'GENERAL',
    state: 'PENDING_RULING',
    received: '2026-02-27T01:00:00.000Z',
  },
  // Of the first hour of March in Shanghai, which is still February in UTC.
  {
    no: 'K09',
    store: 'a',
    category: 'OTHER',
    demands: ['OTHER'],
    severity: 'GENERAL',
    state: 'REGISTERED',
    received: '2026-02-28T16:00:00.000Z',
  },
  // Carried in: received in January, closed in February; its compensation is February's.
  {
    no: 'K10',
    store: 'b',
    category: 'TOLERANCE',
    demands: ['EXCHANGE'],
    severity: 'MAJOR',
    state: 'CLOSED',
    received: '2026-01-20T01:00:00.000Z',
    ruled: 5,
    accepted: 5,
    responded: 4,
    closed: 400,
    breached: true,
    department: true,
    paid: { type: 'DISCOUNT', amount: '9.99', at: '2026-02-06T01:00:00.000Z' },
    action: { due: '2026-02-25' },
  },
  // Ended before February: counts nowhere.
  {
    no: 'K11',
    store: 'a',
    category: 'TOLERANCE',
    demands: ['EXCHANGE'],
    severity: 'MAJOR',
    state: 'CLOSED',
    received: '2026-01-02T01:00:00.000Z',
    ruled: 5,
    accepted: 5,
    responded: 4,
    closed: 50,
  },
  // Of February last year.
  {
    no: 'K12',
    store: 'a',
    category: 'TOLERANCE',
    demands: ['EXCHANGE'],
    severity: 'MAJOR',
    state: 'CLOSED',
    received: '2025-02-10T01:00:00.000Z',
    ruled: 5,
    accepted: 5,
    responded: 4,
    closed: 50,
  },
];

export interface KnownHouse {
  readonly stores: Readonly<Record<'a' | 'b', string>>;
  readonly technics: string;
  readonly product: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Plants the known cases, with stores, a handling department and what the cases carry. */
export async function plantKnownCases(house: House): Promise<KnownHouse> {
  const stores = {
    a: await house.plant('Department', { code: 'SA', name: '甲店', kind: 'STORE' }),
    b: await house.plant('Department', { code: 'SB', name: '乙店', kind: 'STORE' }),
  };
  const technics = await house.plant('Department', { code: 'TECH', name: '技术部', kind: 'TECH' });
  const product = await house.plant('Product', { productNo: 'P1', name: '电水壶', category: '小家电' });
  const customer = await house.plant('Customer', { name: '王芳', type: 'CONSUMER' });
  const ids: Record<string, string> = {};
  for (const known of knownCases) {
    ids[known.no] = await plantCase(house, known, { stores, technics, product, customer });
  }
  return { stores, technics, product, ids };
}

interface Places {
  readonly stores: KnownHouse['stores'];
  readonly technics: string;
  readonly product: string;
  readonly customer: string;
}

async function plantCase(house: House, known: KnownCase, places: Places): Promise<string> {
  const at = (hours: number | undefined) => (hours === undefined ? null : later(known.received, hours));
  const end = at(known.closed);
  const id = await house.plant('Complaint', {
    no: known.no,
    state: known.state,
    procedure: known.procedure ?? 'STANDARD',
    severity: known.severity,
    category: known.category,
    situation: 'A_QUALITY',
    channel: 'PHONE',
    subject: known.no,
    description: known.no,
    customerId: known.anonymous ? null : places.customer,
    anonymous: known.anonymous ?? false,
    complainantName: '王芳',
    keyAccount: false,
    storeId: known.store ? places.stores[known.store] : null,
    productId: known.product ? places.product : null,
    aboutHead: false,
    receivedAt: known.received,
    dueAt: later(known.received, 168),
    slaStatus: known.breached ? 'BREACHED' : 'ON_TRACK',
    firstResponseAt: at(known.responded),
    ruledAt: at(known.ruled),
    acceptedAt: at(known.accepted),
    closedAt: end,
    disputed: false,
    rejections: 0,
    returns: known.no === 'K03' ? 1 : 0,
    refusals: 0,
    reopenCount: 0,
    recurrence: known.recurrence ?? false,
    handlingDepartmentId: known.department ? places.technics : null,
    stateSince: end ?? known.received,
    waitedSeconds: 0,
    policyVersion: 'v1',
    procedureVersion: 1,
    breached: known.breached ?? false,
    breachReason: known.reason ?? null,
  });
  await plantParts(house, id, known, places);
  return id;
}

async function plantParts(
  house: House,
  complaintId: string,
  known: KnownCase,
  places: Places,
): Promise<void> {
  const plant = (kind: string, row: RecordRow) => house.plant(kind, { complaintId, ...row });
  for (const type of known.demands) await plant('ComplaintDemand', { type });
  if (known.paid) {
    const { type, amount, at } = known.paid;
    await plant('CompensationRequest', {
      type,
      amount,
      reason: '照章',
      state: 'EXECUTED',
      requestedAt: at,
      executedAt: at,
    });
  }
  if (known.action) {
    const { due, done, checked, effective } = known.action;
    await plant('PreventiveAction', {
      measure: '改进',
      dueOn: due,
      checkOn: due,
      doneAt: done ?? null,
      checkedAt: checked ?? null,
      effective: effective ?? null,
      createdAt: later(known.received, 24),
    });
  }
  if (known.responsible) {
    const text = {
      cause: '因',
      course: '经过',
      conclusionText: '结论',
      countermeasures: '对策',
      preventiveMeasures: '防范',
    };
    const reportId = await plant('InvestigationReport', {
      reportVersion: 1,
      conclusion: 'OUR_FAULT',
      ...text,
      signedAt: later(known.received, 48),
    });
    await house.plant('ResponsiblePerson', {
      reportId,
      departmentId: places.technics,
      responsibility: 'MAIN',
    });
  }
  if (known.ruled !== undefined) {
    await plant('CaseStep', {
      action: 'ruleOnComplaint',
      transition: known.accepted === undefined ? '4' : '3',
      from: 'PENDING_RULING',
      to: 'ACCEPTED',
      at: later(known.received, known.ruled),
      since: known.received,
      late: known.ruled > 15,
      conflictOverride: false,
    });
  }
}
