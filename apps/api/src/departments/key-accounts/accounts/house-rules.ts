import type { Role } from '@kehu/domain/access/roles';
import { settingAt } from '@kehu/domain/complaints/settings-defaults';
import type { KeyAccountSetting } from '@kehu/domain/key-accounts/settings';
import { dayIn } from '@kehu/domain/text/dates';
import { dayNumber } from '@kehu/domain/text/day-number';
import { holdersOf } from '../../../access/role-holders.js';
import type { Work } from '../../../commands/command.js';
import { badInput, forbidden } from '../../../commands/errors.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { type Standing, standingFor } from '../../../workflow/standing.js';
import { type Asking, settingOverrides } from '../../complaints/clock/settings.js';

/** The value of a rule that the organisation may set, as it holds at an instant. */
export async function ruleValue(asking: Asking, key: KeyAccountSetting, at: Date): Promise<string> {
  return settingAt(await settingOverrides(asking), key, 'GENERAL', at).value;
}

/** How records of a day are called: `ZS-20260307-0012`, the twelfth of its day. */
export async function numberOfDay(work: Work, prefix: string, sequence: string): Promise<string> {
  const day = today(work);
  const number = await work.nextNumber(`${sequence} ${day}`);
  return dayNumber(prefix, day, number);
}

/** The day of the act in the organisation's zone. */
export function today(work: Work): string {
  return dayIn(work.context.organisation.zone, work.now);
}

/** Somebody at work who holds one of the roles; BAD_USER_INPUT at `path` otherwise. */
export async function requireHolder(
  work: Work,
  staffId: unknown,
  path: string,
  roles: readonly Role[],
): Promise<string> {
  const id = String(staffId);
  const holders = await holdersOf(work, roles);
  if (!holders.includes(id)) throw badInput({ path, message: 'solicitation.notAManager' });
  return id;
}

/** The head of somebody's department, or null. */
export async function headOf(work: Work, staffId: unknown): Promise<unknown> {
  const person = staffId == null ? null : await work.peek('Staff', String(staffId));
  const department =
    person?.departmentId == null ? null : await work.peek('Department', String(person.departmentId));
  return department?.headId ?? null;
}

/** A region that there is; BAD_USER_INPUT otherwise. */
export async function requireRegion(work: Work, regionId: unknown): Promise<string> {
  const found =
    /^[1-9]\d{0,15}$/.test(String(regionId)) && (await work.peek('Region', String(regionId))) !== null;
  if (!found) throw badInput({ path: 'regionId', message: 'input.noSuchRecord' });
  return String(regionId);
}

/** As whom the actor does what a leading role alone may do to a record; FORBIDDEN when no right reaches it. */
export async function requireLeader(
  work: Work,
  kind: Parameters<typeof standingFor>[0],
  opened: Parameters<typeof standingFor>[1],
  row: RecordRow,
): Promise<Standing> {
  const standing = await standingFor(kind, opened, row, work.actor, work.loader);
  if (!standing) throw forbidden();
  work.onBehalfOf(standing.principal?.staffId ?? null);
  return standing;
}

interface Telling {
  readonly to: readonly unknown[];
  readonly message: Parameters<typeof notify>[1]['message'];
  readonly content?: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly recordId: string;
  readonly no: string;
  readonly weight?: 'TODO' | 'INFO' | 'WARNING';
  readonly dueAt?: string | null;
}

/** Tells people of a record by its number; nobody is told of what he did himself. */
export async function tell(
  work: Work,
  { to, message, content, kind, recordId, no, weight = 'INFO', dueAt }: Telling,
): Promise<readonly Told[]> {
  const others = to.flatMap((id) => (id == null || String(id) === work.actor.staffId ? [] : [String(id)]));
  if (others.length === 0) return [];
  return notify(work, {
    to: others,
    message,
    content: { no, ...content },
    weight,
    kind,
    recordId,
    recordNo: no,
    dueAt: dueAt ?? null,
  });
}
