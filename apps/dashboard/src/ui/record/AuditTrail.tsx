import { auditEntry } from '@kehu/domain/administration/access-records';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { useRights } from '../../app/person';
import { useLanguage, useTexts } from '../../app/texts';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { Section } from '../Page';
import { useProblem } from '../problem';
import { useAsk } from '../useAsk';
import { actionInWords } from '../words';
import { Lines, Quiet } from './Lines';
import { recordTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** What was done to this record, newest first; for whoever may read audit entries. */
export function AuditTrail({ kind, id }: { kind: Kind; id: string }) {
  const t = useTexts(recordTexts);
  const say = useProblem();
  const language = useLanguage();
  const rights = useRights();
  const names = ['at', 'actor', 'action', 'reason'];
  const allowed = rights.reads(auditEntry);
  const { data, error } = useAsk<{ list: { items: readonly Row[] } }>(
    allowed ? someText(auditEntry, selectionOf(auditEntry, names, rights)) : null,
    { where: { entity: { eq: kind.name }, entityId: { eq: id } }, orderBy: [{ id: 'DESC' }], limit: 60 },
  );
  if (!allowed) return null;
  return (
    <Section title={t('history')}>
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : (
        <Lines
          kind={auditEntry}
          names={names}
          rows={data && oncePerAct(data.list.items).slice(0, 20)}
          label={t('history')}
          cell={(name, row) => (name === 'action' ? actionInWords(row.action, language) : null)}
        />
      )}
    </Section>
  );
}

/** An act that wrote the record in several strokes stands there once, with the reason that was given. */
export function oncePerAct(rows: readonly Row[]): readonly Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const actor = (row.actor as { id?: string } | null | undefined)?.id ?? '';
    const key = [row.at, row.action, actor].join(' ');
    const known = kept.get(key);
    kept.set(key, known ? { ...known, reason: known.reason ?? row.reason } : row);
  }
  return [...kept.values()];
}
