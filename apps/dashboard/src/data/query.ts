import type { Kind } from '@kehu/domain/catalogue/kind';
import { type DocumentNode, parse } from 'graphql';

/**
 * The first of the data provider's three parts: which document is sent. Names follow the contract that
 * every kind keeps (`customer`, `customers`, `customersAggregate`), so nothing is spelled out per kind.
 */

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** `customer` for the kind `Customer`. */
export const singularOf = (kind: Kind) => camel(kind.name);

const parsed = new Map<string, DocumentNode>();

/** Parses once per text; the same list asks the same document again and again. */
export function documentOf(text: string): DocumentNode {
  const known = parsed.get(text);
  if (known) return known;
  const document = parse(text);
  parsed.set(text, document);
  return document;
}

/** A page of a list with its count (capped by `$countLimit`) and whether more follows. */
export function listText(kind: Kind, selection: string): string {
  return `query ${kind.name}List($where: ${kind.name}Where, $orderBy: [${kind.name}OrderBy!], $limit: Int, $offset: Int, $countLimit: Int) {
  list: ${kind.plural}(where: $where, orderBy: $orderBy, limit: $limit, offset: $offset) {
    items { ${selection} } totalCount(limit: $countLimit) pageInfo { hasNextPage }
  }
}`;
}

/** Records by filter, without a count: for choices and references. */
export function someText(kind: Kind, selection: string): string {
  return `query ${kind.name}Some($where: ${kind.name}Where, $orderBy: [${kind.name}OrderBy!], $limit: Int) {
  list: ${kind.plural}(where: $where, orderBy: $orderBy, limit: $limit) { items { ${selection} } }
}`;
}

/** One record. */
export function oneText(kind: Kind, selection: string): string {
  return `query ${kind.name}One($id: ID!) { one: ${singularOf(kind)}(id: $id) { ${selection} } }`;
}

/** How many there are, exactly. */
export function countText(kind: Kind): string {
  return `query ${kind.name}Count($where: ${kind.name}Where) { list: ${kind.plural}(where: $where, limit: 1) { totalCount } }`;
}

/** Number and sums over a whole list. */
export function totalsText(kind: Kind, sums: readonly string[]): string {
  const sum = sums.length ? ` sum { ${sums.join(' ')} }` : '';
  return `query ${kind.name}Totals($where: ${kind.name}Where) { totals: ${kind.plural}Aggregate(where: $where) { count${sum} } }`;
}

/** A mutation by its name; what comes back of the record is its id and version. */
export function actText(name: string, returns: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ${input.replace(/Input$/, '')}($input: ${input}!) { act: ${name}(input: $input) { ${returns} } }`;
}

/** The document of an export: the list without a page; the server streams it to the end. */
export function exportText(kind: Kind, selection: string): string {
  return `query ${kind.name}Export($where: ${kind.name}Where, $orderBy: [${kind.name}OrderBy!]) {
  ${kind.plural}(where: $where, orderBy: $orderBy) { items { ${selection} } }
}`;
}
