import { approvalLimit, type LimitRow } from '@kehu/domain/complaints/approval-limits';
import type { ActorFacts, CaseFacts, GivenFacts, GuardFacts } from '@kehu/domain/complaints/case-facts';
import { complaintGuards } from '@kehu/domain/complaints/guards';
import type { ComplaintTransition } from '@kehu/domain/complaints/workflow';
import { complaintTransitions } from '@kehu/domain/complaints/workflow';
import { type FactSource } from '../../../records/source.js';
import type { Standing } from '../../../workflow/standing.js';

/** Facts of the person and the principal, as guards read them. */
export function actorFacts(standing: Standing, limits: readonly LimitRow[], day: string): ActorFacts {
  const people = [standing.actor, ...(standing.principal ? [standing.principal] : [])];
  return {
    actorIds: people.map(({ staffId }) => staffId),
    actorRoles: standing.roles,
    actorDepartmentIds: people.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId])),
    actorLimit: approvalLimit(limits, standing.roles, 'DAMAGES', day),
  };
}

/** The approval limits that the organisation set (R4.18). */
export async function readLimits(source: FactSource): Promise<LimitRow[]> {
  const rows = await source.rows<{ role: string; type: string | null; max: string; from: string }>(
    "SELECT role, type, CAST(max_amount AS CHAR) AS max, DATE_FORMAT(effective_from, '%Y-%m-%d') AS `from` FROM approval_limit ORDER BY id",
    [],
  );
  return rows.map((row) => ({
    role: row.role,
    type: row.type,
    maxAmount: row.max,
    effectiveFrom: row.from,
  }));
}

/** Rows of the table that an act may take from where the case stands, whatever its outcome. */
export function transitionsOf(
  act: string,
  facts: Pick<CaseFacts, 'state' | 'procedure'>,
): ComplaintTransition[] {
  return complaintTransitions.filter(
    (row) =>
      row.act === act &&
      row.from.includes(facts.state) &&
      (!row.procedures || row.procedures.includes(facts.procedure)),
  );
}

/** Branches are chosen by facts of the case alone; whoever acts stands for nobody here. */
const nobody: ActorFacts = { actorIds: [], actorRoles: [], actorDepartmentIds: [], actorLimit: null };

const routing = (row: ComplaintTransition) => row.guards.filter((name) => complaintGuards[name].routes);

/**
 * Of an act's rows the one that this outcome takes: where several lead on from here, the branch whose
 * routing guards hold; the more particular branch goes first. Null when none does.
 */
export function branchFor(
  rows: readonly ComplaintTransition[],
  outcome: string | null,
  facts: CaseFacts & GivenFacts,
): ComplaintTransition | null {
  const asked: GuardFacts = { ...facts, ...nobody };
  const open = rows
    .filter((row) => outcome === null || !row.when || row.when.equals === outcome)
    .filter((row) => routing(row).every((name) => complaintGuards[name].holds(asked)));
  return [...open].sort((a, b) => routing(b).length - routing(a).length)[0] ?? null;
}
