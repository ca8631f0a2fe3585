import { Command } from 'commander';
import { readHeads } from '../audit/chain.js';
import { type AuditReport, verifyAudit } from '../audit/verify.js';
import { storedInstant } from '../records/decode.js';
import type { Services } from '../services.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';
import { say, withServices } from './terminal.js';
import { cliText } from './texts.js';

/** Entries younger than this may still wait for their link. */
const waitMs = 60_000;
const shownProblems = 50;

/** `kehu audit verify` */
export function auditCommand(): Command {
  const language = terminalLanguage();
  const audit = new Command('audit').description(cliText('audit', language));
  audit
    .command('verify')
    .description(cliText('auditVerify', language))
    .action(async () => {
      const whole = await withServices(async (services) => tellReport(await verify(services)));
      if (!whole) process.exitCode = 1;
    });
  return audit;
}

export async function verify(services: Services): Promise<AuditReport> {
  const line = new ProgressLine(process.stderr);
  const { database, secrets, settings, clock } = services;
  try {
    return await verifyAudit(database, secrets.auditChain, {
      heads: readHeads(settings.home),
      unsealedBefore: storedInstant(new Date(clock.now().getTime() - waitMs)),
      onProgress: (links) => line.show(cliText('auditProgress', terminalLanguage(), { links })),
    });
  } finally {
    line.end();
  }
}

/** Prints what a verification found; answers whether the trail is whole. */
export function tellReport({ links, unsealed, head, problems }: AuditReport): boolean {
  if (problems.length === 0) {
    say('auditGood', { links, unsealed, head: `${head.chainNo} ${head.hash.slice(0, 16)}` });
    return true;
  }
  say('auditBad', { count: problems.length });
  for (const { problem, chainNo, entryId, record } of problems.slice(0, shownProblems)) {
    say(problem, { chainNo: chainNo ?? '–', entryId: entryId ?? '–', record: record ?? '–' });
  }
  return false;
}
