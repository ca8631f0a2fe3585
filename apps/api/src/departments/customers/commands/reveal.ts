import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { cleanLine } from '@kehu/domain/text/clean';
import { actGrants } from '../../../access/grants.js';
import { matches } from '../../../access/row-filter.js';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import { badInput, forbidden } from '../../../commands/errors.js';
import { cleanReason } from '../../../commands/reason.js';
import type { RecordRow } from '../../../records/encode.js';

export type RevealInput = ActInput & {
  readonly entity: string;
  readonly id: string;
  readonly fields: readonly string[];
  readonly reason: string;
  readonly basis?: string | null;
};

export interface RevealOutcome {
  readonly revealId: string;
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
}

/** Kinds that hold identifiers, with the names of those. */
const revealable = new Map(
  catalogue
    .map((kind): [string, string[]] => [
      kind.name,
      Object.entries(kind.fields).flatMap(([name, field]) =>
        field.protection === 'identifier' ? [name] : [],
      ),
    ])
    .filter(([, names]) => names.length > 0),
);

const mostFields = 20;
const longestBasis = 60;

/**
 * Shows identifiers in full (查看完整号码), for a reason, on record: each look is listed on the customer's
 * file and in the audit trail (dossier B3 "unmask", C1 AccessLog). The values themselves are kept nowhere,
 * so a repeated key answers without them.
 */
export const revealPersonalData: Command<RevealInput, RevealOutcome> = {
  name: 'revealPersonalData',
  // Which right is needed depends on the kind; it is asked below.
  permission: null,
  targets: ({ entity, id }) =>
    revealable.has(entity) ? [{ kind: entity, id: String(id), expectedVersion: null }] : [],
  async run(work, { entity, id, fields: asked, reason: given, basis }) {
    const known = revealable.get(entity);
    if (!known)
      throw badInput({
        path: 'entity',
        message: 'input.notOneOf',
        values: { codes: [...revealable.keys()].join(', ') },
      });
    const fields = [...new Set(asked)];
    const unknown = fields.filter((name) => !known.includes(name));
    if (unknown.length > 0 || fields.length === 0 || fields.length > mostFields) {
      throw badInput({ path: 'fields', message: 'input.notOneOf', values: { codes: known.join(', ') } });
    }
    const reason = cleanReason(given, 'reason');
    const from = cleanLine(basis ?? '').text || null;
    if ((from?.length ?? 0) > longestBasis) {
      throw badInput({ path: 'basis', message: 'input.tooLong', values: { max: longestBasis } });
    }
    const kind = kindNamed(entity);
    const row = (await work.load(entity, id)) ?? {};
    await requireReveal(work, kind, row, fields);
    work.reason(reason);
    work.note(entity, id, { revealed: fields });
    const revealId = await work.insert('PersonalDataReveal', {
      at: work.now,
      staffId: work.actor.staffId,
      customerId: entity === 'Customer' ? id : (row.customerId ?? null),
      entity,
      entityId: id,
      fieldNames: fields.join(', '),
      reason,
      basis: from,
    });
    return {
      revealId,
      values: fields.map((field) => ({ field, value: row[field] == null ? null : String(row[field]) })),
    };
  },
  kept: ({ revealId, values }) => ({ revealId, values: values.map(({ field }) => ({ field, value: null })) }),
};

/** Every asked field must be opened by a right to reveal that reaches this record. */
async function requireReveal(
  work: Work,
  kind: Kind,
  row: RecordRow,
  fields: readonly string[],
): Promise<void> {
  const open = new Set<string>();
  for (const grant of actGrants(kind, kind.subject, 'REVEAL', work.actor)) {
    if (!(await matches(grant.where, kind, row, work.loader))) continue;
    const { onlyFields } = grant.permission;
    for (const field of fields) {
      if (
        !onlyFields ||
        onlyFields.includes(`${kind.name}.${field}`) ||
        onlyFields.includes(`${kind.name}.*`)
      )
        open.add(field);
    }
  }
  if (fields.some((field) => !open.has(field))) throw forbidden();
}
