import type { Actor } from '@kehu/domain/access/actor';
import type { ComplaintActName } from '@kehu/domain/complaints/act-labels';
import type { Command, Work } from '../../../commands/command.js';
import type { RecordRow } from '../../../records/encode.js';
import { staleCase } from '../case/stale-case.js';
import type { CaseInput, CaseOutcome } from './pipeline-act.js';

/** Everybody in whose name a person acts, the person first (B7.7). */
export const namesOf = (actor: Actor): string[] => [
  actor.staffId,
  ...(actor.deputyFor ?? []).map(({ staffId }) => staffId),
];

/** An act on the way of a case that is no row of D1.2: the case locked, visible and of the version that was seen. */
export const onCase = (
  name: ComplaintActName,
  run: (work: Work, complaint: RecordRow, input: CaseInput) => Promise<CaseOutcome>,
): Command<CaseInput, CaseOutcome> => ({
  name,
  permission: null,
  targets: ({ id, expectedVersion }) => [{ kind: 'Complaint', id: String(id), expectedVersion }],
  stale: staleCase,
  run: async (work, input) => run(work, (await work.load('Complaint', String(input.id))) ?? {}, input),
});
