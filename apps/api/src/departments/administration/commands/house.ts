import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { referenceProblems, requireNoCircle } from '../rules.js';
import type { ChangeInput } from './staff.js';

type Values = ActInput & Readonly<Record<string, unknown>>;
type Outcome = { readonly id: string };

export const departmentFields = [
  'code',
  'name',
  'kind',
  'parent',
  'head',
  'region',
  'ownership',
  'address',
  'active',
] as const;
export const regionFields = ['code', 'name', 'parent', 'manager'] as const;

interface HouseKind {
  readonly kind: 'Department' | 'Region';
  readonly fields: readonly string[];
  readonly references: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly rules?: (work: Work, id: string | null, after: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Departments and stores; a store is a department of kind STORE (dossier C1). */
const department: HouseKind = {
  kind: 'Department',
  fields: departmentFields,
  references: { parentId: 'Department', headId: 'Staff', regionId: 'Region' },
  defaults: { active: true },
  async rules(work, id, after) {
    if (after.ownership != null && after.kind !== 'STORE')
      throw badInput({ path: 'ownership', message: 'rule.notAStore' });
    if (id === null || after.active !== false) return;
    const [row] = await work.rows<{ n: string }>(
      "SELECT COUNT(*) AS n FROM staff WHERE department_id = ? AND status <> 'LEFT'",
      [id],
    );
    const count = Number(row?.n ?? 0);
    if (count > 0) throw ruleViolation('rule.hasContent', null, { count });
  },
};

const region: HouseKind = {
  kind: 'Region',
  fields: regionFields,
  references: { parentId: 'Region', managerId: 'Staff' },
  defaults: {},
};

function create(name: string, house: HouseKind): Command<Values, Outcome> {
  return {
    name,
    permission: { subject: 'organisation', action: 'CREATE' },
    async run(work, { idempotencyKey: _, ...input }) {
      const { row, problems } = checkFields(
        kindNamed(house.kind),
        { ...house.defaults, ...input },
        { fields: house.fields, partial: false },
      );
      problems.push(...(await referenceProblems(work, row, house.references)));
      if (problems.length > 0) throw badInput(...problems);
      await house.rules?.(work, null, row);
      return { id: await work.insert(house.kind, row) };
    },
  };
}

function update(name: string, house: HouseKind): Command<ChangeInput, Outcome> {
  return {
    name,
    permission: { subject: 'organisation', action: 'UPDATE' },
    targets: ({ id, expectedVersion }) => [{ kind: house.kind, id: String(id), expectedVersion }],
    async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
      const { row, problems } = checkFields(kindNamed(house.kind), input, {
        fields: house.fields,
        partial: true,
      });
      problems.push(...(await referenceProblems(work, row, house.references)));
      if (problems.length > 0) throw badInput(...problems);
      await requireNoCircle(work, house.kind, 'parent', id, row.parentId);
      await house.rules?.(work, id, { ...(await work.load(house.kind, id)), ...row });
      await work.update(house.kind, id, row);
      return { id };
    },
  };
}

export const createDepartment = create('createDepartment', department);
export const updateDepartment = update('updateDepartment', department);
export const createRegion = create('createRegion', region);
export const updateRegion = update('updateRegion', region);
