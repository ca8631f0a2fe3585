import type { Pool } from 'mysql2';

export type Row = readonly (string | number | null)[];

/** Rows as arrays, which is the least that a driver can make of them. */
export function rows(pool: Pool, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    pool.query({ sql, values: values as unknown[], rowsAsArray: true }, (error, found) =>
      error ? reject(error) : resolve(found as unknown as Row[]),
    );
  });
}

/** A stored time as the API says it. */
export function time(text: string | number | null | undefined): string {
  const value = String(text);
  return `${value.slice(0, 10)}T${value.slice(11)}Z`;
}
