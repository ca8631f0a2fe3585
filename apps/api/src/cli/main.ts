import { Command, InvalidArgumentError } from 'commander';
import { loadDemo } from '../demo/load.js';
import { runUntilStopped } from '../start.js';
import { auditCommand } from './audit.js';
import { backupCommand, restoreCommand } from './backup.js';
import { doctorCommand } from './doctor.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';
import { problemOf, say, withServices } from './terminal.js';
import { cliText } from './texts.js';
import { userCommand } from './user.js';

const language = terminalLanguage();

/** How many complaints a larger demo has. */
function caseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1500 || count > 100_000)
    throw new InvalidArgumentError(cliText('demoCasesWrong', language));
  return count;
}

const program = new Command('kehu')
  .description(cliText('about', language))
  .showHelpAfterError()
  .helpCommand(false);

program
  .command('start')
  .description(cliText('start', language))
  .action(() => runUntilStopped());
program
  .command('migrate')
  .description(cliText('migrate', language))
  .action(() => withServices(async () => say('migrated'), { migrate: true }));
program
  .command('demo')
  .description(cliText('demo', language))
  .option('--cases <number>', cliText('demoCases', language), caseCount)
  .action(({ cases }: { cases?: number }) =>
    withServices(async (services) => {
      const line = new ProgressLine(process.stderr);
      const { loaded, rows } = await loadDemo(services, {
        today: services.clock.now(),
        password: services.settings.demoPassword,
        ...(cases ? { cases } : {}),
        onProgress: (count) => line.show(String(count)),
      });
      line.end();
      if (loaded) say('demoLoaded', { rows });
      else {
        say('demoRefused');
        process.exitCode = 1;
      }
    }),
  );
program.addCommand(importCommand());
program.addCommand(exportCommand());
program.addCommand(userCommand());
program.addCommand(auditCommand());
program.addCommand(backupCommand());
program.addCommand(restoreCommand());
program.addCommand(doctorCommand());

try {
  await program.parseAsync();
} catch (error) {
  const problem = problemOf(error);
  process.stderr.write(`${problem ?? (error instanceof Error ? error.message : String(error))}\n`);
  if (problem === null && process.env.KEHU_LOG === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
