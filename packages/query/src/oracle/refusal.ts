import type { Measure, SelectedField } from '../arguments.js';
import type { ReadField, ReadKind, ReadModel, ReadRelation } from '../model.js';
import type { ReadPolicy } from '../policy.js';
import { countsRule, isTooFine } from './counts.js';
import { groupPath } from './group-path.js';
import { isHidden, usableBy } from './random-policy.js';
import type { Request } from './random-query.js';
import { kindsOn } from './random-where.js';

type Nested = { readonly [key: string]: unknown };

/**
 * Whether the contract wants a request refused as FORBIDDEN before it runs: it names a kind without
 * a grant, selects a field that no grant shows, or uses one that some grant masks or hides.
 */
export function isForbidden(model: ReadModel, policy: ReadPolicy, request: Request, zone: string): boolean {
  return new Refusal(model, policy, zone).ofRequest(request);
}

class Refusal {
  private readonly usable;
  /** The kind that is only counted: its own keys are shown though none of its rows is. */
  private counted: ReadKind | null = null;

  constructor(
    private readonly model: ReadModel,
    private readonly policy: ReadPolicy,
    private readonly zone: string,
  ) {
    this.usable = usableBy(policy);
  }

  ofRequest(request: Request): boolean {
    const kind = this.kind(request.kind);
    const rule = countsRule(this.policy, kind.name);
    if (rule && request.call === 'aggregate') {
      const args = { ...request.args };
      this.counted = kind;
      return (
        isTooFine(this.model, kind, rule, args, request.selection, this.zone) ||
        this.ofAggregate(kind, args, request.selection)
      );
    }
    if (!this.usable.kind(kind.name)) return true;
    if (request.call === 'one') return this.ofSelection(kind, request.selection);
    if (request.call === 'aggregate') return this.ofAggregate(kind, { ...request.args }, request.selection);
    const items = request.selection
      .filter((field) => field.name === 'items')
      .flatMap((field) => field.selection);
    return this.ofArguments(kind, { ...request.args }) || this.ofSelection(kind, items);
  }

  private kind(name: string): ReadKind {
    const found = this.model.kinds.get(name);
    if (!found) throw new Error(`no kind ${name}`);
    return found;
  }

  private ofArguments(kind: ReadKind, args: Nested): boolean {
    const orders = (args.orderBy ?? []) as readonly Nested[];
    return this.ofWhere(kind, args.where) || orders.some((order) => this.ofPath(kind, order));
  }

  private ofSelection(kind: ReadKind, selection: readonly SelectedField[]): boolean {
    return selection.some((selected) => {
      const field = kind.fields.get(selected.name);
      if (field) return isHidden(this.policy, kind, field);
      const { relation, aggregate } = this.relation(kind, selected.name);
      if (this.isClosed(kind, relation)) return true;
      const target = this.kind(relation.target);
      if (aggregate) return this.ofAggregate(target, selected.arguments, selected.selection);
      return this.ofArguments(target, selected.arguments) || this.ofSelection(target, selected.selection);
    });
  }

  private relation(kind: ReadKind, name: string): { relation: ReadRelation; aggregate: boolean } {
    const direct = kind.relations.get(name);
    const relation = direct ?? kind.relations.get(name.replace(/Aggregate$/, ''));
    if (!relation) throw new Error(`no relation ${kind.name}.${name}`);
    return { relation, aggregate: !direct };
  }

  private isClosed(kind: ReadKind, relation: ReadRelation): boolean {
    return kindsOn(this.model, kind, relation).some((name) => !this.usable.kind(name));
  }

  private misuses(kind: ReadKind, field: ReadField, exact: boolean): boolean {
    const allowed = this.usable.field(kind, field);
    return allowed === 'none' || (allowed === 'exact' && !exact);
  }

  private ofWhere(kind: ReadKind, where: unknown): boolean {
    if (where === null || where === undefined) return false;
    return Object.entries(where as Nested).some(([key, inner]) => {
      if (key === 'and' || key === 'or') return (inner as Nested[]).some((part) => this.ofWhere(kind, part));
      if (key === 'not') return this.ofWhere(kind, inner);
      const field = kind.fields.get(key);
      if (field) return this.ofOperators(kind, field, inner as Nested);
      const { relation, aggregate } = this.relation(kind, key);
      if (this.isClosed(kind, relation)) return true;
      const target = this.kind(relation.target);
      if (aggregate) return this.ofNumbers(target, inner as Nested);
      if (relation.is === 'one') return this.ofWhere(target, inner);
      return Object.values(inner as Nested).some((part) => this.ofWhere(target, part));
    });
  }

  private ofOperators(kind: ReadKind, field: ReadField, operators: Nested): boolean {
    const exact = Object.keys(operators).every((operator) => operator === 'eq' || operator === 'in');
    if (this.misuses(kind, field, exact)) return true;
    return Object.entries(operators).some(([operator, operand]) => {
      const other = operator.endsWith('Field') ? kind.fields.get(String(operand)) : undefined;
      return other !== undefined && this.misuses(kind, other, false);
    });
  }

  /** `{ where, count: …, sum: { field: … } }`: in a filter, in an order, in `having`. */
  private ofNumbers(kind: ReadKind, numbers: Nested): boolean {
    return Object.entries(numbers).some(([key, inner]) => {
      if (key === 'where') return this.ofWhere(kind, inner);
      if (key === 'and' || key === 'or')
        return (inner as Nested[]).some((part) => this.ofNumbers(kind, part));
      if (key === 'not') return this.ofNumbers(kind, inner as Nested);
      if (key === 'count' || key === 'measure') return false;
      if (key === 'key') return this.ofPath(kind, inner as Nested);
      return Object.keys(inner as Nested).some((name) => this.ofNumber(kind, name));
    });
  }

  private ofNumber(kind: ReadKind, name: string): boolean {
    const field = kind.fields.get(name);
    return field ? this.misuses(kind, field, false) : this.isClosed(kind, this.relation(kind, name).relation);
  }

  private ofPath(kind: ReadKind, path: Nested): boolean {
    return Object.entries(path).some(([name, inner]) => {
      const field = kind.fields.get(name);
      if (field) return this.misuses(kind, field, false);
      const { relation, aggregate } = this.relation(kind, name);
      if (this.isClosed(kind, relation)) return true;
      const target = this.kind(relation.target);
      return aggregate ? this.ofNumbers(target, inner as Nested) : this.ofPath(target, inner as Nested);
    });
  }

  private ofAggregate(kind: ReadKind, args: Nested, selection: readonly SelectedField[]): boolean {
    const list = (value: unknown) => (value ?? []) as readonly Nested[];
    const top = (args.topPerGroup ?? {}) as Nested;
    const paths = [...list(args.groupBy), ...list(top.by)];
    const orders = [...list(args.orderBy), ...list(top.orderBy)];
    return (
      this.ofWhere(kind, args.where) ||
      paths.some((path) => this.ofPath(kind, path)) ||
      orders.some((order) => this.ofNumbers(kind, order)) ||
      this.ofNumbers(kind, (args.having ?? {}) as Nested) ||
      ((args.measures ?? []) as readonly Measure[]).some((measure) => this.ofMeasure(kind, measure)) ||
      selection.some((selected) => this.ofAggregateField(kind, selected))
    );
  }

  private ofMeasure(kind: ReadKind, measure: Measure): boolean {
    const path = measure.sum ?? measure.avg;
    return (
      this.ofWhere(kind, measure.count) ||
      this.ofWhere(kind, measure.where) ||
      (path !== null && path !== undefined && groupPath(path) !== null && this.ofPath(kind, path))
    );
  }

  private ofAggregateField(kind: ReadKind, selected: SelectedField): boolean {
    if (selected.name === 'key') return this.ofKey(kind, selected.selection);
    if (selected.name === 'measure') return false;
    if (selected.name === 'previous')
      return selected.selection.some((field) => this.ofAggregateField(kind, field));
    return selected.selection.some((field) => this.ofNumber(kind, field.name));
  }

  private ofKey(kind: ReadKind, selection: readonly SelectedField[]): boolean {
    return selection.some((selected) => {
      const field = kind.fields.get(selected.name);
      if (field) return kind !== this.counted && isHidden(this.policy, kind, field);
      const { relation } = this.relation(kind, selected.name);
      return this.isClosed(kind, relation) || this.ofKey(this.kind(relation.target), selected.selection);
    });
  }
}
