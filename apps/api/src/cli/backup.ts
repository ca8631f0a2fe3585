import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { sealAll } from '../audit/seal.js';
import { BackupError, checkBackup, readHeader, restoreRows, restoreSecrets } from '../backup/read-backup.js';
import { writeBackup } from '../backup/write-backup.js';
import { readSettings } from '../settings.js';
import { tellReport, verify } from './audit.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';
import { CliError, say, withServices } from './terminal.js';
import { cliText } from './texts.js';

const total = (rows: Readonly<Record<string, number>>) => Object.values(rows).reduce((sum, n) => sum + n, 0);

/** `kehu backup [FILE]` */
export function backupCommand(): Command {
  const language = terminalLanguage();
  return new Command('backup')
    .description(cliText('backup', language))
    .argument('[file]')
    .option('--with-secrets', cliText('optSecrets', language))
    .action((given: string | undefined, flags: { withSecrets?: boolean }) =>
      withServices(async (services) => {
        const day = services.clock.now().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
        const file = resolve(given ?? `kehu-${day}.backup.gz`);
        if (existsSync(file)) throw new CliError('fileExists', { file });
        const { database, secrets, clock } = services;
        await sealAll(database, secrets.auditChain, clock.now());
        const line = new ProgressLine(process.stderr);
        const rows = await writeBackup(services, {
          file,
          withSecrets: flags.withSecrets ?? false,
          onProgress: (table, count) => line.show(`${table} ${count}`),
        });
        line.end();
        say('backedUp', { file, rows: total(rows) });
        if (flags.withSecrets) say('secretsInside');
        else say('secretsApart', { folder: join(services.settings.home, 'secrets') });
      }),
    );
}

/** `kehu restore FILE` */
export function restoreCommand(): Command {
  return new Command('restore')
    .description(cliText('restore', terminalLanguage()))
    .argument('<file>')
    .action(async (given: string) => {
      const file = resolve(given);
      try {
        await restore(file);
      } catch (error) {
        throw error instanceof BackupError ? new CliError(error.key, error.values) : error;
      }
    });
}

async function restore(file: string): Promise<void> {
  say('checking');
  const { rows } = await checkBackup(file);
  const header = await readHeader(file);
  const { home } = readSettings();
  restoreSecrets(home, header);
  await withServices(async (services) => {
    const line = new ProgressLine(process.stderr);
    await restoreRows(services, file, (table, count) => line.show(`${table} ${count}`));
    line.end();
    say('restored', { rows: total(rows) });
    const report = await verify(services);
    const strange = report.problems.filter(
      ({ problem }) => problem === 'entryChanged' || problem === 'unsealedForged',
    );
    if (strange.length > 0 && strange.length >= report.links + report.unsealed)
      throw new CliError('foreignSecrets', { folder: join(home, 'secrets') });
    if (!tellReport(report)) process.exitCode = 1;
  });
}
