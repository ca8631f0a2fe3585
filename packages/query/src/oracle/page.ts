import type { PageArguments, SelectedField } from '../arguments.js';
import type { Answer } from '../engine.js';
import type { ReadKind } from '../model.js';
import { aggregate } from './aggregate.js';
import { matches } from './filter.js';
import { ordered } from './order.js';
import type { Row, View } from './world.js';

/** The answer to `ReadEngine.page`, cursors left out (they are opaque): `hasNextPage` tells how far it went. */
export function page(
  view: View,
  kindName: string,
  args: PageArguments,
  selection: readonly SelectedField[],
): Answer {
  const kind = view.kind(kindName);
  const all = rowsOf(view, kind, view.visible(kindName), args);
  const offset = args.offset ?? 0;
  const limit = args.limit ?? 25;
  const answer: Answer = {};
  for (const field of selection) {
    if (field.name === 'items') {
      answer.items = all
        .slice(offset, offset + limit)
        .map((row) => record(view, kind, row, itemsOf(selection)));
    } else if (field.name === 'pageInfo') {
      answer.pageInfo = { hasNextPage: all.length > offset + limit };
    } else if (field.name === 'totalCount') {
      answer[`@${field.key}`] = counted(all.length, field.arguments.limit as number | null | undefined);
    }
  }
  return answer;
}

/** `totalCount(limit: n)` stops at n + 1. */
function counted(count: number, limit: number | null | undefined): number {
  return limit === null || limit === undefined ? count : Math.min(count, limit + 1);
}

function itemsOf(selection: readonly SelectedField[]): readonly SelectedField[] {
  return selection.filter((field) => field.name === 'items').flatMap((field) => field.selection);
}

/** The answer to `ReadEngine.one`. */
export function one(
  view: View,
  kindName: string,
  id: string,
  selection: readonly SelectedField[],
): Answer | null {
  const row = view.visible(kindName).find((r) => r.id === id);
  return row ? record(view, view.kind(kindName), row, selection) : null;
}

function rowsOf(view: View, kind: ReadKind, rows: readonly Row[], args: PageArguments): readonly Row[] {
  const { where } = args;
  const kept = where ? rows.filter((row) => matches(view, kind, row, where)) : rows;
  return ordered(view, kind, kept, args.orderBy);
}

/** One record as the actor is shown it. */
export function record(view: View, kind: ReadKind, row: Row, selection: readonly SelectedField[]): Answer {
  const answer: Answer = {};
  for (const selected of selection) {
    if (selected.name === '__typename') continue;
    const field = kind.fields.get(selected.name);
    if (field) {
      answer[selected.name] = view.shown(kind, row, field);
      continue;
    }
    const relation =
      kind.relations.get(selected.name.replace(/Aggregate$/, '')) ?? kind.relations.get(selected.name);
    if (!relation) throw new Error(`the selection names ${kind.name}.${selected.name}, which does not exist`);
    const target = view.kind(relation.target);
    if (relation.is === 'one') {
      const other = view.toOne(row, relation);
      const merged = selection.filter((s) => s.name === selected.name).flatMap((s) => s.selection);
      answer[selected.name] = other ? record(view, target, other, merged) : null;
      continue;
    }
    const children = view.toMany(row, kind, relation);
    answer[`@${selected.key}`] = selected.name.endsWith('Aggregate')
      ? aggregate(view, target, children, selected.arguments, selected.selection)
      : nested(view, target, children, selected);
  }
  return answer;
}

function nested(view: View, target: ReadKind, children: readonly Row[], selected: SelectedField): Answer[] {
  const args = selected.arguments as PageArguments;
  const offset = args.offset ?? 0;
  const end = args.limit === null || args.limit === undefined ? undefined : offset + args.limit;
  return rowsOf(view, target, children, args)
    .slice(offset, end)
    .map((child) => record(view, target, child, selected.selection));
}
