import { complaintKpis } from '@kehu/domain/kpi/complaint-kpis';
import { chosen } from '../../../../graphql/select.js';
import type { Reading } from './compute.js';

/** The organisation's own targets: the settings `kpi.<code>` that are in force, by the KPI's code; null: nothing is aimed at. */
export async function targetsOf({ engine, context }: Reading): Promise<ReadonlyMap<string, string | null>> {
  if (!context.policy.kinds.has('ComplaintSetting')) return new Map();
  const { items } = await engine.page(
    'ComplaintSetting',
    {
      where: {
        key: { in: complaintKpis.map(({ code }) => `kpi.${code}`) },
        effectiveFrom: { lte: context.now.toISOString() },
      },
      // The latest first: what lies beyond the page has been replaced since.
      orderBy: [{ effectiveFrom: 'DESC' }, { id: 'DESC' }],
      limit: context.policy.limits.pageSize,
    },
    chosen({ items: { key: true, value: true } }),
    context,
  );
  // A later "nothing is aimed at" takes an earlier number back.
  return new Map(
    [...items]
      .reverse()
      .map(({ key, value }) => [
        String(key).slice('kpi.'.length),
        /^\d+(\.\d+)?$/.test(String(value)) ? String(value) : null,
      ]),
  );
}
