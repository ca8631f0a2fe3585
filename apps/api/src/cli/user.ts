import { role } from '@kehu/domain/access/roles';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { Command } from 'commander';
import { setCredential } from '../access/credentials.js';
import { hashPassword, passwordProblems } from '../access/passwords.js';
import { normaliseLogin } from '../access/sign-in.js';
import { badInput } from '../commands/errors.js';
import { perform } from '../commands/run.js';
import { approveRoleGrant, grantRole } from '../departments/administration/commands/role-grants.js';
import {
  type ChangeInput,
  createStaff,
  resetStaffPassword,
} from '../departments/administration/commands/staff.js';
import { insertRows } from '../records/bulk.js';
import type { Services } from '../services.js';
import { terminalLanguage } from './language.js';
import { CliError, operatorContext, say, withServices } from './terminal.js';
import { cliText } from './texts.js';

interface CreateFlags {
  readonly login: string;
  readonly name?: string;
  readonly role: readonly string[];
  readonly department?: string;
  readonly organisation?: string;
  readonly passwordStdin?: boolean;
}

/** `kehu user create | approve | reset-password | list` */
export function userCommand(): Command {
  const language = terminalLanguage();
  const t = (key: Parameters<typeof cliText>[0]) => cliText(key, language);
  const user = new Command('user').description(t('user'));
  user
    .command('create')
    .description(t('userCreate'))
    .option('-l, --login <login>', t('optLogin'), 'admin')
    .option('-n, --name <name>', t('optName'))
    .option(
      '-r, --role <role>',
      `${t('optRole')}: ${role.codes.join(', ')}`,
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('-d, --department <code>', t('optDepartment'))
    .option('--organisation <name>', t('optOrganisation'))
    .option('--password-stdin', t('optStdin'))
    .action((flags: CreateFlags) => withServices((services) => create(services, flags)));
  user
    .command('approve <login>')
    .description(t('userApprove'))
    .option('-r, --role <role>', t('optApproveRole'))
    .action((login: string, flags: { role?: string }) =>
      withServices((services) => approve(services, login, flags.role)),
    );
  user
    .command('reset-password <login>')
    .description(t('userReset'))
    .action((login: string) => withServices((services) => reset(services, login)));
  user
    .command('list')
    .description(t('userList'))
    .action(() => withServices(list));
  return user;
}

/** Creates a person with an account and roles; the organisation too when there is none yet. */
export async function create(services: Services, flags: CreateFlags): Promise<void> {
  const context = operatorContext(services);
  const password = flags.passwordStdin ? await readPassword(flags.login) : null;
  await ensureOrganisation(services, flags.organisation);
  const departmentId = flags.department ? await departmentOf(services, flags.department) : null;
  const staff = await perform(
    createStaff,
    { login: flags.login, displayName: flags.name ?? flags.login, ...(departmentId ? { departmentId } : {}) },
    context,
  );
  if (password !== null) {
    await setCredential(services.database, staff.id, await hashPassword(password), {
      mustChange: false,
      now: services.clock.now(),
    });
  }
  say('userCreated', { login: normaliseLogin(flags.login) });
  if (password === null && staff.initialPassword) say('password', { password: staff.initialPassword });
  for (const code of flags.role) {
    const grant = await perform(
      grantRole,
      { staffId: staff.id, role: code.toUpperCase().replaceAll('-', '_') },
      context,
    );
    say(grant.waits ? 'grantWaits' : 'grantHolds', { role: code });
  }
}

async function readPassword(login: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const password = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  const problems = passwordProblems(password, normaliseLogin(login), 'password');
  if (problems.length > 0) throw badInput(...problems);
  return password;
}

async function ensureOrganisation(
  { database, ids, codec, clock }: Services,
  name: string | undefined,
): Promise<void> {
  const [known] = await database.query('SELECT id FROM organisation LIMIT 1');
  if (known) return;
  const row = {
    id: await ids.next(),
    name: name ?? '本单位',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: false,
  };
  await insertRows(database, kindNamed('Organisation'), [row], codec, clock.now());
}

async function departmentOf({ database }: Services, code: string): Promise<string> {
  const [row] = await database.query<{ id: string }>('SELECT id FROM department WHERE code = ?', [code]);
  if (!row) throw new CliError('noSuchDepartment', { code });
  return String(row.id);
}

async function personOf({ database }: Services, login: string): Promise<{ id: string; version: number }> {
  const [row] = await database.query<{ id: string; version: number }>(
    'SELECT id, version FROM staff WHERE login = ?',
    [normaliseLogin(login)],
  );
  if (!row) throw new CliError('noSuchLogin', { login });
  return { id: String(row.id), version: Number(row.version) };
}

/** The operator as second person: lets the grants of a person hold that somebody else gave. */
export async function approve(services: Services, login: string, only: string | undefined): Promise<void> {
  const person = await personOf(services, login);
  const waiting = await services.database.query<{ id: string; role: string; version: number }>(
    "SELECT id, role, version FROM role_grant WHERE staff_id = ? AND state = 'PENDING' ORDER BY id",
    [person.id],
  );
  const wanted = waiting.filter(
    (grant) => only === undefined || grant.role === only.toUpperCase().replaceAll('-', '_'),
  );
  if (wanted.length === 0) say('nothingWaits');
  for (const grant of wanted) {
    const input: ChangeInput = { id: String(grant.id), expectedVersion: Number(grant.version) };
    await perform(approveRoleGrant, input, operatorContext(services));
    say('approved', { role: grant.role });
  }
}

/** A new first password for somebody, printed once. */
export async function reset(services: Services, login: string): Promise<void> {
  const person = await personOf(services, login);
  const { initialPassword } = await perform(
    resetStaffPassword,
    { id: person.id, expectedVersion: person.version },
    operatorContext(services),
  );
  say('password', { password: initialPassword ?? '' });
}

async function list({ database }: Services): Promise<void> {
  const rows = await database.query<{
    login: string;
    display_name: string;
    status: string;
    roles: string | null;
  }>(
    `SELECT s.login, s.display_name, s.status, GROUP_CONCAT(CASE g.state WHEN 'ACTIVE' THEN g.role ELSE CONCAT(g.role, '?') END ORDER BY g.role SEPARATOR ' ') AS roles
     FROM staff s LEFT JOIN role_grant g ON g.staff_id = s.id AND g.state IN ('ACTIVE', 'PENDING')
     WHERE s.login IS NOT NULL GROUP BY s.id, s.login, s.display_name, s.status ORDER BY s.login`,
  );
  for (const row of rows)
    process.stdout.write(`${row.login}\t${row.display_name}\t${row.status}\t${row.roles ?? ''}\n`);
}
