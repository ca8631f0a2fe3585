import type { CaseFacts } from '@kehu/domain/complaints/case-facts';
import type { ComplaintRow } from '@kehu/domain/complaints/complaint';
import type { Severity } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { marks } from '../../../records/marks.js';
import { type FactSource, sourceOf } from '../../../records/source.js';
import { type FactRow, factRows } from './fact-rows.js';
import { type OrganisationTree, readTree } from './organisation-tree.js';
import { guardSettings, readSettings, type SettingReader } from './settings.js';

/** Everything that was read for some cases at once; guards and desks take it from here. */
export interface CaseKnowledge {
  readonly tree: OrganisationTree;
  readonly setting: SettingReader;
  readonly facts: ReadonlyMap<string, CaseFacts>;
  readonly rows: ReadonlyMap<string, readonly FactRow[]>;
  /** Id of the last opinion of HR, on which a handling opinion is based. */
  lastOf(id: string, what: string): FactRow | null;
}

/** The facts of one case inside an act (for guards of other acts on it as well). */
export async function caseFacts(work: Work, complaint: RecordRow): Promise<CaseFacts> {
  const knowledge = await knowCases(sourceOf(work), [complaint]);
  const facts = knowledge.facts.get(String(complaint.id));
  if (!facts) throw new Error(`Nothing is known of complaint ${String(complaint.id)}.`);
  return facts;
}

/** Facts of several cases in four statements, however many there are. */
export async function knowCases(
  source: FactSource,
  complaints: readonly RecordRow[],
): Promise<CaseKnowledge> {
  const ids = complaints.map(({ id }) => String(id));
  const found = await factRows(source, ids);
  const rows = new Map<string, FactRow[]>(ids.map((id) => [id, []]));
  for (const row of found) rows.get(row.complaint_id)?.push(row);
  const tree = await readTree(source);
  const setting = await readSettings(source);
  const owners = await customerOwners(source, complaints);
  const facts = new Map<string, CaseFacts>();
  for (const complaint of complaints) {
    const id = String(complaint.id);
    const owner = owners.get(String(complaint.customerId)) ?? null;
    facts.set(
      id,
      factsOf(complaint as unknown as ComplaintRow, rows.get(id) ?? [], tree, setting, owner, source.now),
    );
  }
  return {
    tree,
    setting,
    facts,
    rows,
    lastOf: (id, what) => rows.get(id)?.findLast((row) => row.what === what) ?? null,
  };
}

async function customerOwners(
  source: FactSource,
  complaints: readonly RecordRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [
    ...new Set(complaints.flatMap(({ customerId }) => (customerId == null ? [] : [String(customerId)]))),
  ];
  if (ids.length === 0) return new Map();
  const rows = await source.rows<{ id: unknown; owner_id: unknown }>(
    `SELECT id, owner_id FROM customer WHERE id IN (${marks(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [String(row.id), row.owner_id == null ? null : String(row.owner_id)]));
}

const dayMilliseconds = 86_400_000;

function factsOf(
  complaint: ComplaintRow,
  rows: readonly FactRow[],
  tree: OrganisationTree,
  setting: SettingReader,
  customerOwnerId: string | null,
  now: Date,
): CaseFacts {
  const last = (what: string) => rows.findLast((row) => row.what === what) ?? null;
  const all = (what: string, ...codes: readonly string[]) =>
    rows.filter((row) => row.what === what && (codes.length === 0 || codes.includes(row.code ?? '')));
  const names = (row: FactRow | null) =>
    row ? [row.person, row.principal].filter((id): id is string => id !== null) : [];
  const daysSince = (at: unknown) =>
    at == null ? null : (now.getTime() - new Date(String(at)).getTime()) / dayMilliseconds;
  const opinion = last('HandlingOpinion');
  const approved = all('CompensationRequest', 'APPROVED', 'EXECUTED');
  return {
    state: complaint.state,
    procedure: complaint.procedure,
    severity: complaint.severity,
    category: complaint.category,
    situation: complaint.situation,
    anonymous: complaint.anonymous === true,
    keyAccount: complaint.keyAccount === true,
    requestedAmount: complaint.requestedAmount ?? null,
    customerOwnerId,
    storeId: complaint.storeId ?? null,
    deskDepartmentId: complaint.deskDepartmentId ?? null,
    complainedStaffId: complaint.complainedStaffId ?? null,
    complainedUnitIds: complainedUnit(complaint, tree),
    hrComplainedAbout: tree.department(complaint.complainedDepartmentId ?? null)?.kind === 'HR_ADMIN',
    handlingDepartmentId: complaint.handlingDepartmentId ?? null,
    handlerId: complaint.handlerId ?? null,
    documents: [...new Set(rows.map(({ what }) => what))],
    assessorIds: names(last('StoreAssessment')),
    rulerIds: names(last('AcceptanceRuling')),
    reportAuthorIds: names(last('InvestigationReport')),
    opinionAuthorIds: names(opinion),
    daysSinceRuling: daysSince(complaint.ruledAt),
    daysSinceClosing: daysSince(complaint.closedAt),
    refusals: Number(complaint.refusals ?? 0),
    rejections: Number(complaint.rejections ?? 0),
    attachments: all('Attachment').length,
    openAssistance: all('DepartmentTask').length,
    preventiveActions: all('PreventiveAction').length,
    noPreventionReason: (complaint.noPreventionReason ?? '') !== '',
    overdue: isOverdue(complaint, now),
    breachReason: (complaint.breachReason ?? '') !== '',
    conclusion: complaint.conclusion ?? null,
    remedy: opinion?.code ?? null,
    opinionAmount: opinion?.amount ?? null,
    approvedCompensation: sum(approved),
    pendingCompensations: all('CompensationRequest', 'REQUESTED').length,
    unexecutedCompensations: all('CompensationRequest', 'APPROVED').length,
    refusalConsented: all('CaseStep', 'consentToRefusal').length > 0,
    overriddenIds: all('CaseStep', 'overrideConflict').flatMap(({ person }) => (person ? [person] : [])),
    settings: guardSettings(setting, complaint.severity as Severity),
  };
}

/** Whether a case is or was past its deadline, also before the timer said so (D1.4). */
function isOverdue({ breached, dueAt }: ComplaintRow, now: Date): boolean {
  return breached === true || now.getTime() > new Date(String(dueAt)).getTime();
}

/** The unit whose people stay out: what the head who is complained about leads, with all below it (B7.2). */
function complainedUnit(complaint: ComplaintRow, tree: OrganisationTree): string[] {
  if (complaint.aboutHead !== true || complaint.complainedStaffId == null) return [];
  const headed = tree.headedBy(String(complaint.complainedStaffId)).map(({ id }) => id);
  const named = complaint.complainedDepartmentId == null ? [] : [String(complaint.complainedDepartmentId)];
  return [...new Set([...headed, ...named].flatMap((id) => tree.below(id)))];
}

/** Sum of exact amounts of two decimals. */
function sum(rows: readonly FactRow[]): string {
  let cents = 0n;
  for (const { amount } of rows) {
    const [whole = '0', part = ''] = (amount ?? '0').split('.');
    cents += BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  }
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
