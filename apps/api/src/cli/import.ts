import type { Language } from '@kehu/domain/catalogue/labels';
import { operatorLimits } from '@kehu/importer/limits';
import type { Profile } from '@kehu/importer/profile/profile';
import { Command } from 'commander';
import { openProfile, ownProfiles } from '../imports/profiles.js';
import { errorTexts, outcomeLines, progressText } from '../imports/report.js';
import { runImport } from '../imports/run-import.js';
import { importTargets } from '../imports/targets.js';
import { writeTemplate } from '../imports/template.js';
import { openProduct } from '../open-product.js';
import { readSettings } from '../settings.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';

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
  return new Command('import')
    .description('import files by a profile: CSV, TSV, XLSX or XLS')
    .argument('[files...]', 'data files; a workbook may hold several tables')
    .option('-p, --profile <name>', 'a profile of the product (--list) or a YAML file')
    .option('-n, --dry-run', 'read, check and compare, but write nothing')
    .option('--accept-good-rows', 'take the good rows although there are bad ones')
    .option('-o, --option <name=value>', 'an option of the profile, as in mend=true', collect, [])
    .option('-l, --list', 'name the profiles of the product')
    .option('--template <file>', 'write an example workbook for the profile, to be filled in')
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
      process.stdout.write(`  - ${name}${optional ? ' (optional)' : ''}\n`);
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
    process.stderr.write(
      'kehu import --profile NAME|FILE.yaml DATAFILE…   (kehu import --list, kehu import --help)\n',
    );
    return 1;
  }
  const targets = importTargets();
  const profile = openProfile(flags.profile, targets);
  const options = optionsOf(flags.option);
  const product = await openProduct(readSettings(), { log: (line) => process.stderr.write(`${line}\n`) });
  const line = new ProgressLine(process.stderr);
  try {
    const { database, ids, codec, clock, organisation, secrets } = product.services;
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
    await product.close();
  }
}

function optionsOf(given: readonly string[]): Map<string, boolean> {
  return new Map(
    given.map((text) => {
      const [name = '', value = 'true'] = text.split('=');
      if (value !== 'true' && value !== 'false')
        throw new Error(`--option ${name} takes true or false, not ${value}.`);
      return [name, value === 'true'];
    }),
  );
}

function textOf(text: Profile['label'], language: Language): string {
  return text[language] ?? text.en ?? '';
}
