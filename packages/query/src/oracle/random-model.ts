import type { Direction, ReadField, ReadFieldType, ReadKind, ReadModel, ReadRelation } from '../model.js';
import type { Draw } from './draw.js';

const names = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

/** Masks of this size show that a value was masked, and what it was to the evaluator alone. */
export function testMask(value: string): string {
  return `${Array.from(value).slice(0, 1).join('')}***`;
}

interface DraftKind {
  readonly name: string;
  readonly plural: string;
  readonly table: string;
  readonly fields: Map<string, ReadField>;
  readonly relations: Map<string, ReadRelation>;
  readonly defaultOrder: readonly { readonly field: string; readonly direction: Direction }[];
}

/** Two to five kinds with fields of every type and relations of every sort between them. */
export function randomModel(draw: Draw): ReadModel {
  const kinds = draw.times(draw.integer(2, 5), (i) => randomKind(draw, names[i] ?? `Kind${i}`));
  for (const [i, kind] of kinds.entries()) {
    // Every kind but the first points to an earlier one, so that no kind stands alone; one may point to itself.
    const targets = new Set(i > 0 ? [draw.integer(0, i - 1)] : []);
    if (draw.chance(35)) targets.add(draw.integer(0, kinds.length - 1));
    for (const target of targets) connect(draw, kind, kinds[target] ?? kind);
  }
  for (const kind of kinds) addThrough(draw, kind, kinds);
  return { kinds: new Map(kinds.map((kind) => [kind.name, kind])) };
}

function randomKind(draw: Draw, name: string): DraftKind {
  const fields = new Map<string, ReadField>();
  const add = (field: ReadField) => fields.set(field.name, field);
  add({ name: 'id', type: 'id', nullable: false, column: 'id', protection: 'plain' });
  add({
    name: 'label',
    type: 'text',
    nullable: draw.chance(30),
    column: 'label',
    foldedColumn: 'label_folded',
    ...(draw.chance(50) ? { sortColumn: 'label_sort' } : {}),
    protection: 'plain',
  });
  const types: ReadFieldType[] = [
    'text',
    'enum',
    'boolean',
    'integer',
    'decimal',
    'double',
    'dateTime',
    'date',
  ];
  for (const [i, type] of draw.some(types, 3, 8).entries()) add(randomField(draw, type, `${type}${i}`));
  if (draw.chance(60)) addProtected(draw, add);
  if (draw.chance(50)) addTimes(draw, add);
  if (draw.chance(40)) addProduct(draw, add);
  return {
    name,
    plural: `${name.toLowerCase()}s`,
    table: `t_${name.toLowerCase()}`,
    fields,
    relations: new Map(),
    defaultOrder: [{ field: draw.pick(['id', 'label']), direction: draw.pick(['ASC', 'DESC'] as const) }],
  };
}

function randomField(draw: Draw, type: ReadFieldType, name: string): ReadField {
  return {
    name,
    type,
    nullable: draw.chance(60),
    column: `c_${name.toLowerCase()}`,
    protection: 'plain',
    ...(type === 'decimal' ? { scale: draw.pick([2, 4]) } : {}),
    ...(type === 'enum' ? { codes: ['SMALL', 'MEDIUM', 'BIG'] } : {}),
  };
}

/** A personal name that is one only for persons, an identifier in the clear, and an encrypted one. */
function addProtected(draw: Draw, add: (field: ReadField) => void): void {
  add({
    name: 'party',
    type: 'enum',
    nullable: false,
    column: 'party',
    codes: ['PERSON', 'COMPANY'],
    protection: 'plain',
  });
  add({
    name: 'person',
    type: 'text',
    nullable: draw.chance(50),
    column: 'person',
    protection: 'name',
    mask: testMask,
    ...(draw.chance(60) ? { protectedWhen: { field: 'party', equals: 'PERSON' } } : {}),
  });
  add({
    name: 'mail',
    type: 'text',
    nullable: true,
    column: 'mail',
    protection: 'identifier',
    mask: testMask,
  });
  if (draw.chance(60)) {
    add({
      name: 'phone',
      type: 'text',
      nullable: true,
      encrypted: { cipher: 'phone_cipher', hash: 'phone_hash', mask: 'phone_mask' },
      protection: 'identifier',
      mask: testMask,
    });
  }
}

function addTimes(draw: Draw, add: (field: ReadField) => void): void {
  add({
    name: 'beganAt',
    type: 'dateTime',
    nullable: draw.chance(40),
    column: 'began_at',
    protection: 'plain',
  });
  add({ name: 'endedAt', type: 'dateTime', nullable: true, column: 'ended_at', protection: 'plain' });
  add({
    name: 'daysToEnd',
    type: 'double',
    nullable: true,
    derived: { op: 'daysBetween', from: 'beganAt', to: 'endedAt' },
    protection: 'plain',
  });
  add({
    name: 'endedLate',
    type: 'boolean',
    nullable: true,
    derived: { op: 'after', left: 'endedAt', right: 'beganAt' },
    protection: 'plain',
  });
}

/** Two decimals and their product, which has more digits than are kept. */
function addProduct(draw: Draw, add: (field: ReadField) => void): void {
  add({
    name: 'price',
    type: 'decimal',
    nullable: draw.chance(40),
    column: 'price',
    scale: 4,
    protection: 'plain',
  });
  add({
    name: 'pieces',
    type: 'decimal',
    nullable: draw.chance(40),
    column: 'pieces',
    scale: 3,
    protection: 'plain',
  });
  add({
    name: 'worth',
    type: 'decimal',
    nullable: true,
    derived: { op: 'times', left: 'price', right: 'pieces' },
    scale: 4,
    protection: 'plain',
  });
}

function connect(draw: Draw, kind: DraftKind, target: DraftKind): void {
  const name = kind === target ? 'parent' : `the${target.name}`;
  const foreignColumn = `${name.toLowerCase()}_id`;
  kind.relations.set(name, { is: 'one', name, target: target.name, column: foreignColumn });
  const inverse = kind === target ? 'children' : kind.plural;
  if (kind !== target && draw.chance(20)) {
    target.relations.set(`own${kind.name}`, {
      is: 'one',
      name: `own${kind.name}`,
      target: kind.name,
      foreignColumn,
    });
  } else {
    target.relations.set(inverse, { is: 'many', name: inverse, target: kind.name, foreignColumn });
  }
}

function addThrough(draw: Draw, kind: DraftKind, kinds: readonly DraftKind[]): void {
  const chains: { path: string[]; target: string }[] = [];
  for (const first of kind.relations.values()) {
    if (first.is !== 'many') continue;
    const middle = kinds.find((k) => k.name === first.target);
    for (const second of middle?.relations.values() ?? []) {
      if (second.is === 'many') chains.push({ path: [first.name, second.name], target: second.target });
    }
  }
  if (chains.length === 0 || !draw.chance(70)) return;
  const chain = draw.pick(chains);
  const name = `via${chain.path.map((step) => step.charAt(0).toUpperCase() + step.slice(1)).join('')}`;
  kind.relations.set(name, { is: 'through', name, ...chain });
}

/** Whether a one-to-one relation lies on the other side of this one. */
export function isOneToOne(model: ReadModel, kind: ReadKind, relation: ReadRelation): boolean {
  if (relation.is !== 'one' || relation.column === undefined) return false;
  const back = model.kinds.get(relation.target)?.relations.values() ?? [];
  return [...back].some(
    (r) => r.is === 'one' && r.target === kind.name && r.foreignColumn === relation.column,
  );
}
