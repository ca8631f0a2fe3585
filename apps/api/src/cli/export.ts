import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kehu/domain/catalogue/labels';
import { type MessageKey, message, messageText } from '@kehu/domain/messages/message';
import { ReadError } from '@kehu/query/errors';
import { Command } from 'commander';
import { ActError } from '../commands/errors.js';
import { NoSuchLoginError, operatorExport } from '../exports/operator-export.js';
import { type ExportFormat, exportFormats } from '../exports/write-export.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';
import { withServices } from './terminal.js';

interface ExportFlags {
  readonly query: string;
  readonly as: string;
  readonly format: string;
  readonly output: string;
  readonly variables?: string;
  readonly reason?: string;
}

/** `kehu export --query FILE.graphql --as LOGIN --format csv|xlsx -o FILE` */
export function exportCommand(): Command {
  const say = (key: MessageKey) => message(key, {}, terminalLanguage());
  return new Command('export')
    .description(say('export.help'))
    .requiredOption('-q, --query <file>', say('export.helpQuery'))
    .requiredOption('--as <login>', say('export.helpAs'))
    .requiredOption('-o, --output <file>', say('export.helpOutput'))
    .option('-f, --format <format>', say('export.helpFormat'), 'csv')
    .option('-v, --variables <json>', say('export.helpVariables'))
    .option('--reason <text>', say('export.helpReason'))
    .action(async (flags: ExportFlags) => {
      const language = terminalLanguage();
      try {
        await exportFile(flags);
      } catch (error) {
        const texts = textsOf(error, language);
        if (!texts) throw error;
        process.stderr.write(`${texts.join('\n')}\n`);
        process.exitCode = 1;
      }
    });
}

/** What the operator can do something about, in words; null for anything else. */
function textsOf(error: unknown, language: Language): string[] | null {
  if (error instanceof NoSuchLoginError) return [message('export.noLogin', { login: error.login }, language)];
  if (error instanceof ReadError) {
    return error.problems.map(({ message: key, values }) => messageText(key, values, language));
  }
  if (!(error instanceof ActError)) return null;
  const fields = error.extensions(language).fields as readonly { readonly message: string }[] | undefined;
  return (fields ?? [{ message: error.text(language) }]).map((field) => field.message);
}

async function exportFile(flags: ExportFlags): Promise<void> {
  const language = terminalLanguage();
  if (!existsSync(flags.query))
    throw new Error(message('import.fileMissing', { file: flags.query }, language));
  const line = new ProgressLine(process.stderr);
  const format = formatOf(flags.format);
  const variables = variablesOf(flags.variables);
  await withServices(async (services) => {
    try {
      const { rows, hash } = await operatorExport(services, {
        query: readFileSync(flags.query, 'utf8'),
        variables,
        login: flags.as,
        format,
        path: resolve(flags.output),
        reason: flags.reason ?? null,
        language,
        progress: (count) =>
          line.show(message('export.writing', { file: flags.output, rows: count }, language)),
      });
      line.end();
      process.stdout.write(`${message('export.done', { file: flags.output, rows, hash }, language)}\n`);
    } finally {
      line.end();
    }
  });
}

function formatOf(text: string): ExportFormat {
  const found = exportFormats.find((format) => format === text.toUpperCase());
  if (!found) throw new Error(message('export.formatUnknown', { format: text }, terminalLanguage()));
  return found;
}

function variablesOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) {
      return variables as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Told below.
  }
  throw new Error(message('export.variablesNotJson', {}, terminalLanguage()));
}
