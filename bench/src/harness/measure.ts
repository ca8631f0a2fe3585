import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchQuery } from '../queries.js';
import { load, median, quantile, type Round } from './load.js';
import type { Variant } from './variants.js';

export interface Plan {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
}

/** Milliseconds of load before anything is measured: until then the engine still compiles what is hot. */
const warmUp = 6000;

/** What came out for one question on one server. */
export interface Measured {
  readonly requestsPerSecond: number;
  /** Against the first variant, round by round; the median. */
  readonly ratio: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Rounds in turn: in each round every server is asked alone while the others are idle, in another
 * order each time, so that a slow moment of the machine meets all of them alike.
 */
export async function measure(
  variants: readonly Variant[],
  query: BenchQuery,
  plan: Plan,
  progress: (line: string) => void,
): Promise<Measured[]> {
  const rounds: Round[][] = variants.map(() => []);
  for (const [v, variant] of variants.entries()) {
    progress(`${query.name}: warming up ${variant.name}`);
    await load(variant.port, variant.requests(query), plan.connections, warmUp);
    rounds[v] = [];
  }
  for (let r = 0; r < plan.rounds; r++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const v = (turn + r) % variants.length;
      const variant = variants[v] as Variant;
      progress(`${query.name}: round ${r + 1} of ${plan.rounds}, ${variant.name}`);
      await sleep(300);
      const requests = variant.requests(query);
      rounds[v]?.push(await load(variant.port, requests, plan.connections, plan.seconds * 1000));
    }
  }
  const reference = rounds[0] ?? [];
  return rounds.map((own) => {
    const latencies = own.flatMap((round) => round.latencies);
    const ratios = own.map(
      (round, r) => round.requestsPerSecond / (reference[r]?.requestsPerSecond ?? Number.NaN),
    );
    return {
      requestsPerSecond: median(own.map((round) => round.requestsPerSecond)),
      ratio: median(ratios),
      p50: quantile(latencies, 0.5),
      p99: quantile(latencies, 0.99),
    };
  });
}
