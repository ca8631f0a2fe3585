const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20] as const;
const mostOperations = 200;

interface Series {
  readonly buckets: number[];
  count: number;
  sum: number;
  readonly codes: Map<string, number>;
}

/** A number that is asked for when somebody looks: pool wait, timer lag. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/**
 * What the server measures of itself, in the text format of Prometheus. Operation names come from
 * clients: they are cut to harmless characters, and only so many are told apart.
 */
export class Metrics {
  private readonly operations = new Map<string, Series>();
  private readonly gauges: Gauge[] = [];
  /** Requests being answered right now. */
  running = 0;

  addGauge(gauge: Gauge): void {
    this.gauges.push(gauge);
  }

  /** One GraphQL request is done; `code` is `OK` or the code of its first error. */
  observe(operation: string | null, seconds: number, code: string): void {
    const series = this.seriesOf(operation);
    series.count += 1;
    series.sum += seconds;
    series.codes.set(code, (series.codes.get(code) ?? 0) + 1);
    const at = bounds.findIndex((bound) => seconds <= bound);
    if (at >= 0) series.buckets[at] = (series.buckets[at] ?? 0) + 1;
  }

  private seriesOf(operation: string | null): Series {
    let name = (operation ?? 'anonymous').replace(/\W/g, '_').slice(0, 60) || 'anonymous';
    if (!this.operations.has(name) && this.operations.size >= mostOperations) name = 'other';
    let series = this.operations.get(name);
    if (!series) {
      series = { buckets: bounds.map(() => 0), count: 0, sum: 0, codes: new Map() };
      this.operations.set(name, series);
    }
    return series;
  }

  async text(): Promise<string> {
    const lines = [
      '# HELP kehu_graphql_seconds Time to answer a GraphQL request, by operation name.',
      '# TYPE kehu_graphql_seconds histogram',
    ];
    for (const [name, series] of this.operations) lines.push(...histogram(name, series));
    lines.push('# HELP kehu_graphql_answers_total Answers by operation name and error code.');
    lines.push('# TYPE kehu_graphql_answers_total counter');
    for (const [name, { codes }] of this.operations) {
      for (const [code, count] of codes) {
        lines.push(`kehu_graphql_answers_total{operation="${name}",code="${code}"} ${count}`);
      }
    }
    const memory = process.memoryUsage();
    const own: Gauge[] = [
      { name: 'kehu_requests_running', help: 'Requests being answered.', read: () => this.running },
      { name: 'kehu_resident_bytes', help: 'Memory of the process.', read: () => memory.rss },
    ];
    for (const { name, help, read } of [...own, ...this.gauges]) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${await read()}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

function histogram(name: string, { buckets, count, sum }: Series): string[] {
  let running = 0;
  const lines = bounds.map((bound, at) => {
    running += buckets[at] ?? 0;
    return `kehu_graphql_seconds_bucket{operation="${name}",le="${bound}"} ${running}`;
  });
  return [
    ...lines,
    `kehu_graphql_seconds_bucket{operation="${name}",le="+Inf"} ${count}`,
    `kehu_graphql_seconds_sum{operation="${name}"} ${sum}`,
    `kehu_graphql_seconds_count{operation="${name}"} ${count}`,
  ];
}
