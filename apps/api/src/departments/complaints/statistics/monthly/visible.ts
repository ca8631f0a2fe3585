import type { Actor } from '@kehu/domain/access/actor';
import { permits } from '@kehu/domain/access/permissions';
import type { Where } from '@kehu/query/arguments';
import type { KindPolicy, ReadPolicy } from '@kehu/query/policy';
import { forbidden, unauthenticated } from '../../../../commands/errors.js';
import type { RequestContext } from '../../../../context.js';
import { readContext } from '../../../../graphql/read-resolvers.js';
import { chosen } from '../../../../graphql/select.js';
import { complaintsOf } from '../../policy.js';

/**
 * The cases that count in the table for this reader: null for whoever reads the whole table; else those
 * that the right to the table reaches (B4: a store's supervisor reads the own store's part). FORBIDDEN
 * without such a right.
 */
export async function casesForReader(context: RequestContext, to: Date): Promise<ReadonlySet<string> | null> {
  const { actor, policy } = context;
  if (!actor || !policy) throw unauthenticated();
  const scopes = permits(actor.roles, 'complaintMonthlyReport', 'READ').map(({ scope }) => scope);
  if (scopes.length === 0) throw forbidden();
  if (scopes.includes('ALL')) return null;
  const wheres = scopes.map((scope) => complaintsOf(scope, actor, 'READ'));
  const reading = { ...readContext(context), policy: narrowed(policy, actor, wheres) };
  const where: Where = { receivedAt: { lt: to.toISOString() } };
  const found = new Set<string>();
  for await (const { id } of context.services.engine.stream(
    'Complaint',
    { where },
    chosen({ id: true }),
    reading,
  )) {
    found.add(String(id));
  }
  return found;
}

/** The policy with cases opened by the right to the table alone; what restricts cases stays. */
function narrowed(policy: ReadPolicy, actor: Actor, wheres: readonly Where[]): ReadPolicy {
  const grants = wheres.map((where, i) => ({
    id: `complaintMonthlyReport.${i}`,
    where,
    disclosure: 'DEIDENTIFIED' as const,
  }));
  const cases: KindPolicy = { grants, restrictions: policy.kinds.get('Complaint')?.restrictions ?? [] };
  return {
    key: `${policy.key}:monthly:${actor.staffId}`,
    kinds: new Map([...policy.kinds, ['Complaint', cases]]),
    limits: policy.limits,
  };
}
