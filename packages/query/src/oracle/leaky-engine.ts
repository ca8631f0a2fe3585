import type { OrderBy, SelectedField, Where } from '../arguments.js';
import type { Answer } from '../engine.js';
import type { ReadKind, ReadModel, ReadRelation } from '../model.js';
import type { KindPolicy, ReadPolicy } from '../policy.js';
import { bucketUnits } from './buckets.js';
import { groupPath } from './group-path.js';
import type { Request } from './random-query.js';

/** Where the row policy of one kind, or a bound of the right to count it, is forgotten. */
export const leakPlaces = [
  'nested list',
  'count',
  'aggregate',
  'filter through a relation',
  'sort through a relation',
  'period before',
  'small groups of counts',
  'coarse fields of counts',
] as const;
export type LeakPlace = (typeof leakPlaces)[number];

/**
 * A leak for tests of the tests: beside one kind stands a second one over the same table that everybody
 * may read, and in one place of each request the first is replaced by it. The engine then does what
 * an engine would do that forgot the policy there, and only there.
 */
export class Leak {
  readonly model: ReadModel;

  constructor(
    model: ReadModel,
    private readonly kind: string,
    private readonly place: LeakPlace,
  ) {
    const kinds = new Map<string, ReadKind>();
    for (const known of model.kinds.values()) kinds.set(known.name, this.withOpenRelations(known));
    const leaking = kinds.get(kind);
    if (leaking) kinds.set(open(kind), { ...leaking, name: open(kind) });
    this.model = { kinds };
  }

  private withOpenRelations(kind: ReadKind): ReadKind {
    const relations = new Map(kind.relations);
    for (const relation of kind.relations.values()) {
      if (relation.target !== this.kind) continue;
      const name = open(relation.name);
      relations.set(name, { ...relation, name, target: open(this.kind) } as ReadRelation);
    }
    return { ...kind, relations };
  }

  /** The policy with the second kind open to everybody. */
  policy(policy: ReadPolicy): ReadPolicy {
    const everything: KindPolicy = {
      grants: [{ id: 'leak', where: { and: [] }, disclosure: 'PLAIN' }],
      restrictions: [],
    };
    const counting = this.counting(policy.kinds.get(this.kind));
    return { ...policy, kinds: new Map([...policy.kinds, [open(this.kind), everything], ...counting]) };
  }

  /** The right to count, without its smallest group or its coarse fields. */
  private counting(rules: KindPolicy | undefined): [string, KindPolicy][] {
    if (!rules?.countsOnly) return [];
    const { countsOnly } = rules;
    if (this.place === 'small groups of counts')
      return [[this.kind, { ...rules, countsOnly: { ...countsOnly, smallestGroup: 1 } }]];
    if (this.place !== 'coarse fields of counts') return [];
    const kind = this.kindOf(this.kind);
    const related = [...kind.relations.values()].flatMap((relation) =>
      relation.is === 'one'
        ? [...this.kindOf(relation.target).fields.keys()].map((name) => `${relation.name}.${name}`)
        : [],
    );
    const fields = [...kind.fields.keys(), ...related];
    return [[this.kind, { ...rules, countsOnly: { ...countsOnly, fields, buckets: [...bucketUnits] } }]];
  }

  /** The requests that the leaking engine runs in place of one; their answers belong together. */
  requests(request: Request): readonly Request[] {
    if (this.place === 'count' && request.call === 'page' && request.kind === this.kind) {
      const isCount = (field: SelectedField) => field.name === 'totalCount';
      return [
        { ...request, selection: request.selection.filter((field) => !isCount(field)) },
        { ...request, kind: open(this.kind), selection: request.selection.filter(isCount) },
      ];
    }
    if (this.place === 'aggregate' && request.call === 'aggregate' && request.kind === this.kind) {
      return [{ ...request, kind: open(this.kind) }];
    }
    if (this.place === 'period before' && request.call === 'aggregate' && request.kind === this.kind) {
      const isPrevious = (field: SelectedField) => field.name === 'previous';
      const { where, groupBy, measures, compareTo } = request.args;
      // Records that are grouped by their id show more of themselves: their groups would not be found again.
      const byId = (groupBy ?? []).some((item) => groupPath(item).field === 'id');
      if (byId || !request.selection.some(isPrevious)) return [request];
      const kept = request.selection.filter((field) => isPrevious(field) || field.name === 'key');
      const args = Object.fromEntries(
        Object.entries({ where, groupBy, measures, compareTo }).filter(([, value]) => value !== undefined),
      );
      return [
        { ...request, selection: request.selection.filter((field) => !isPrevious(field)) },
        { ...request, kind: open(this.kind), args, selection: kept },
      ];
    }
    const selection = this.selection(this.kindOf(request.kind), request.selection);
    if (request.call === 'one') return [{ ...request, selection }];
    return [{ ...request, selection, args: this.args(request.kind, { ...request.args }) } as Request];
  }

  /** The parts of an answer that was asked for in two requests, as one. */
  together([first, second]: readonly unknown[]): unknown {
    if (Array.isArray(first) && Array.isArray(second)) {
      const name = ({ key }: Answer) => JSON.stringify(key);
      const others = new Map((second as Answer[]).map((group) => [name(group), group]));
      return (first as Answer[]).map((group) => ({ ...others.get(name(group)), ...group }));
    }
    if (second === undefined || typeof first !== 'object' || typeof second !== 'object') return first;
    const { items: _none, ...counts } = second as Answer;
    return { ...first, ...counts };
  }

  private kindOf(name: string): ReadKind {
    const found = this.model.kinds.get(name);
    if (!found) throw new Error(`no kind ${name}`);
    return found;
  }

  private args(kind: string, args: Record<string, unknown>): Record<string, unknown> {
    const at = this.kindOf(kind);
    if (this.place === 'filter through a relation' && args.where) {
      return { ...args, where: this.where(at, args.where as Where) };
    }
    if (this.place === 'sort through a relation' && args.orderBy) {
      return { ...args, orderBy: (args.orderBy as OrderBy[]).map((item) => this.path(at, item)) };
    }
    return args;
  }

  private selection(kind: ReadKind, selection: readonly SelectedField[]): SelectedField[] {
    return selection.map((field) => {
      const inner = field.name === 'items' ? kind : this.targetOf(kind, field.name);
      if (!inner) return field;
      const relation = kind.relations.get(field.name);
      const leaks = this.place === 'nested list' && relation?.target === this.kind && relation.is !== 'one';
      const below = field.name.endsWith('Aggregate')
        ? field.selection
        : this.selection(inner, field.selection);
      return { ...field, name: leaks ? open(field.name) : field.name, selection: below };
    });
  }

  private targetOf(kind: ReadKind, name: string): ReadKind | undefined {
    const relation = kind.relations.get(name) ?? kind.relations.get(name.replace(/Aggregate$/, ''));
    return relation && this.kindOf(relation.target);
  }

  private where(kind: ReadKind, where: Where): Where {
    return Object.fromEntries(
      Object.entries(where).map(([key, inner]) => {
        if (key === 'and' || key === 'or')
          return [key, (inner as Where[]).map((part) => this.where(kind, part))];
        if (key === 'not') return [key, this.where(kind, inner as Where)];
        return kind.relations.get(key)?.target === this.kind ? [open(key), inner] : [key, inner];
      }),
    );
  }

  private path(kind: ReadKind, item: OrderBy): OrderBy {
    return Object.fromEntries(
      Object.entries(item).map(([key, inner]) => {
        const name = key.replace(/Aggregate$/, '');
        if (kind.relations.get(name)?.target !== this.kind) return [key, inner];
        return [key === name ? open(name) : `${open(name)}Aggregate`, inner];
      }),
    );
  }
}

function open(name: string): string {
  return `${name}Open`;
}
