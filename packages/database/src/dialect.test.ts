import { describe, expect, it } from 'vitest';
import { dialectOf } from './dialect.js';

describe('the dialect', () => {
  it('is told by the server’s version', () => {
    expect(dialectOf('10.11.14-MariaDB-0+deb12u2').name).toBe('mariadb');
    expect(dialectOf('8.4.6').name).toBe('mysql');
    expect(dialectOf('8.0.11-TiDB-v8.5.1').name).toBe('mysql');
  });

  it('limits a statement’s time with SET STATEMENT on MariaDB', () => {
    const { limited } = dialectOf('11.8.2-MariaDB');
    expect(limited('SELECT 1', 2.5)).toEqual({ sql: 'SET STATEMENT max_statement_time=2.5 FOR SELECT 1' });
  });

  it('limits it with a hint on MySQL, and by the session where no hint can stand', () => {
    const { limited } = dialectOf('8.4.6');
    expect(limited('SELECT 1', 2)).toEqual({ sql: 'SELECT /*+ MAX_EXECUTION_TIME(2000) */ 1' });
    expect(limited('WITH a AS (SELECT 1) SELECT * FROM a', 2)).toEqual({
      sql: 'WITH a AS (SELECT 1) SELECT * FROM a',
      sessionLimit: 2000,
    });
  });

  it('takes no limit that is none', () => {
    for (const seconds of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => dialectOf('8.4.6').limited('SELECT 1', seconds)).toThrow(RangeError);
    }
  });
});
