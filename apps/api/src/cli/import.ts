import type { Language } from '@kehu/domain/catalogue/labels';
import { type MessageKey, message } from '@kehu/domain/messages/message';
import { operatorLimits } from '@kehu/importer/limits';
import { importError } from '@kehu/importer/problem';
import type { Profile } from '@kehu/importer/profile/profile';
import { Command } from 'commander';
import { openProfile, ownProfiles } from '../imports/profiles.js';
import { errorTexts, outcomeLines, progressText } from '../imports/report.js';
import { runImport } from '../imports/run-import.js';
import { importTargets } from '../imports/targets.js';
import { writeTemplate } from '../imports/template.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';
import { withServices } from './terminal.js';

interface ImportFlags {
  readonly profile?: string;
  readonly dryRun?: boolean;
  readonly acceptGoodRows?: boolean;
  readonly list?: boolean;
  readonly template?: string;
  readonly option: readonly string[];
}

/** Exit codes: 0 imported, 1 failed or the files cannot be used, 2 refused because of bad rows. */
const refusedCode = 2;

/** `kehu import --profile NAME|FILE.yaml DATAFILE…` */
export function importCommand(): Command {
  const say = (key: MessageKey) => message(key, {}, terminalLanguage());
  return new Command('import')
    .description(say('import.help'))
    .argument('[files...]', say('import.helpFiles'))
    .option('-p, --profile <name>', say('import.helpProfile'))
    .option('-n, --dry-run', say('import.helpDryRun'))
    .option('--accept-good-rows', say('import.helpAccept'))
    .option('-o, --option <name=value>', say('import.helpOption'), collect, [])
    .option('-l, --list', say('import.helpList'))
    .option('--template <file>', say('import.helpTemplate'))
    .action(async (files: string[], flags: ImportFlags) => {
      const language = terminalLanguage();
      try {
        process.exitCode = flags.list ? list(language) : await importFiles(files, flags, language);
      } catch (error) {
        const texts = errorTexts(error, language);
        if (!texts) throw error;
        for (const text of texts) process.stderr.write(`${text}\n`);
        process.exitCode = 1;
      }
    });
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function list(language: Language): number {
  for (const profile of ownProfiles(importTargets())) {
    process.stdout.write(`${profile.name}\n  ${textOf(profile.label, language)}\n`);
    for (const { name, optional } of profile.tables.values()) {
      process.stdout.write(
        `  - ${name}${optional ? ` (${message('import.optional', {}, language)})` : ''}\n`,
      );
    }
    for (const { name, label } of profile.options.values()) {
      process.stdout.write(`  --option ${name}=true: ${textOf(label, language)}\n`);
    }
  }
  return 0;
}

async function importFiles(
  files: readonly string[],
  flags: ImportFlags,
  language: Language,
): Promise<number> {
  if (flags.profile && flags.template) {
    await writeTemplate(openProfile(flags.profile, importTargets()), flags.template);
    process.stdout.write(`${flags.template}\n`);
    return 0;
  }
  if (!flags.profile || files.length === 0) {
    process.stderr.write(`${message('import.usage', {}, language)}\n`);
    return 1;
  }
  const targets = importTargets();
  const profile = openProfile(flags.profile, targets);
  const options = optionsOf(flags.option);
  const line = new ProgressLine(process.stderr);
  return withServices(async ({ database, ids, codec, clock, organisation, secrets }) => {
    try {
      const outcome = await runImport(
        {
          database,
          ids,
          codec,
          auditSecret: secrets.auditChain,
          targets,
          now: () => clock.now(),
          zone: organisation.facts().zone,
        },
        {
          profile,
          files,
          options,
          limits: operatorLimits,
          dryRun: flags.dryRun ?? false,
          acceptGoodRows: flags.acceptGoodRows ?? false,
          staffId: null,
          via: 'operator',
          progress: (progress) => line.show(progressText(progress, language)),
        },
      );
      line.end();
      for (const text of outcomeLines(outcome, flags.dryRun ?? false, language))
        process.stdout.write(`${text}\n`);
      return outcome.state === 'REFUSED' ? refusedCode : 0;
    } finally {
      line.end();
    }
  });
}

function optionsOf(given: readonly string[]): Map<string, boolean> {
  return new Map(
    given.map((text) => {
      const [name = '', value = 'true'] = text.split('=');
      if (value !== 'true' && value !== 'false') throw importError('import.optionValue', { option: name });
      return [name, value === 'true'];
    }),
  );
}

function textOf(text: Profile['label'], language: Language): string {
  return text[language] ?? text.en ?? '';
}
