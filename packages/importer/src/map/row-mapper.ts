import { ZoneClock } from '../convert/dates.js';
import type { ValueStyle } from '../convert/values.js';
import { problem } from '../problem.js';
import {
  isRelation,
  type Profile,
  type RecordSpec,
  type RelationSpec,
  type TableSpec,
  type ValueSpec,
} from '../profile/profile.js';
import type { FieldValue, TargetKind, Targets } from '../profile/target.js';
import type { DataTable, Row } from '../table.js';
import { fitCells, isWanted } from './cells.js';
import { joinKey } from './keys.js';
import type { LinkedTable } from './linked-table.js';
import type { MappedNew, MappedRecord, MappedRelation, MappedRow } from './mapped.js';
import { RowReader } from './row-reader.js';

export interface MapperInput {
  readonly profile: Profile;
  readonly targets: Targets;
  readonly spec: TableSpec;
  readonly table: DataTable;
  /** Tables that are looked into; one that was not given is absent, and fields from it stay as they are. */
  readonly linked: ReadonlyMap<string, LinkedTable>;
  readonly options: ReadonlyMap<string, boolean>;
  /** The organisation's zone, for a profile without its own. */
  readonly zone: string;
}

/** Makes records of the rows of one table. Null for a row that the table's conditions leave out. */
export function rowMapper(input: MapperInput): (row: Row) => MappedRow | null {
  const { profile, table, spec, options } = input;
  const style: ValueStyle = {
    numbers: profile.numbers,
    formats: profile.formats,
    zone: new ZoneClock(profile.zone ?? input.zone),
  };
  const plans = profile.records.flatMap((record, specNo) => {
    const kind = input.targets.get(record.kind);
    return record.table === spec.name && kind ? [{ record, specNo, kind }] : [];
  });
  const reader = new RowReader(profile, table.header, input.linked, style);
  return (row) => {
    const fitted = fitCells(row.cells, table, spec, options);
    const { rowNo } = row;
    if (fitted.is === 'bad') {
      // What key it would have had is still told where the columns before the damage say it.
      const extra = row.cells[table.header.length] ?? null;
      const columnNo = extra === null ? null : table.header.length + 1;
      const whole = { rowNo, column: null, columnNo, value: extra, problem: fitted.problem };
      return { rowNo, records: keysOnly(plans, reader, row), problems: [whole], mended: false, kept: false };
    }
    if (!isWanted(fitted.cells, table.header, spec)) return null;
    reader.start(rowNo, fitted.cells);
    const records: MappedRecord[] = [];
    for (const { record, specNo, kind } of plans) {
      if (record.when.some((column) => reader.text(column) === null)) continue;
      const mapped = mapRecord(reader, record, specNo, kind, input.targets);
      if (mapped) records.push(mapped);
    }
    return {
      rowNo,
      records,
      problems: reader.problems,
      mended: fitted.is === 'mended',
      kept: fitted.is === 'kept',
    };
  };
}

interface Plan {
  readonly record: RecordSpec;
  readonly specNo: number;
  readonly kind: TargetKind;
}

function keysOnly(plans: readonly Plan[], reader: RowReader, row: Row): MappedRecord[] {
  reader.start(row.rowNo, row.cells);
  return plans.flatMap(({ record, specNo }) => {
    const key = readKey(reader, record.key);
    return key === null ? [] : [{ spec: record, specNo, key, fields: {}, initial: {}, relations: [] }];
  });
}

function mapRecord(
  reader: RowReader,
  spec: RecordSpec,
  specNo: number,
  kind: TargetKind,
  targets: Targets,
): MappedRecord | null {
  const key = readKey(reader, spec.key);
  const fields: Record<string, FieldValue> = {};
  const initial: Record<string, FieldValue> = {};
  const relations: MappedRelation[] = [];
  for (const [part, specs] of [
    [fields, spec.fields],
    [initial, spec.initial],
  ] as const) {
    for (const [name, field] of specs) {
      if (isRelation(field))
        relations.push(mapRelation(reader, kind, name, field, part === initial, targets));
      else readInto(reader, part, kind, name, field);
    }
  }
  return key === null ? null : { spec, specNo, key, fields, initial, relations };
}

function readInto(
  reader: RowReader,
  into: Record<string, FieldValue>,
  kind: TargetKind,
  name: string,
  spec: ValueSpec,
): void {
  const target = kind.fields.get(name);
  const value = target ? reader.value(spec, target) : undefined;
  if (value !== undefined) into[name] = value;
}

/** The key of a record; null (and a problem) when a part of it is empty. */
function readKey(reader: RowReader, parts: readonly ValueSpec[]): string | null {
  const texts = parts.map((part) => reader.sourceText(part));
  const empty = texts.indexOf(null);
  if (empty < 0) return joinKey(texts.map((text) => text ?? ''));
  reader.note(parts[empty], problem('import.keyEmpty'));
  return null;
}

function mapRelation(
  reader: RowReader,
  kind: TargetKind,
  field: string,
  spec: RelationSpec,
  initial: boolean,
  targets: Targets,
): MappedRelation {
  const source = spec.is === 'ref' ? spec.key : [spec.value];
  const texts = source.map((part) => reader.sourceText(part));
  const column = reader.columnOf(source[0]);
  const required = kind.relations.get(field)?.nullable === false;
  if (texts.every((text) => text === null)) {
    if (required) reader.note(source[0], problem('import.required'));
    return { field, initial, is: 'none' };
  }
  const gap = texts.indexOf(null);
  if (gap >= 0) {
    reader.note(source[gap], problem('import.keyEmpty'));
    return { field, initial, is: 'none' };
  }
  const key = texts.map((text) => text ?? '');
  if (spec.is === 'ref') return { field, initial, is: 'ref', kind: spec.kind, key: joinKey(key), column };
  const target = targets.get(spec.kind);
  const create = spec.missing === 'create' && target ? mapNew(reader, target, spec, targets) : null;
  const { kind: found, by, missing } = spec;
  return { field, initial, is: 'find', kind: found, by, value: key[0] ?? '', column, missing, create };
}

function mapNew(
  reader: RowReader,
  kind: TargetKind,
  spec: Extract<RelationSpec, { is: 'find' }>,
  targets: Targets,
): MappedNew {
  const fields: Record<string, FieldValue> = {};
  const relations: MappedRelation[] = [];
  for (const [name, field] of spec.create) {
    if (isRelation(field)) relations.push(mapRelation(reader, kind, name, field, false, targets));
    else readInto(reader, fields, kind, name, field);
  }
  return { fields, relations };
}
