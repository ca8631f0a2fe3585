import { actionOf, scopeOf } from './matrix.js';
import type { Permission } from './permission.js';
import { type Role, role } from './roles.js';
import { type SubjectName, subjects } from './subjects.js';

const letterOf = (codes: Readonly<Record<string, string>>, code: string): string =>
  Object.keys(codes).find((letter) => codes[letter] === code) ?? '?';

const order = 'CRNUATVI';
const reaches = 'ocstdg*';

/**
 * One cell written back in the letters of the dossier (`CRU:s V:o`), with `m`, `d` or `p` for masked,
 * de-identified or plain and `f` for "these fields only"; `–` for nothing. For the Permissions page's
 * compact view and for review.
 */
export function cellText(rows: readonly Permission[]): string {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const shown = { PLAIN: 'p', MASKED: '', DEIDENTIFIED: 'd' }[row.disclosure];
    const key = `${letterOf(scopeOf, row.scope)}${shown}${row.onlyFields ? 'f' : ''}`;
    const letters = groups.get(key) ?? [];
    letters.push(letterOf(actionOf, row.action));
    groups.set(key, letters);
  }
  if (groups.size === 0) return '–';
  return [...groups]
    .sort(([a], [b]) => reaches.indexOf(b[0] ?? '') - reaches.indexOf(a[0] ?? '') || (a < b ? -1 : 1))
    .map(
      ([reach, letters]) =>
        `${letters.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('')}:${reach}`,
    )
    .join(' ');
}

/** Every cell of the register: subject by subject, role by role. */
export function permissionSheet(
  register: readonly Permission[],
): readonly { readonly subject: SubjectName; readonly cells: ReadonlyMap<Role, string> }[] {
  return (Object.keys(subjects) as SubjectName[]).map((subject) => ({
    subject,
    cells: new Map(
      role.codes.map((code) => [
        code,
        cellText(register.filter((row) => row.role === code && row.subject === subject)),
      ]),
    ),
  }));
}
