import type { AggregateArguments, SelectedField } from '../arguments.js';
import type { Answer } from '../engine.js';
import type { ReadKind } from '../model.js';
import { matches } from './filter.js';
import { type Group, havingHolds, numberOf, ownerOf, sortedGroups } from './group-numbers.js';
import { follow, type GroupPath, groupPath, keyOrder, keyValue } from './group-path.js';
import { aggregateValue, numbersOf, percentile } from './measure.js';
import { bucketBefore, type Move, periodUnits, whereBefore } from './periods.js';
import type { Comparable, Value } from './values.js';
import type { Row, View } from './world.js';

/** The answer to `ReadEngine.aggregate` and to a list's aggregate, over the rows that exist for the actor. */
export function aggregate(
  view: View,
  kind: ReadKind,
  rows: readonly Row[],
  args: AggregateArguments,
  selection: readonly SelectedField[],
): Answer[] {
  const { where } = args;
  const kept = where ? rows.filter((row) => matches(view, kind, row, where)) : rows;
  const paths = (args.groupBy ?? []).map((item) => groupPath(item));
  const earlier = earlierOf(view, kind, rows, args, paths, selection);
  const beside = (group: Group): Group => {
    const before = earlier && groupBefore(earlier, group);
    return { ...group, before: before ? { rows: before.rows, measures: earlier.args.measures ?? [] } : null };
  };
  const groups = grouped(view, kind, kept, paths)
    .map(beside)
    .filter((group) => !args.having || havingHolds(view, kind, group, args, args.having));
  const sorted = sortedGroups(view, kind, groups, args, args.orderBy ?? [], paths);
  const best = args.topPerGroup ? topPerGroup(view, kind, sorted, args, paths) : sorted;
  return best
    .slice(0, args.limit ?? 1000)
    .map((group) => answerOf(view, kind, group, args, paths, selection, groups, earlier));
}

/** The same question one period earlier, without what chooses among the groups. */
interface Earlier {
  readonly args: AggregateArguments;
  readonly groups: readonly Group[];
  /** Which key is the period, and how it is moved. */
  readonly index: number;
  readonly move: Move;
}

function earlierOf(
  view: View,
  kind: ReadKind,
  rows: readonly Row[],
  args: AggregateArguments,
  paths: readonly GroupPath[],
  selection: readonly SelectedField[],
): Earlier | null {
  const { compareTo, where } = args;
  const asked =
    selection.some(({ name }) => name === 'previous') || args.measures?.some(({ previous }) => previous);
  if (!compareTo || !asked) return null;
  const index = paths.findIndex(({ unit }) => unit !== null && periodUnits.includes(unit));
  const path = paths[index];
  if (!path?.unit) throw new Error('there is no period to compare');
  const { type } = view.field(ownerOf(view, kind, path.relations), path.field);
  const move: Move = {
    path: [...path.relations, path.field],
    type: type === 'date' ? 'date' : 'dateTime',
    unit: path.unit,
    compareTo,
    zone: view.zone,
    now: view.now,
  };
  const measures = (args.measures ?? []).map((measure) => ({
    ...measure,
    ...(measure.count ? { count: whereBefore(measure.count, move) } : {}),
    ...(measure.where ? { where: whereBefore(measure.where, move) } : {}),
  }));
  const moved = where ? whereBefore(where, move) : null;
  const kept = moved ? rows.filter((row) => matches(view, kind, row, moved)) : rows;
  return { args: { measures }, groups: grouped(view, kind, kept, paths), index, move };
}

/** The group of the period before, all other keys being the same. */
function groupBefore({ groups, index, move }: Earlier, { keys }: Group): Group | undefined {
  const period = keys[index] ?? null;
  const before = period === null ? null : bucketBefore(String(period), move.unit, move.compareTo);
  if (before === null) return undefined;
  const wanted = JSON.stringify(keys.map((key, i) => (i === index ? before : key)));
  return groups.find((group) => JSON.stringify(group.keys) === wanted);
}

/** The rows by their keys; without keys one group, of no row perhaps. */
export function grouped(
  view: View,
  kind: ReadKind,
  rows: readonly Row[],
  paths: readonly GroupPath[],
): Group[] {
  if (paths.length === 0) return [{ rows, keys: [], order: [], folded: false }];
  const groups = new Map<string, { rows: Row[]; keys: (Value | null)[]; order: (Comparable | null)[] }>();
  for (const row of rows) {
    const keys = paths.map((path) => keyValue(view, kind, row, path));
    const name = JSON.stringify(keys);
    const known = groups.get(name);
    if (known) known.rows.push(row);
    else groups.set(name, { rows: [row], keys, order: paths.map((path) => keyOrder(view, kind, row, path)) });
  }
  return [...groups.values()].map((group) => ({ ...group, folded: false }));
}

/** The first n groups inside each outer group; the answer's order stays that of `orderBy`. */
function topPerGroup(
  view: View,
  kind: ReadKind,
  groups: readonly Group[],
  args: AggregateArguments,
  paths: readonly GroupPath[],
): Group[] {
  const top = args.topPerGroup ?? {};
  const outer = (top.by ?? []).map((item) => {
    const path = JSON.stringify(groupPath(item));
    return paths.findIndex((p) => JSON.stringify(p) === path);
  });
  const kept = new Map<string, number>();
  const chosen = new Set<Group>();
  for (const group of sortedGroups(view, kind, groups, args, top.orderBy ?? args.orderBy ?? [], paths)) {
    const name = JSON.stringify(outer.map((i) => group.keys[i] ?? null));
    const already = kept.get(name) ?? 0;
    if (already >= (top.limit ?? 1)) continue;
    kept.set(name, already + 1);
    chosen.add(group);
  }
  return groups.filter((group) => chosen.has(group));
}

function answerOf(
  view: View,
  kind: ReadKind,
  group: Group,
  args: AggregateArguments,
  paths: readonly GroupPath[],
  selection: readonly SelectedField[],
  all: readonly Group[],
  earlier: Earlier | null,
): Answer {
  const answer: Answer = {};
  for (const selected of selection) {
    switch (selected.name) {
      case 'key':
        answer.key = keyAnswer(view, kind, group, paths, selected.selection, []);
        break;
      case 'count':
        answer.count = group.rows.length;
        break;
      case 'groupCount':
        answer.groupCount = all.length;
        break;
      case 'share': {
        const total = all.reduce((sum, { rows }) => sum + rows.length, 0);
        answer.share = total === 0 ? null : group.rows.length / total;
        break;
      }
      case 'folded':
        answer.folded = group.folded;
        break;
      case 'previous': {
        const before = earlier && groupBefore(earlier, group);
        answer[`@${selected.key}`] = before
          ? answerOf(view, kind, before, earlier.args, paths, selected.selection, earlier.groups, null)
          : null;
        break;
      }
      case 'measure':
        answer[`@${selected.key}`] = numberOf(
          view,
          kind,
          group,
          args.measures ?? [],
          String(selected.arguments.name),
        );
        break;
      case 'percentile':
        answer[`@${selected.key}`] = Object.fromEntries(
          selected.selection.map((field) => [
            field.name,
            percentile(numbersOf(view, kind, group.rows, field.name), Number(selected.arguments.p)),
          ]),
        );
        break;
      default:
        answer[selected.name] = Object.fromEntries(
          selected.selection.map((field) => [
            field.name,
            aggregateValue(view, kind, group.rows, selected.name, field.name).value,
          ]),
        );
    }
  }
  return answer;
}

/** What `key` shows of a group. */
export function keyAnswer(
  view: View,
  kind: ReadKind,
  group: Group,
  paths: readonly GroupPath[],
  selection: readonly SelectedField[],
  at: readonly string[],
): Answer {
  const [first] = group.rows;
  const [owner, record] = first ? follow(view, kind, first, at) : [ownerOf(view, kind, at), null];
  const answer: Answer = {};
  for (const selected of selection) {
    const relation = owner.relations.get(selected.name);
    if (relation?.is === 'one') {
      const merged = selection.filter((s) => s.name === selected.name).flatMap((s) => s.selection);
      answer[selected.name] = keyAnswer(view, kind, group, paths, merged, [...at, selected.name]);
      continue;
    }
    const here = paths.findIndex(
      (p) =>
        p.field === selected.name &&
        p.relations.join('.') === at.join('.') &&
        (selected.arguments.by === undefined || (p.unit ?? 'VALUE') === selected.arguments.by),
    );
    const unit = paths[here]?.unit ?? null;
    const field = view.field(owner, selected.name);
    // A field that was not grouped by belongs to the record whose id was: shown as to any reader of it.
    const ungrouped = record ? view.shown(owner, record, field) : null;
    answer[unit ? `@${selected.key}` : selected.name] = here >= 0 ? (group.keys[here] ?? null) : ungrouped;
  }
  return answer;
}
