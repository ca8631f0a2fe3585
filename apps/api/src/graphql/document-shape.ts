import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * How large a document is with its fragments spread out, as numbers only: nothing is expanded, every
 * fragment is measured once, so that a document that doubles itself thirty times costs thirty steps.
 */
export interface DocumentShape {
  readonly depth: number;
  /** Fields, introspection aside. */
  readonly breadth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /**
   * Fields that stand in a selection where one of the same answer key stands already, fragments spread:
   * validation compares each with each, so that a few hundred cost more than any honest document.
   */
  readonly repeats: number;
  /** `__schema` and `__type`; they stand outside the other numbers. */
  readonly introspections: number;
  /** Names of fields at the root of each operation, fragments spread. */
  readonly rootNames: ReadonlySet<string>;
}

interface Size {
  depth: number;
  breadth: number;
  aliases: number;
  directives: number;
  /** Fields of the selection itself, of fragments spread in it too. */
  own: number;
  introspections: number;
  names: Set<string>;
  /** Repeats below the selection itself, and in it. */
  repeats: number;
  ownRepeats: number;
  /** Answer keys of the selection itself, how often each. */
  keys: Map<string, number>;
}

/** Numbers stop growing here, so that doubling does not overflow. */
const most = 1_000_000_000;
/** Steps for counting repeats through fragments. */
const mostKeyWork = 20_000;

/** A fragment that spreads itself counts as endless. */
const endless: Size = {
  depth: most,
  breadth: most,
  aliases: most,
  directives: most,
  own: most,
  introspections: most,
  names: new Set(),
  repeats: most,
  ownRepeats: most,
  keys: new Map(),
};

/** Measures a document; the numbers of several operations are added up, of depths the largest counts. */
export function shapeOf(document: DocumentNode): DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = new Measure(fragments);
  const total = emptySize();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const size = measure.selection(definition.selectionSet);
      add(total, size);
      total.repeats = Math.min(most, total.repeats + size.ownRepeats);
      total.directives += definition.directives?.length ?? 0;
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      // Also those that no operation spreads: they are validated all the same.
      total.breadth = Math.max(total.breadth, measure.fragment(definition.name.value).breadth);
    }
  }
  return {
    depth: total.depth,
    breadth: total.breadth,
    aliases: total.aliases,
    directives: total.directives,
    rootFields: total.own,
    repeats: total.repeats,
    introspections: total.introspections,
    rootNames: total.names,
  };
}

class Measure {
  private keyWork = 0;
  private readonly known = new Map<string, Size>();
  private readonly open = new Set<string>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  fragment(name: string): Size {
    const known = this.known.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return emptySize();
    if (this.open.has(name)) return endless;
    this.open.add(name);
    const size = this.selection(fragment.selectionSet);
    size.directives += fragment.directives?.length ?? 0;
    this.open.delete(name);
    this.known.set(name, size);
    return size;
  }

  selection(set: SelectionSetNode): Size {
    const size = emptySize();
    for (const node of set.selections) {
      size.directives += count(node.directives);
      if (node.kind === Kind.FIELD) {
        const name = node.name.value;
        size.names.add(name);
        if (name === '__schema' || name === '__type') {
          size.introspections += 1;
          continue;
        }
        size.own += 1;
        size.breadth += 1;
        size.depth = Math.max(size.depth, 1);
        if (node.alias) size.aliases += 1;
        const key = node.alias?.value ?? name;
        size.keys.set(key, (size.keys.get(key) ?? 0) + 1);
        if (node.selectionSet) addBelow(size, this.selection(node.selectionSet));
      } else {
        const spread =
          node.kind === Kind.INLINE_FRAGMENT
            ? this.selection(node.selectionSet)
            : this.fragment(node.name.value);
        add(size, spread);
        this.addKeys(size, spread);
      }
    }
    for (const count of size.keys.values()) size.ownRepeats = Math.min(most, size.ownRepeats + count - 1);
    return size;
  }

  /** Answer keys of a spread fragment; a document that would make this long is as good as endless. */
  private addKeys(size: Size, spread: Size): void {
    this.keyWork += spread.keys.size;
    if (this.keyWork > mostKeyWork) {
      size.repeats = most;
      return;
    }
    for (const [key, count] of spread.keys) {
      size.keys.set(key, Math.min(most, (size.keys.get(key) ?? 0) + count));
    }
  }
}

function count(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}

function emptySize(): Size {
  return {
    depth: 0,
    breadth: 0,
    aliases: 0,
    directives: 0,
    own: 0,
    introspections: 0,
    names: new Set(),
    repeats: 0,
    ownRepeats: 0,
    keys: new Map(),
  };
}

/** What stands beside. */
function add(size: Size, other: Size): void {
  size.depth = Math.max(size.depth, other.depth);
  size.own = Math.min(most, size.own + other.own);
  for (const name of other.names) size.names.add(name);
  addNumbers(size, other);
}

/** What stands one level below. */
function addBelow(size: Size, other: Size): void {
  size.repeats = Math.min(most, size.repeats + other.ownRepeats);
  size.depth = Math.max(size.depth, Math.min(most, other.depth + 1));
  addNumbers(size, other);
}

function addNumbers(size: Size, other: Size): void {
  size.breadth = Math.min(most, size.breadth + other.breadth);
  size.aliases = Math.min(most, size.aliases + other.aliases);
  size.directives = Math.min(most, size.directives + other.directives);
  size.introspections = Math.min(most, size.introspections + other.introspections);
  size.repeats = Math.min(most, size.repeats + other.repeats);
}
