import { join } from 'node:path';

/** Days that a file can be fetched. */
export const exportDays = 7;

/** Where the file of an export lies; the id comes from the database and is digits. */
export function exportPath(home: string, id: string, format: string): string {
  if (!/^\d{1,19}$/.test(id)) throw new Error(`${id} is no id of an export.`);
  return join(home, 'files', 'exports', `${id}.${format === 'XLSX' ? 'xlsx' : 'csv'}`);
}

export const contentTypes: Readonly<Record<string, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
