import { type Label, label } from '@kehu/domain/catalogue/labels';
import type { ApprovalFacts } from '@kehu/domain/key-accounts/approval-guards';
import { GraphQLString } from 'graphql';
import { holdersOf } from '../../access/role-holders.js';
import { reasonField } from '../../commands/act-schema.js';
import type { Work } from '../../commands/command.js';
import type { FieldSpecs } from '../../graphql/schema/declare.js';
import { scalars } from '../../graphql/schema/kinds.js';
import type { StepInput } from '../../workflow/act.js';
import type { RecordFacts } from '../../workflow/machine.js';

/** What is true of a record of which nothing has been written yet. */
export const nothingYet = {
  state: '',
  authorIds: [],
  papers: 0,
  effectiveDateGiven: false,
  withinApproval: false,
  effectGiven: false,
  reasonGiven: false,
} satisfies RecordFacts<ApprovalFacts>;

export const decisionOf = (input: StepInput): string => String(input.decision);

/** The decision that an approval is given, and why. */
export function decisionFields(codes: string): FieldSpecs {
  return {
    decision: { type: () => GraphQLString, required: true, label: label(codes, codes, codes) },
    ...reasonField(false),
  };
}

export const idField = (name: string, text: Label, required = true): FieldSpecs => ({
  [name]: { type: () => scalars.id, label: text, ...(required ? { required: true as const } : {}) },
});

export const recordAnswer = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });

/** Who leads somebody's department: its head, or else whoever holds the role there. */
export async function headsOf(work: Work, staffId: unknown): Promise<readonly string[]> {
  const person = staffId == null ? null : await work.peek('Staff', String(staffId));
  const department =
    person?.departmentId == null ? null : await work.peek('Department', String(person.departmentId));
  if (!department) return [];
  if (department.headId != null) return [String(department.headId)];
  const heads: string[] = [];
  for (const id of await holdersOf(work, ['DEPT_HEAD']))
    if (String((await work.peek('Staff', id))?.departmentId) === String(department.id)) heads.push(id);
  return heads;
}
