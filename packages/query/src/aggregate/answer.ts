import { converter, inside, type NodePlan, type Read } from '../answers.js';
import type { SelectedField } from '../arguments.js';
import type { Compilation } from '../compilation.js';
import type { From, Place } from '../place.js';
import { badInput } from '../problems.js';
import { part, type Source } from '../run.js';
import { type SelectList, selectedField, selectField } from '../select.js';
import { raw } from '../sql.js';
import type { Figures } from './figures.js';
import { type GroupKey, keyColumn, keyReader } from './keys.js';

/** What the selection of an aggregate is planned from. */
export interface AggregateAnswer {
  readonly c: Compilation;
  readonly keys: readonly GroupKey[];
  readonly figures: Figures;
  readonly list: SelectList;
  /** The grouped rows, to which records are joined that the groups are made by the id of. */
  readonly from: From;
  readonly root: Place['kind'];
  /** Columns that stand at zero where there are no rows. */
  readonly zeros: Set<number>;
}

/** Plans the selection; `previous` is left to whoever runs the statement of the period before. */
export function planAnswer(answer: AggregateAnswer, selection: Source, node: NodePlan): void {
  for (const i of (selection.value as readonly SelectedField[]).keys()) {
    planField(answer, part(selection, i), node);
  }
}

function planField(answer: AggregateAnswer, source: Source, node: NodePlan): void {
  const selected = source.value as SelectedField;
  const { figures, list } = answer;
  const set = (key: string, read: Read) => {
    if (!node.leaves.some((leaf) => leaf.key === key)) node.leaves.push({ key, read });
  };
  switch (selected.name) {
    case 'key':
      planKey(answer, part(source, 'selection'), inside(node, 'key'), [], null);
      return;
    case 'count':
      set('count', figureReader(answer, figures.count()));
      return;
    case 'measure': {
      const column = figures.measure(selected.arguments.name, `${selected.key}.name`);
      const read = figureReader(answer, column);
      set(`@${selected.key}`, (row, run) => {
        const value = read(row, run);
        return value === null ? null : String(value);
      });
      return;
    }
    case 'percentile': {
      const { p } = selected.arguments;
      const column = (path: readonly string[]) => figures.percentile(p, path, selected.key);
      planNumbers(answer, column, part(source, 'selection'), inside(node, `@${selected.key}`), []);
      return;
    }
    case 'share': {
      const count = list.add(raw(`g._m${figures.count()}`));
      const total = list.add(raw('g._t'));
      set('share', (row) => (Number(row[total] ?? 0) === 0 ? null : Number(row[count]) / Number(row[total])));
      return;
    }
    case 'groupCount': {
      const column = list.add(raw('g._gc'));
      set('groupCount', (row) => Number(row[column] ?? 1));
      return;
    }
    case 'folded':
      set('folded', () => false);
      return;
    case 'sum':
    case 'avg':
    case 'min':
    case 'max':
    case 'median':
    case 'countDistinct': {
      const { name } = selected;
      const column = (path: readonly string[]) => figures.number(name, path, selected.key);
      planNumbers(answer, column, part(source, 'selection'), inside(node, name), []);
      return;
    }
  }
}

function figureReader({ figures, list, zeros }: AggregateAnswer, column: number): Read {
  const figure = figures.columns[column];
  if (!figure) throw new Error('A figure has no column.');
  const index = list.add(raw(`g._m${column}`));
  if (figure.counts) zeros.add(index);
  const convert = converter(figure.type);
  return (row) => {
    const value = row[index];
    if (value === null || value === undefined) return figure.counts ? 0 : null;
    return convert ? convert(value) : value;
  };
}

function planNumbers(
  answer: AggregateAnswer,
  column: (path: readonly string[]) => number,
  selection: Source,
  node: NodePlan,
  before: readonly string[],
): void {
  for (const i of (selection.value as readonly SelectedField[]).keys()) {
    const source = part(selection, i);
    const { name, selection: inner } = source.value as SelectedField;
    if (name === '__typename') continue;
    const path = [...before, name];
    if (inner.length > 0) planNumbers(answer, column, part(source, 'selection'), inside(node, name), path);
    else if (!node.leaves.some((leaf) => leaf.key === name)) {
      node.leaves.push({ key: name, read: figureReader(answer, column(path)) });
    }
  }
}

/** `key`: the values that are grouped by, and any to-one field of a record that is grouped by its id. */
function planKey(
  answer: AggregateAnswer,
  selection: Source,
  node: NodePlan,
  relations: readonly string[],
  reached: Place | null,
): void {
  const { c, keys, list, from } = answer;
  const at = relations.join('.');
  const byId = keys.findIndex((k) => k.field.type === 'id' && k.relations.join('.') === at);
  const record = byId >= 0 ? from.byId(kindOf(answer, relations), keyColumn(byId).text) : reached;
  for (const i of (selection.value as readonly SelectedField[]).keys()) {
    const source = part(selection, i);
    const selected = source.value as SelectedField;
    const { name } = selected;
    if (name === '__typename') continue;
    const kind = kindOf(answer, relations);
    const relation = c.one(kind, name);
    if (relation) {
      c.requireKind(relation.target, `key.${name}`);
      const target = record ? record.one(relation) : null;
      planKey(answer, part(source, 'selection'), inside(node, name), [...relations, name], target);
      continue;
    }
    const field = kind.fields.get(name) ?? kind.fields.get(name.replace(/Label$/, ''));
    const { by } = selected.arguments;
    const index = keys.findIndex(
      (k) =>
        k.field === field &&
        k.relations.join('.') === at &&
        (by === undefined || by === null || (k.unit ?? 'VALUE') === by),
    );
    const key = keys[index];
    if (key) {
      const shown = key.unit ? `@${selected.key}` : key.field.name;
      const read = keyReader(key, list.add(keyColumn(index)));
      if (!node.leaves.some((leaf) => leaf.key === shown)) node.leaves.push({ key: shown, read });
      continue;
    }
    const own = record && selectedField(record, name);
    if (!record || !own) throw badInput('notGrouped', ['key', ...relations, name].join('.'), { name });
    const zoned = own.type === 'dateTime' && selected.arguments.in === 'ORGANISATION';
    selectField(c, list, record, own, node, zoned ? `@${selected.key}` : null, `key.${name}`);
  }
}

function kindOf({ c, root }: AggregateAnswer, relations: readonly string[]): Place['kind'] {
  return relations.reduce((kind, name) => c.kind(c.one(kind, name)?.target ?? ''), root);
}
