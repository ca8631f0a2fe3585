import { emptyNode, type NodePlan } from './answers.js';
import type { SelectedField } from './arguments.js';
import type { Compilation } from './compilation.js';
import type { Place } from './place.js';
import { part, type Source } from './run.js';
import { SelectList, selectedField, selectField } from './select.js';
import { raw } from './sql.js';
import { type ToMany, toMany } from './to-many.js';

/** Plans a list or a list's aggregate; handed in, since lists are made of nodes again. */
export interface BranchPlanner {
  list(place: Place, relation: ToMany, field: Source, node: NodePlan): void;
  aggregate(place: Place, relation: ToMany, field: Source, node: NodePlan): void;
}

/** What one statement's rows become: the columns to select, and the record made of them. */
export interface Rows {
  readonly list: SelectList;
  readonly node: NodePlan;
}

/** Plans the selection of a record (`selection` is the list of selected fields). */
export function planRecord(c: Compilation, place: Place, selection: Source, branches: BranchPlanner): Rows {
  const list = new SelectList();
  const node = emptyNode();
  addSelection(c, list, place, selection, node, branches);
  return { list, node };
}

/** Adds a selection to a record's plan; selections of one relation under several aliases are merged. */
export function addSelection(
  c: Compilation,
  list: SelectList,
  place: Place,
  selection: Source,
  node: NodePlan,
  branches: BranchPlanner,
): void {
  for (const i of (selection.value as readonly SelectedField[]).keys()) {
    addField(c, list, place, part(selection, i), node, branches);
  }
}

function addField(
  c: Compilation,
  list: SelectList,
  place: Place,
  source: Source,
  node: NodePlan,
  branches: BranchPlanner,
): void {
  const selected = source.value as SelectedField;
  const { name } = selected;
  const field = selectedField(place, name);
  if (field) {
    const zoned = field.type === 'dateTime' && selected.arguments.in === 'ORGANISATION';
    selectField(c, list, place, field, node, zoned ? `@${selected.key}` : null, selected.key);
    return;
  }
  const one = c.one(place.kind, name);
  if (one) {
    c.requireKind(one.target, selected.key);
    const target = place.one(one);
    let related = node.ones.find((o) => o.key === name);
    if (!related) {
      related = { key: name, presence: list.add(raw(target.id)), node: emptyNode() };
      node.ones.push(related);
    }
    addSelection(c, list, target, part(source, 'selection'), related.node, branches);
    return;
  }
  const many = toMany(place.kind, name);
  const counted = many || !name.endsWith('Aggregate') ? undefined : toMany(place.kind, name.slice(0, -9));
  if (!many && !counted) return;
  node.idColumn = list.add(raw(place.id));
  if (many) branches.list(place, many, source, node);
  else if (counted) branches.aggregate(place, counted, source, node);
}
