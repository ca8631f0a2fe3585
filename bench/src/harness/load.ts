import { Connection, parsed, statusOf } from './client.js';

/** What a server did in one round. */
export interface Round {
  readonly requestsPerSecond: number;
  /** Milliseconds of every request. */
  readonly latencies: readonly number[];
}

/** Sends the requests in turn over so many connections for so long. Throws at the first answer that is no 200. */
export async function load(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  milliseconds: number,
): Promise<Round> {
  const latencies: number[] = [];
  const open = Array.from({ length: connections }, () => new Connection(port));
  const began = performance.now();
  const end = began + milliseconds;
  try {
    await Promise.all(
      open.map(async (connection, c) => {
        for (let i = c; ; i++) {
          const sent = performance.now();
          if (sent >= end) return;
          const whole = await connection.send(requests[i % requests.length] as Buffer);
          if (statusOf(whole) !== 200) throw new Error(parsed(whole).body.slice(0, 500));
          latencies.push(performance.now() - sent);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - began) / 1000;
  return { requestsPerSecond: latencies.length / seconds, latencies };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear interpolation between the two nearest ranks. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = q * (sorted.length - 1);
  const low = sorted[Math.floor(rank)] ?? Number.NaN;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}
