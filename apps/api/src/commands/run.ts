import { randomUUID } from 'node:crypto';
import type { Queryable } from '@kehu/database/connection';
import { isDuplicateKey } from '@kehu/database/errors';
import type { Actor } from '@kehu/domain/access/actor';
import { action } from '@kehu/domain/access/permission';
import { permits } from '@kehu/domain/access/permissions';
import { subjectLabel } from '@kehu/domain/access/subjects';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { RequestContext } from '../context.js';
import { withinTransaction } from '../records/data-source.js';
import type { RecordRow } from '../records/encode.js';
import { isSequenceTaken } from './audit.js';
import type { ActInput, Command, Target } from './command.js';
import { badInput, forbidden, notFound, staleVersion, unauthenticated } from './errors.js';
import { claimOperation, findOperation, inputHash, keepOutcome, type Operation } from './operations.js';
import { TransactionWork } from './work.js';

/** Longest key that a program may send. */
const longestKey = 80;
/** Ids taken before the transaction, so that it need not wait for a block while it holds locks. */
const idsAhead = 24;
/** How often two acts on one record may take the same audit sequence before the later one gives up. */
const sequenceTries = 20;

/**
 * Performs an act: permission, idempotency key, one transaction with its targets locked, visible and
 * of the expected version, audit and change feed, retry. The answer is what the command returned, also
 * for a repeated key. The only way to change a record on somebody's behalf.
 */
export async function perform<Input extends ActInput, Outcome>(
  command: Command<Input, Outcome>,
  input: Input,
  context: RequestContext,
): Promise<Outcome> {
  const { actor } = context;
  if (!actor) throw unauthenticated();
  requirePermission(command, actor, context);
  const operation = operationOf(command, input, actor, context);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(command, input, context, actor, operation);
    } catch (error) {
      if (!isSequenceTaken(error) || attempt >= sequenceTries) throw understood(error);
    }
  }
}

async function attemptOnce<Input extends ActInput, Outcome>(
  command: Command<Input, Outcome>,
  input: Input,
  context: RequestContext,
  actor: Actor,
  operation: Operation,
): Promise<Outcome> {
  const { database, dataSource, ids } = context.services;
  const ahead = await ids.take(idsAhead);
  return database.transaction(
    (transaction) =>
      withinTransaction(transaction, async () => {
        const spare = [...ahead];
        const nextId = async () => spare.shift() ?? (await ids.next());
        const now = context.services.clock.now();
        const before = await claimOperation(transaction, operation, now);
        if (before) return before.value as Outcome;
        const work = new TransactionWork(
          context,
          actor,
          command.name,
          transaction,
          dataSource.manager,
          nextId,
        );
        for (const target of inOrder(command.targets?.(input, actor) ?? []))
          await take(work, command, target);
        const outcome = await command.run(work, input);
        await work.finish();
        await keepOutcome(transaction, operation, command.kept ? command.kept(outcome) : outcome);
        return outcome;
      }),
    {
      outcome: (asked: Queryable) =>
        findOperation(asked, operation) as Promise<{ value: Outcome } | undefined>,
    },
  );
}

function requirePermission(command: Command<never, unknown>, actor: Actor, context: RequestContext): void {
  if (!command.permission) return;
  const { subject, action: needed } = command.permission;
  if (holders(command, actor).some(({ roles }) => permits(roles, subject, needed).length > 0)) return;
  throw forbidden('access.forbiddenAct', {
    subject: subjectLabel(subject)[context.language],
    action: action.labels[needed][context.language],
  });
}

/** Whose rights open an act: the actor's own and, where deputies may, those of whom he stands in for. */
function holders(command: Command<never, unknown>, actor: Actor): readonly Actor[] {
  return command.deputies ? [actor, ...(actor.deputyFor ?? [])] : [actor];
}

async function reached(
  work: TransactionWork,
  command: Command<never, unknown>,
  kindName: string,
  row: RecordRow,
): Promise<boolean> {
  if (!command.permission) return true;
  for (const holder of holders(command, work.actor)) {
    if (await work.reaches(command.permission, kindName, row, holder)) return true;
  }
  return false;
}

function operationOf(
  command: { readonly name: string },
  input: ActInput,
  actor: Actor,
  context: RequestContext,
): Operation {
  const given = input.idempotencyKey;
  if (given != null && (given.trim() === '' || given.length > longestKey)) {
    throw badInput({ path: 'idempotencyKey', message: 'input.tooLong', values: { max: longestKey } });
  }
  return {
    staffId: actor.staffId,
    act: command.name,
    // Without a key of the caller's own, one that only answers a lost COMMIT.
    key: given ?? `~${randomUUID()}`,
    inputHash: inputHash(context.services.secrets.cursor, input),
  };
}

/** Records are locked in one order everywhere, so that two acts seldom wait for each other in a circle. */
function inOrder(targets: readonly Target[]): Target[] {
  const rank = ({ kind, id }: Target) => `${kind} ${id.padStart(20, '0')}`;
  return [...targets].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/**
 * Takes a target for the act. Absent and invisible look the same. A visible one that the right does
 * not reach is FORBIDDEN; the person may know that it is there.
 */
async function take(work: TransactionWork, command: Command<never, unknown>, target: Target): Promise<void> {
  const { id, kind: kindName, expectedVersion, reach = 'act', path } = target;
  const kind = kindNamed(kindName);
  const row = /^[1-9]\d{0,15}$/.test(id)
    ? reach === 'see'
      ? await work.peek(kindName, id)
      : await work.load(kindName, id)
    : null;
  if (!row || !(await work.seesRow(kind, row))) {
    throw path ? badInput({ path, message: 'input.noSuchRecord' }) : notFound();
  }
  if (reach === 'act' && command.permission && !(await reached(work, command, kindName, row)))
    throw forbidden();
  if (expectedVersion !== null && expectedVersion !== row.version)
    throw (await command.stale?.(work, row, expectedVersion)) ?? staleVersion(Number(row.version));
}

/** A value that must be unique and is taken already is the person's to mend; everything else stays what it is. */
function understood(error: unknown): unknown {
  if (!isDuplicateKey(error)) return error;
  const key = /for key '(?:\w+\.)?(\w+)'/.exec((error as Error).message)?.[1] ?? '';
  return badInput({
    path: uniqueFields[key] ?? /_([a-z]+)$/.exec(key)?.[1] ?? 'id',
    message: 'input.duplicate',
  });
}

/** Unique keys whose name does not end in their field. */
const uniqueFields: Readonly<Record<string, string>> = {
  customer_no: 'customerNo',
  customer_tag_one: 'tag',
  person_profile_one: 'customerId',
  organisation_profile_one: 'customerId',
  saved_view_name: 'name',
};
