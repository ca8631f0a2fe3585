import { compileFormat, type DateFormat } from '../convert/dates.js';
import { parseFormula } from '../convert/formula.js';
import type { FieldSpec, TableLink, ValueSpec } from './profile.js';
import type { YamlNode } from './yaml-node.js';

const forms = [
  'column',
  'from',
  'on',
  'map',
  'formats',
  'otherwise',
  'value',
  'text',
  'formula',
  'exists',
  'ref',
  'key',
  'find',
  'by',
  'missing',
  'create',
] as const;

/**
 * Reads what a field gets: a column by its bare name, or one of `column`, `value`, `text`, `formula`,
 * `exists`, `ref`, `find` with what belongs to it.
 */
export function readField(node: YamlNode): FieldSpec {
  if (node.isText) return column(node.text());
  const form = node.only(forms);
  if (form.ref) return { is: 'ref', kind: form.ref.text(), key: readKey(form.key ?? node) };
  if (form.find) {
    const [by, value] = [...(form.by?.entries() ?? [])][0] ?? [];
    if (!by || !value) {
      node.wrong('import.profileFindBy');
      return column('');
    }
    return {
      is: 'find',
      kind: form.find.text(),
      by,
      value: readValue(value),
      missing: form.missing?.choice(['error', 'empty', 'create']) ?? (form.create ? 'create' : 'error'),
      create: new Map([...(form.create?.entries() ?? [])].map(([name, field]) => [name, readField(field)])),
    };
  }
  if (form.value) return { is: 'fixed', text: form.value.text() };
  if (form.text) return { is: 'template', parts: templateParts(form.text.text()) };
  if (form.formula) {
    const formula = parseFormula(form.formula.text());
    if ('wrong' in formula) form.formula.wrong('import.profileFormula', { at: formula.wrong });
    return { is: 'formula', formula: 'wrong' in formula ? { is: 'column', column: '' } : formula };
  }
  if (form.exists) return { is: 'exists', link: readLink(form.exists.text(), form.on, node) };
  if (form.column) {
    const map = form.map ? new Map([...form.map.entries()].map(([from, to]) => [from, to.text()])) : null;
    return {
      is: 'column',
      column: form.column.text(),
      from: form.from ? readLink(form.from.text(), form.on, node) : null,
      map,
      formats: form.formats ? readFormats(form.formats) : null,
      otherwise: form.otherwise?.text() ?? null,
    };
  }
  node.wrong('import.profileNoSource');
  return column('');
}

/** Reads a value that is no relation. */
export function readValue(node: YamlNode): ValueSpec {
  const field = readField(node);
  if (field.is === 'ref' || field.is === 'find') {
    node.wrong('import.profileNotARelation');
    return { is: 'fixed', text: '' };
  }
  return field;
}

/** Reads a key: one or more columns or values. */
export function readKey(node: YamlNode): ValueSpec[] {
  if (!node.isList && !node.isText) node.wrong('import.profileKey');
  return node.isList || node.isText ? node.items().map(readValue) : [];
}

export function readFormats(node: YamlNode): DateFormat[] {
  return node.items().flatMap((item) => {
    const format = compileFormat(item.text());
    if (!format) item.wrong('import.profileDateFormat', { format: item.text() });
    return format ? [format] : [];
  });
}

function column(name: string): ValueSpec {
  return { is: 'column', column: name, from: null, map: null, formats: null, otherwise: null };
}

/** `on: [订单 ID]` (same name on both sides) or `on: { supplier: supplierID }` (here: there). */
function readLink(table: string, on: YamlNode | undefined, node: YamlNode): TableLink {
  if (!on) {
    node.wrong('import.profileLinkOn', { table });
    return { table, pairs: [] };
  }
  const pairs = on.isMap
    ? [...on.entries()].map(([here, there]) => ({ here, there: there.text() }))
    : on.texts().map((name) => ({ here: name, there: name }));
  return { table, pairs };
}

function templateParts(text: string): (string | { column: string })[] {
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}') ? { column: part.slice(1, -1).trim() } : part,
    );
}
