import { catalogue } from '@kehu/domain/catalogue/catalogue';
import { importError } from '@kehu/importer/problem';
import { ChangedMeanwhileError } from './bulk-update.js';
import { ImportBusyError } from './run-record.js';

/** Failures that people can do something about, as errors with a message for them; any other comes back as it is. */
export function knownFailure(error: unknown, profile: string): unknown {
  if (error instanceof ImportBusyError) return importError('import.busy', { profile });
  if (error instanceof ChangedMeanwhileError) return importError('import.changedMeanwhile');
  const { errno, message } = error as { errno?: number; message?: string };
  if (errno !== 1062) return error;
  // Duplicate entry '华东' for key 'region_code'
  const [, value = '', key = ''] =
    /Duplicate entry '(.*)' for key '(?:\w+\.)?(\w+)'/.exec(message ?? '') ?? [];
  // Somebody acted on the same record at the same moment.
  if (key === 'audit_entry_sequence') return importError('import.changedMeanwhile');
  const kind = [...catalogue]
    .sort((a, b) => b.table.length - a.table.length)
    .find(({ table }) => key.startsWith(`${table}_`));
  return kind ? importError('import.taken', { kind: kind.name, value }) : error;
}
