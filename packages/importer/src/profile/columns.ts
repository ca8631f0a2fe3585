import { formulaColumns } from '../convert/formula.js';
import type { FieldSpec, RecordSpec, TableLink } from './profile.js';

/** Columns that a profile reads, by table: what a file must have to be recognised. */
export function columnsByTable(records: readonly RecordSpec[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (table: string, column: string) => {
    const columns = found.get(table) ?? new Set();
    columns.add(column);
    found.set(table, columns);
  };
  const noteLink = (table: string, { table: other, pairs }: TableLink) => {
    for (const { here, there } of pairs) {
      note(table, here);
      note(other, there);
    }
  };
  const noteField = (table: string, spec: FieldSpec): void => {
    switch (spec.is) {
      case 'column':
        if (spec.from) noteLink(table, spec.from);
        note(spec.from?.table ?? table, spec.column);
        return;
      case 'template':
        for (const part of spec.parts) if (typeof part !== 'string') note(table, part.column);
        return;
      case 'formula':
        for (const column of formulaColumns(spec.formula)) note(table, column);
        return;
      case 'exists':
        noteLink(table, spec.link);
        return;
      case 'ref':
        for (const part of spec.key) noteField(table, part);
        return;
      case 'find':
        noteField(table, spec.value);
        for (const field of spec.create.values()) noteField(table, field);
        return;
      case 'fixed':
        return;
    }
  };
  for (const { table, key, when, fields, initial } of records) {
    for (const column of when) note(table, column);
    for (const spec of [...key, ...fields.values(), ...initial.values()]) noteField(table, spec);
  }
  return found;
}

/** Tables that rows of other tables look into. */
export function linkedTables(records: readonly RecordSpec[]): Set<string> {
  const found = new Set<string>();
  const visit = (spec: FieldSpec): void => {
    if (spec.is === 'column' && spec.from) found.add(spec.from.table);
    if (spec.is === 'exists') found.add(spec.link.table);
    if (spec.is === 'ref') spec.key.forEach(visit);
    if (spec.is === 'find') {
      visit(spec.value);
      [...spec.create.values()].forEach(visit);
    }
  };
  for (const { key, fields, initial } of records)
    [...key, ...fields.values(), ...initial.values()].forEach(visit);
  return found;
}
