import { findServer } from '@kehu/database/find-server';
import { Command } from 'commander';
import { databaseChecks, type Finding, type Machine, machineChecks } from '../doctor/checks.js';
import { readSettings, type Settings } from '../settings.js';
import { terminalLanguage } from './language.js';
import { say } from './terminal.js';
import { cliText } from './texts.js';

const signs = { good: '✓', note: '·', bad: '✗' } as const;

/** `kehu doctor`: exit code 1 when something needs attention. */
export function doctorCommand(): Command {
  return new Command('doctor').description(cliText('doctor', terminalLanguage())).action(async () => {
    const settings = settingsOrProblem();
    if (!settings) return;
    const findings = [
      ...(await machineChecks(settings, await machine())),
      ...(await databaseChecks(settings)),
    ];
    for (const finding of findings) tell(finding);
    const bad = findings.filter(({ state }) => state === 'bad').length;
    process.stdout.write('\n');
    if (bad === 0) say('doctorGood');
    else {
      say('doctorBad', { count: bad });
      process.exitCode = 1;
    }
  });
}

/** The browser tests know where browsers lie; from `src` and `dist` alike. */
const browserFinder = new URL('../../../../e2e/find-browser.mjs', import.meta.url);

/** A setting that makes no sense is the first thing to mend. */
function settingsOrProblem(): Settings | null {
  try {
    return readSettings();
  } catch (error) {
    process.stdout.write(`${signs.bad} ${(error as Error).message}\n`);
    process.exitCode = 1;
    return null;
  }
}

async function machine(): Promise<Machine> {
  const program = findServer();
  const { findBrowser } = (await import(browserFinder.href)) as { findBrowser: () => string | null };
  return {
    nodeVersion: process.version,
    databaseProgram: program ? `${program.program} (${program.version})` : null,
    browser: findBrowser(),
  };
}

function tell({ name, state, detail, advice }: Finding): void {
  const language = terminalLanguage();
  process.stdout.write(`${signs[state]} ${name[language]}: ${detail}\n`);
  if (advice) process.stdout.write(`    ${advice[language]}\n`);
}
