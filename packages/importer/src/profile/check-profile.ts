import { type DerivedSpec, type FieldSpec, isRelation, type Profile, type RecordSpec } from './profile.js';
import type { TargetKind, Targets } from './target.js';
import type { ProfileProblems } from './yaml-node.js';

/** Holds a profile against what can be written: kinds, fields, relations, and their order. */
export function checkProfile(profile: Profile, targets: Targets, problems: ProfileProblems): void {
  const check = new ProfileCheck(profile, targets, problems);
  for (const [index, record] of profile.records.entries()) check.record(record, index);
  for (const derived of profile.derived) check.derived(derived);
  check.tables();
}

class ProfileCheck {
  constructor(
    private readonly profile: Profile,
    private readonly targets: Targets,
    private readonly problems: ProfileProblems,
  ) {}

  tables(): void {
    for (const { name, extraCells } of this.profile.tables.values()) {
      const { option } = extraCells;
      if (option && !this.profile.options.has(option)) {
        this.problems.add(1, 'import.profileUnknownOption', { option, table: name });
      }
    }
  }

  record(record: RecordSpec, index: number): void {
    const { line, kind: name } = record;
    const kind = this.kind(name, line);
    if (!this.profile.tables.has(record.table)) {
      this.problems.add(line, 'import.profileUnknownTable', { table: record.table });
    }
    if (record.key.length === 0) this.problems.add(line, 'import.profileKey');
    if (!kind) return;
    const all = new Map([...record.fields, ...record.initial]);
    for (const [field, spec] of all) this.field(kind, field, spec, line, index);
    this.missing(kind, all, line);
  }

  derived({ kind: name, of, by, set, line }: DerivedSpec): void {
    const kind = this.kind(name, line);
    const child = this.kind(of, line);
    if (!kind || !child) return;
    if (child.relations.get(by)?.target !== name) {
      this.problems.add(line, 'import.profileDerivedBy', { kind: of, field: by });
    }
    for (const [field, rule] of set) {
      const known = kind.fields.has(field) || kind.relations.has(field);
      if (!known) this.unknownField(kind, field, line);
      const source = rule.is === 'latest' ? [rule.field, rule.order] : [rule.field];
      for (const name of source) {
        if (!child.fields.has(name) && !child.relations.has(name)) this.unknownField(child, name, line);
      }
      if (rule.is === 'sum' && child.fields.get(rule.field)?.type !== 'decimal') {
        this.problems.add(line, 'import.profileSum', { field: rule.field });
      }
    }
  }

  private field(kind: TargetKind, name: string, spec: FieldSpec, line: number, index: number): void {
    const relation = kind.relations.get(name);
    if (!relation && !kind.fields.has(name)) {
      this.unknownField(kind, name, line);
      return;
    }
    if (isRelation(spec) !== Boolean(relation)) {
      this.problems.add(line, relation ? 'import.profileNeedsRelation' : 'import.profileNotARelation', {
        field: name,
      });
      return;
    }
    if (!isRelation(spec) || !relation) {
      if (!isRelation(spec)) this.links(spec, line);
      return;
    }
    if (spec.kind !== relation.target) {
      this.problems.add(line, 'import.profileWrongKind', { field: name, kind: relation.target });
      return;
    }
    if (spec.is === 'ref') {
      const at = this.profile.records.findIndex((record) => record.kind === spec.kind);
      // A record that cannot be without its parent must come after it.
      if (at < 0 || (!relation.nullable && at >= index)) {
        this.problems.add(line, 'import.profileRefOrder', { field: name, kind: spec.kind });
      }
      return;
    }
    const target = this.kind(spec.kind, line);
    if (!target) return;
    if (!target.fields.get(spec.by)?.findable && !target.numbers?.has(spec.by)) {
      this.problems.add(line, 'import.profileNotFindable', { kind: spec.kind, field: spec.by });
    }
    this.links(spec.value, line);
    if (spec.missing === 'create') {
      for (const [field, made] of spec.create) this.field(target, field, made, line, index);
      this.missing(target, spec.create, line);
    }
  }

  private links(spec: Exclude<FieldSpec, { is: 'ref' | 'find' }>, line: number): void {
    const link = spec.is === 'exists' ? spec.link : spec.is === 'column' ? spec.from : null;
    if (link && !this.profile.tables.has(link.table)) {
      this.problems.add(line, 'import.profileUnknownTable', { table: link.table });
    }
  }

  /** Fields without which the database takes no record, unless they are derived. */
  private missing(kind: TargetKind, given: ReadonlyMap<string, FieldSpec>, line: number): void {
    const derived = new Set(
      this.profile.derived.filter((d) => d.kind === kind.name).flatMap((d) => [...d.set.keys()]),
    );
    const needed = [
      ...[...kind.fields].filter(([, field]) => !field.nullable && !field.hasDefault).map(([name]) => name),
      ...[...kind.relations].filter(([, relation]) => !relation.nullable).map(([name]) => name),
    ];
    const lacking = needed.filter((name) => !given.has(name) && !derived.has(name));
    if (lacking.length > 0) {
      this.problems.add(line, 'import.profileMissingFields', { kind: kind.name, fields: lacking.join(', ') });
    }
  }

  private kind(name: string, line: number): TargetKind | undefined {
    const kind = this.targets.get(name);
    if (!kind) {
      this.problems.add(line, 'import.profileUnknownKind', {
        kind: name,
        allowed: [...this.targets.keys()].join(', '),
      });
    }
    return kind;
  }

  private unknownField(kind: TargetKind, field: string, line: number): void {
    const allowed = [...kind.fields.keys(), ...kind.relations.keys()].join(', ');
    this.problems.add(line, 'import.profileUnknownField', { kind: kind.name, field, allowed });
  }
}
