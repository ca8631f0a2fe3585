import { compileFormat, usualFormats, ZoneClock } from '../convert/dates.js';
import { plainNumbers } from '../convert/fraction.js';
import { checkProfile } from './check-profile.js';
import { columnsByTable, linkedTables } from './columns.js';
import type {
  DerivedRule,
  DerivedSpec,
  ExtraCells,
  Profile,
  ProfileText,
  RecordSpec,
  TableSpec,
} from './profile.js';
import { readField, readFormats, readKey } from './read-values.js';
import type { Targets } from './target.js';
import { ProfileProblems, type YamlNode, yamlRoot } from './yaml-node.js';

const usual = usualFormats.flatMap((format) => compileFormat(format) ?? []);
const profileName = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Reads and checks a profile. Throws `ImportError` naming every mistake with its line: unknown keys,
 * kinds and fields that do not exist, fields that a record needs and the profile leaves out, tables
 * and options that are not declared.
 */
export function readProfile(text: string, file: string, targets: Targets): Profile {
  const problems = new ProfileProblems(file);
  const root = yamlRoot(text, problems);
  const parts = root.only([
    'name',
    'label',
    'note',
    'zone',
    'numbers',
    'formats',
    'empty',
    'guarded',
    'options',
    'tables',
    'records',
    'derived',
  ]);
  const name = parts.name?.text() ?? '';
  if (!profileName.test(name)) (parts.name ?? root).wrong('import.profileName');
  const records = (parts.records?.items() ?? []).map(readRecord);
  if (records.length === 0) (parts.records ?? root).wrong('import.profileNoRecords');
  const profile: Profile = {
    name,
    label: readText(parts.label, name),
    note: readText(parts.note, ''),
    zone: parts.zone ? readZone(parts.zone) : null,
    numbers: parts.numbers ? readNumbers(parts.numbers) : plainNumbers,
    formats: parts.formats ? readFormats(parts.formats) : usual,
    empty: new Set(parts.empty?.texts() ?? []),
    guarded: parts.guarded?.flag() ?? false,
    options: new Map(
      [...(parts.options?.entries() ?? [])].map(([option, node]) => [
        option,
        { name: option, label: readText(node, option) },
      ]),
    ),
    tables: readTables(parts.tables, records),
    records,
    derived: (parts.derived?.items() ?? []).map(readDerived),
  };
  checkProfile(profile, targets, problems);
  problems.throwIfAny();
  return profile;
}

function readText(node: YamlNode | undefined, fallback: string): ProfileText {
  if (!node) return { en: fallback };
  if (node.isText) return { en: node.text() };
  const { 'zh-Hans': hans, 'zh-Hant': hant, en } = node.only(['zh-Hans', 'zh-Hant', 'en']);
  return {
    en: en?.text() ?? fallback,
    ...(hans ? { 'zh-Hans': hans.text() } : {}),
    ...(hant ? { 'zh-Hant': hant.text() } : {}),
  };
}

function readZone(node: YamlNode): string | null {
  const zone = node.text();
  if (zone === 'organisation') return null;
  try {
    new ZoneClock(zone);
  } catch {
    node.wrong('import.profileZone', { zone });
  }
  return zone;
}

function readNumbers(node: YamlNode): Profile['numbers'] {
  const { point, group } = node.only(['point', 'group']);
  const style = { point: point?.text() ?? '.', group: group?.text() ?? (point?.text() === ',' ? '.' : ',') };
  if (style.point.length !== 1 || style.point === style.group) node.wrong('import.profileNumbers');
  return style;
}

function readTables(node: YamlNode | undefined, records: readonly RecordSpec[]): Map<string, TableSpec> {
  const columns = columnsByTable(records);
  const linked = linkedTables(records);
  const writing = new Set(records.map(({ table }) => table));
  const tables = new Map<string, TableSpec>();
  for (const [name, table] of node?.entries() ?? []) {
    const { optional, only, extraCells, example } = table.only(['optional', 'only', 'extraCells', 'example']);
    const conditions = new Map(
      [...(only?.entries() ?? [])].map(([column, values]) => [column, new Set(values.texts())]),
    );
    const cells = extraCells
      ? readExtraCells(extraCells)
      : { otherwise: 'report' as const, mend: [], option: null };
    const needed = new Set([
      ...(columns.get(name) ?? []),
      ...conditions.keys(),
      ...cells.mend.map((m) => m.column),
    ]);
    if (needed.size === 0) table.wrong('import.profileUnusedTable', { table: name });
    tables.set(name, {
      name,
      optional: optional?.flag() ?? false,
      columns: needed,
      only: conditions,
      extraCells: cells,
      example: (example?.items() ?? []).map(readExample),
      lookedInto: linked.has(name) && !writing.has(name),
    });
  }
  return tables;
}

function readExample(node: YamlNode): Map<string, string> {
  return new Map([...node.entries()].map(([column, value]) => [column, value.text()]));
}

function readExtraCells(node: YamlNode): ExtraCells {
  const { otherwise, mend, option } = node.only(['otherwise', 'mend', 'option']);
  return {
    otherwise: otherwise?.choice(['report', 'keep']) ?? 'report',
    option: option?.text() ?? null,
    mend: (mend?.items() ?? []).map((rule) => {
      const { column, next } = rule.only(['column', 'next']);
      if (!column) rule.wrong('import.profileNoSource');
      return { column: column?.text() ?? '', next: next ? readPattern(next) : null };
    }),
  };
}

/** Patterns run on cells of files: short ones only, without what can take exponential time. */
function readPattern(node: YamlNode): RegExp | null {
  const text = node.text();
  try {
    if (text.length <= 200 && !/[*+}]\)?[*+{]/.test(text)) return new RegExp(text, 'u');
  } catch {
    // Told below.
  }
  node.wrong('import.profilePattern', { pattern: text });
  return null;
}

function readRecord(node: YamlNode): RecordSpec {
  const { kind, table, key, when, fields, initial } = node.only([
    'kind',
    'table',
    'key',
    'when',
    'fields',
    'initial',
  ]);
  if (!kind || !table || !key) node.wrong('import.profileRecord');
  const read = (part: YamlNode | undefined) =>
    new Map([...(part?.entries() ?? [])].map(([name, field]) => [name, readField(field)]));
  return {
    kind: kind?.text() ?? '',
    table: table?.text() ?? '',
    key: key ? readKey(key) : [],
    when: when?.texts() ?? [],
    fields: read(fields),
    initial: read(initial),
    line: node.line,
  };
}

function readDerived(node: YamlNode): DerivedSpec {
  const { kind, of, by, set } = node.only(['kind', 'of', 'by', 'set']);
  if (!kind || !of || !by || !set) node.wrong('import.profileDerived');
  const rules = new Map<string, DerivedRule>();
  for (const [field, rule] of set?.entries() ?? []) {
    const { sum, latest, order } = rule.only(['sum', 'latest', 'order']);
    if (sum) rules.set(field, { is: 'sum', field: sum.text() });
    else if (latest && order) rules.set(field, { is: 'latest', field: latest.text(), order: order.text() });
    else rule.wrong('import.profileDerived');
  }
  return {
    kind: kind?.text() ?? '',
    of: of?.text() ?? '',
    by: by?.text() ?? '',
    set: rules,
    line: node.line,
  };
}
