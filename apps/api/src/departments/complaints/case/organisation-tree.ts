import type { FactSource } from '../../../records/source.js';

export interface DepartmentNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly headId: string | null;
  readonly regionId: string | null;
  readonly kind: string;
  readonly active: boolean;
  readonly name: string;
}

/** The departments of the house as one tree. */
export class OrganisationTree {
  private readonly byId: ReadonlyMap<string, DepartmentNode>;

  constructor(readonly departments: readonly DepartmentNode[]) {
    this.byId = new Map(departments.map((department) => [department.id, department]));
  }

  department(id: string | null): DepartmentNode | null {
    return id === null ? null : (this.byId.get(id) ?? null);
  }

  /** The department and everything below it. A circle in the data ends by itself. */
  below(id: string): string[] {
    const found = new Set([id]);
    for (const each of found) {
      for (const { id: child, parentId } of this.departments) if (parentId === each) found.add(child);
    }
    return [...found];
  }

  /** The department and everything above it, nearest first. */
  above(id: string | null): string[] {
    const found = new Set<string>();
    for (let at = id; at !== null && !found.has(at); at = this.byId.get(at)?.parentId ?? null) found.add(at);
    return [...found];
  }

  /** The departments that a person heads. */
  headedBy(staffId: string): DepartmentNode[] {
    return this.departments.filter(({ headId }) => headId === staffId);
  }

  ofKind(kind: string): DepartmentNode[] {
    return this.departments.filter((department) => department.kind === kind && department.active);
  }
}

interface DepartmentColumns {
  readonly id: unknown;
  readonly parent_id: unknown;
  readonly head_id: unknown;
  readonly region_id: unknown;
  readonly kind: string;
  readonly active: unknown;
  readonly name: string;
}

export async function readTree(source: FactSource): Promise<OrganisationTree> {
  const rows = await source.rows<DepartmentColumns>(
    'SELECT id, parent_id, head_id, region_id, kind, active, name FROM department ORDER BY id',
    [],
  );
  const text = (value: unknown) => (value == null ? null : String(value));
  return new OrganisationTree(
    rows.map((row) => ({
      id: String(row.id),
      parentId: text(row.parent_id),
      headId: text(row.head_id),
      regionId: text(row.region_id),
      kind: row.kind,
      active: Number(row.active) !== 0,
      name: row.name,
    })),
  );
}
