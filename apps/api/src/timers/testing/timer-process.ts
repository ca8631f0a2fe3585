import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openDatabase } from '@kehu/database/connection';
import { loadActor } from '../../access/actors.js';
import type { ActInput, Command } from '../../commands/command.js';
import { perform } from '../../commands/run.js';
import { pipelineActs } from '../../departments/complaints/acts.js';
import { openCase } from '../../departments/complaints/case/open-case.js';
import { trackingCame } from '../../departments/complaints/clock/clock.js';
import { auditSealer } from '../../jobs/audit-sealer.js';
import { outboxJob } from '../../notify/outbox-job.js';
import { openServices } from '../../open-services.js';
import type { RecordRow } from '../../records/encode.js';
import { createLog } from '../../server/log.js';
import { readSettings } from '../../settings.js';
import { timerJob } from '../job.js';
import { systemContext } from '../system-context.js';

/*
 * A server for the test that kills servers: the jobs of the product over a shared database, with a clock
 * that the test moves (milliseconds in a file), and acts that come as lines of JSON. Each line is answered
 * when its act is committed.
 */

interface Order {
  readonly key: string;
  readonly act: string;
  readonly staffId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const settings = readSettings();
const clockFile = process.env.KEHU_TEST_CLOCK ?? '';
const clock = { now: () => new Date(Number(readFileSync(clockFile, 'utf8'))) };
const database = await openDatabase({ url: settings.databaseUrl ?? '', connections: 6 });
const services = await openServices(settings, database, clock);

const open: Command<ActInput & { readonly row: RecordRow }, { id: string }> = {
  name: 'registerComplaint',
  permission: { subject: 'complaintCard', action: 'CREATE' },
  run: async (work, { row }) => ({ id: (await openCase(work, row)).id }),
};
const track: Command<ActInput & { readonly id: string }, { id: string }> = {
  name: 'addTrackingEntry',
  permission: null,
  async run(work, { id }) {
    const complaint = (await work.load('Complaint', id)) ?? {};
    const at = work.now.toISOString();
    const entry = { complaintId: id, kind: 'TRACK', text: '已联系', byId: work.actor.staffId, at };
    const made = await work.insert('TrackingEntry', entry);
    await trackingCame(work, complaint, at);
    return { id: made };
  },
};
const commands = new Map<string, Command<never, unknown>>([
  ['open', open as never],
  ['track', track as never],
  ...pipelineActs().map(({ command }) => [command.name, command as never] as const),
]);

async function carryOut({ key, act, staffId, input }: Order): Promise<unknown> {
  const actor = await loadActor(database, staffId, {
    via: 'session',
    mustChangePassword: false,
    now: clock.now(),
    zone: 'Asia/Shanghai',
  });
  const command = commands.get(act);
  if (!command || !actor) throw new Error(`There is no act ${act} or nobody to do it.`);
  return perform(command, { ...input, idempotencyKey: key } as never, { ...systemContext(services), actor });
}

const log = createLog('error', (line) => process.stderr.write(`${line}\n`));
const jobs = [timerJob(services, log), outboxJob(services, log), auditSealer(services, log)];
createInterface({ input: process.stdin }).on('line', (line) => {
  const order = JSON.parse(line) as Order;
  carryOut(order).then(
    (answer) => process.stdout.write(`${JSON.stringify({ key: order.key, answer })}\n`),
    (error: unknown) =>
      process.stdout.write(`${JSON.stringify({ key: order.key, problem: String(error) })}\n`),
  );
});
process.stdin.on('close', async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  await database.close();
});
process.stdout.write('{"key":"ready"}\n');
