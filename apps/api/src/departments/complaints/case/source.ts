import type { Work } from '../../../commands/command.js';
import type { RequestContext } from '../../../context.js';

export type SqlArgument = string | number | Buffer | null;

/** Where facts are read from: an act's own transaction, or the database of a request that only looks. */
export interface FactSource {
  readonly now: Date;
  rows<Row>(statement: string, values: readonly SqlArgument[]): Promise<Row[]>;
}

export function sourceOf(work: Work): FactSource {
  return {
    now: work.now,
    rows: <Row>(statement: string, values: readonly SqlArgument[]) => work.rows<Row>(statement, values),
  };
}

export function sourceOfRequest({ services }: RequestContext): FactSource {
  return {
    now: services.clock.now(),
    rows: <Row>(statement: string, values: readonly SqlArgument[]) =>
      services.database.query<Row>(statement, [...values]),
  };
}

/** `?, ?, ?` for a list that is not empty. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
