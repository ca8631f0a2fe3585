import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { message } from '@kehu/domain/messages/message';
import { Command } from 'commander';
import { ActError } from '../commands/errors.js';
import { operatorExport } from '../exports/operator-export.js';
import { type ExportFormat, exportFormats } from '../exports/write-export.js';
import { openProduct } from '../open-product.js';
import { readSettings } from '../settings.js';
import { terminalLanguage } from './language.js';
import { ProgressLine } from './progress-line.js';

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
  return new Command('export')
    .description('export a list or an aggregate as somebody would see it')
    .requiredOption('-q, --query <file>', 'a GraphQL document with one list or one aggregate')
    .requiredOption('--as <login>', 'whose rights decide what is seen')
    .requiredOption('-o, --output <file>', 'the file to write')
    .option('-f, --format <format>', 'csv or xlsx', 'csv')
    .option('-v, --variables <json>', 'variables of the document, as JSON')
    .option('--reason <text>', 'why; stands in the export log')
    .action(async (flags: ExportFlags) => {
      const language = terminalLanguage();
      try {
        await exportFile(flags);
      } catch (error) {
        if (!(error instanceof ActError)) throw error;
        const problems = error.extensions(language).fields as { path: string; message: string }[] | undefined;
        process.stderr.write(
          `${(problems ?? [{ message: error.text(language) }]).map((p) => p.message).join('\n')}\n`,
        );
        process.exitCode = 1;
      }
    });
}

async function exportFile(flags: ExportFlags): Promise<void> {
  const language = terminalLanguage();
  if (!existsSync(flags.query))
    throw new Error(message('import.fileMissing', { file: flags.query }, language));
  const product = await openProduct(readSettings(), { log: (line) => process.stderr.write(`${line}\n`) });
  const line = new ProgressLine(process.stderr);
  try {
    const { rows, hash } = await operatorExport(product.services, {
      query: readFileSync(flags.query, 'utf8'),
      variables: flags.variables ? (JSON.parse(flags.variables) as Record<string, unknown>) : {},
      login: flags.as,
      format: formatOf(flags.format),
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
    await product.close();
  }
}

function formatOf(text: string): ExportFormat {
  const found = exportFormats.find((format) => format === text.toUpperCase());
  if (!found) throw new Error(`--format is csv or xlsx, not ${text}.`);
  return found;
}
