import { role } from '@kehu/domain/access/roles';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Line, Proof } from './prove.js';
import { tagText } from './tags.js';

const introduction = `# Policy proof

Written by \`npm run proof\`; a test fails when the product answers anything else. Every line was asked over HTTP of a
running server with a small organisation in which each role has one person with a region, a store, departments and people of his
own, and rows planted at every place: **OWN** (his own), **TEAM** (a subordinate's), **STORE** (of his store),
**DEPARTMENT** (of a department below his), **REGION** (of a region below his), **ASSIGNED** (a case that he handles), **OTHER** (of nobody he has to do with),
**FOREIGN** (another person's own), **CONFLICT** (his own in every way, but the case is about himself and the customer is not
answered yet; for HR and administration also one about its own department: it must be hidden on every path). What each line must be is worked out from the permission matrices and a table of
scopes that stands apart from the product's own policies (\`apps/api/src/proof/tags.ts\`).

- **Rows**: which of the planted rows the role sees; *closed*: the kind is refused on every path, counts and nested lists included.
- **Paths**: ✓ when each of get, list, count, group (an aggregate by id), nested (as a list inside another record), filter
  (through a relation of the parent), and, where it says so, export and its file answer exactly these rows.
- **Protected fields**: p plain, m masked, h hidden (asking for it is refused), p/m plain for own organisations and masked otherwise, p/h plain in own rows and hidden in others, m/h masked in own rows and hidden in others;
  ↕ when it can be sorted by. Nothing that is not plain everywhere can.
- **Act**: on which rows the act is open; on rows that are seen it is otherwise FORBIDDEN, on others NOT_FOUND.
`;

/** The proof as a sheet that an auditor can read. */
export function proofSheet({ lines }: Proof): string {
  const parts = [introduction];
  for (const code of role.codes) {
    parts.push(`## ${code} ${role.labels[code]['zh-Hans']} ${role.labels[code].en}\n`);
    parts.push('| Kind | Rows | Paths | Protected fields | Act |\n|---|---|---|---|---|');
    for (const line of lines.filter((each) => each.role === code)) parts.push(lineText(line));
    parts.push('');
  }
  return `${parts.join('\n').trimEnd()}\n`;
}

function lineText(line: Line): string {
  const { expected, planted, paths, fields, act } = line;
  const rows = expected ? tagText(expected, planted) : line.countsOnly ? 'closed, counts only' : 'closed';
  const wrong = Object.entries(paths).filter(([, answer]) => answer !== true);
  const path =
    wrong.length === 0
      ? `✓ ${Object.keys(paths).length}`
      : wrong.map(([name, answer]) => `✗ ${name}: ${answer}`).join('; ');
  const exported = 'export and file' in paths ? ' with export' : '';
  const letters = {
    plain: 'p',
    masked: 'm',
    hidden: 'h',
    'plain or masked': 'p/m',
    'plain or hidden': 'p/h',
    'masked or hidden': 'm/h',
    '–': '–',
  } as const;
  const protectedFields = Object.entries(fields)
    .filter(([, { shown }]) => shown !== '–')
    .map(([name, { shown, sortable }]) => `${name} ${letters[shown]}${sortable ? '↕' : ''}`)
    .join(', ');
  const acting = act ? `${act.name}: ${tagText(act.open, planted)}` : '';
  return `| ${line.kind} ${kindNamed(line.kind).label['zh-Hans']} | ${rows} | ${path}${exported} | ${protectedFields} | ${acting} |`;
}
