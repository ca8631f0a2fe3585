import type { Work } from '../commands/command.js';
import type { RequestContext } from '../context.js';

export type SqlArgument = string | number | Buffer | null;

/** Where facts are read from: an act's own transaction, or the database of a request that only looks. */
export interface FactSource {
  readonly now: Date;
  /** The organisation's zone. */
  readonly zone: string;
  rows<Row>(statement: string, values: readonly SqlArgument[]): Promise<Row[]>;
}

const sources = new WeakMap<Work, FactSource>();

/** The act's own source; the same object each time, so that what it read once is known by it. */
export function sourceOf(work: Work): FactSource {
  const known = sources.get(work);
  if (known) return known;
  const source: FactSource = {
    now: work.now,
    zone: work.context.organisation.zone,
    rows: <Row>(statement: string, values: readonly SqlArgument[]) => work.rows<Row>(statement, values),
  };
  sources.set(work, source);
  return source;
}

export function sourceOfRequest({ services, organisation }: RequestContext): FactSource {
  return {
    now: services.clock.now(),
    zone: organisation.zone,
    rows: <Row>(statement: string, values: readonly SqlArgument[]) =>
      services.database.query<Row>(statement, [...values]),
  };
}
