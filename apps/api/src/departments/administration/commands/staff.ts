import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { dayIn } from '@kehu/domain/text/dates';
import { endSessions, setCredential } from '../../../access/credentials.js';
import { hashPassword, randomPassword } from '../../../access/passwords.js';
import { normaliseLogin } from '../../../access/sign-in.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { optionalReason } from '../../../commands/reason.js';
import { checkFields } from '../../../commands/validate.js';
import { requireAdministratorRemains, revokeGrantsOf } from '../grants.js';
import { referenceProblems, requireNoCircle } from '../rules.js';

export const staffFields = [
  'login',
  'displayName',
  'familyName',
  'givenName',
  'jobTitle',
  'phone',
  'email',
  'department',
  'region',
  'supervisor',
] as const;

const references = { departmentId: 'Department', regionId: 'Region', supervisorId: 'Staff' } as const;

type Values = ActInput & Readonly<Record<string, unknown>>;
export type ChangeInput = Values & { readonly id: string; readonly expectedVersion: number };

export interface NewStaff {
  readonly id: string;
  /** Shown once to whoever creates the account; null without a login, and for a repeated key. */
  readonly initialPassword: string | null;
}

function checkStaff(input: Readonly<Record<string, unknown>>, partial: boolean) {
  const login = typeof input.login === 'string' ? normaliseLogin(input.login) || null : input.login;
  const given = login === undefined ? input : { ...input, login };
  const { row, problems } = checkFields(kindNamed('Staff'), given, { fields: staffFields, partial });
  if (typeof row.login === 'string' && !/^[a-z0-9][a-z0-9._-]{1,59}$/.test(row.login)) {
    problems.push({ path: 'login', message: 'input.login' });
  }
  return { row, problems };
}

async function checked(work: Work, row: Record<string, unknown>, problems: FieldProblem[]) {
  problems.push(...(await referenceProblems(work, row, references)));
  if (problems.length > 0) throw badInput(...problems);
  return row;
}

/** A new person of the company; with a login also an account, whose first password must be changed. */
export const createStaff: Command<Values, NewStaff> = {
  name: 'createStaff',
  permission: { subject: 'staff', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkStaff(input, false);
    await checked(work, row, problems);
    const id = await work.insert('Staff', { ...row, status: 'ACTIVE' });
    const initialPassword = row.login == null ? null : await giveFirstPassword(work, id);
    return { id, initialPassword };
  },
  kept: ({ id }) => ({ id, initialPassword: null }),
};

async function giveFirstPassword(work: Work, staffId: string): Promise<string> {
  const password = randomPassword();
  await setCredential({ change: changing(work) }, staffId, await hashPassword(password), {
    mustChange: true,
    now: work.now,
  });
  return password;
}

const changing =
  (work: Work) =>
  async (sql: string, values: readonly unknown[] = []) => ({
    affectedRows: await work.sql(sql, values as never),
    insertId: '0',
  });

/** Corrects a person's data; nobody becomes his own superior, also not by a detour. */
export const updateStaff: Command<ChangeInput, NewStaff> = {
  name: 'updateStaff',
  permission: { subject: 'staff', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Staff', id: String(id), expectedVersion }],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const before = await work.load('Staff', id);
    const { row, problems } = checkStaff(input, true);
    await checked(work, row, problems);
    await requireNoCircle(work, 'Staff', 'supervisor', id, row.supervisorId);
    await work.update('Staff', id, row);
    // A login given later opens the account now.
    const opens = row.login != null && before?.login == null;
    return { id, initialPassword: opens ? await giveFirstPassword(work, id) : null };
  },
  kept: ({ id }) => ({ id, initialPassword: null }),
};

export type SetStaffStatusInput = ChangeInput & {
  readonly status: string;
  readonly leftOn?: string | null;
  readonly reason?: string | null;
};

/**
 * Sets whether a person works, is on leave, or has left. Leaving needs everything handed over first
 * (dossier C1: all owned customers), ends sessions and roles, and closes the account.
 */
export const setStaffStatus: Command<SetStaffStatusInput, { readonly id: string }> = {
  name: 'setStaffStatus',
  permission: { subject: 'staff', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Staff', id: String(id), expectedVersion }],
  async run(work, { id, status, leftOn, reason }) {
    const { row, problems } = checkFields(
      kindNamed('Staff'),
      { status, leftOn },
      { fields: ['status', 'leftOn'], partial: true },
    );
    if (problems.length > 0) throw badInput(...problems);
    if (id === work.actor.staffId) throw ruleViolation('rule.notOneself', null);
    work.reason(optionalReason(reason, 'reason'));
    const today = dayIn(work.context.organisation.zone, work.now);
    if (row.status === 'LEFT') {
      await requireHandedOver(work, id);
      await requireAdministratorRemains(work, id);
      await revokeGrantsOf(work, id);
      await endSessions({ change: changing(work) }, id, work.now);
    }
    await work.update('Staff', id, {
      status: row.status,
      leftOn: row.status === 'LEFT' ? (row.leftOn ?? today) : null,
    });
    return { id };
  },
};

async function requireHandedOver(work: Work, staffId: string): Promise<void> {
  const [row] = await work.rows<{ n: string }>(
    "SELECT COUNT(*) AS n FROM customer WHERE owner_id = ? AND lifecycle NOT IN ('MERGED', 'ERASED')",
    [staffId],
  );
  const count = Number(row?.n ?? 0);
  if (count > 0) throw ruleViolation('rule.stillOwnsCustomers', 'C1', { count });
}

/** A new password for somebody who lost his: shown once, to be changed at once; every session ends. */
export const resetStaffPassword: Command<ChangeInput, NewStaff> = {
  name: 'resetStaffPassword',
  permission: { subject: 'staff', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Staff', id: String(id), expectedVersion }],
  async run(work, { id }) {
    if (id === work.actor.staffId) throw ruleViolation('rule.passwordOfOthers', null);
    const person = await work.load('Staff', id);
    if (person?.login == null) throw ruleViolation('rule.loginNeeded', null);
    if (person.status === 'LEFT') throw ruleViolation('rule.staffNotActive', null);
    const initialPassword = await giveFirstPassword(work, id);
    await endSessions({ change: changing(work) }, id, work.now);
    work.note('Staff', id);
    return { id, initialPassword };
  },
  kept: ({ id }) => ({ id, initialPassword: null }),
};
