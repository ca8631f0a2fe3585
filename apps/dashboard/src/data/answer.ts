import { countLimit } from './variables';

/** A record as pages hold it: its id and whatever was selected. */
export interface RecordData {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface ListAnswer {
  readonly list: {
    readonly items: readonly RecordData[];
    readonly totalCount?: number;
    readonly pageInfo?: { readonly hasNextPage: boolean };
  };
}

/** How many there are: exactly, or at least so many. */
export interface Counted {
  readonly count: number;
  readonly capped: boolean;
}

export interface ListResult {
  readonly data: RecordData[];
  readonly total?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly meta: Counted;
}

/**
 * The third part: what react-admin gets. A count beyond the limit gives no `total`, since react-admin would
 * then refuse to go beyond the page where the count stopped; the pages are told by `meta`.
 */
export function listResult(answer: ListAnswer, page: number): ListResult {
  const { items, totalCount = items.length, pageInfo } = answer.list;
  const capped = totalCount > countLimit;
  return {
    data: [...items],
    ...(capped ? {} : { total: totalCount }),
    pageInfo: { hasNextPage: pageInfo?.hasNextPage ?? false, hasPreviousPage: page > 1 },
    meta: { count: capped ? countLimit : totalCount, capped },
  };
}

/** Records in the order of the ids that were asked for; ids that are absent or not visible are left out. */
export function inOrder(items: readonly RecordData[], ids: readonly unknown[]): RecordData[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(String(id)) ?? []);
}
