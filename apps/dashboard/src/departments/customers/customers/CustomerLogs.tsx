import { personalDataReveal } from '@kehu/domain/administration/access-records';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { customerHistory } from '@kehu/domain/customers/contact';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { someText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { fieldsInWords } from '../../../ui/words';
import { customerTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

function useRows(kind: Kind, names: readonly string[], id: string, newest: string) {
  const rights = useRights();
  const allowed = rights.reads(kind);
  const asked = useAsk<{ list: { items: readonly Row[] } }>(
    allowed ? someText(kind, selectionOf(kind, names, rights)) : null,
    { where: { customer: { id: { eq: id } } }, orderBy: [{ [newest]: 'DESC' }], limit: 30 },
  );
  return { allowed, rows: asked.data?.list.items, error: asked.error };
}

const historyNames = [
  'validFrom',
  'attribute',
  'grade',
  'owner',
  'region',
  'store',
  'validTo',
  'changedBy',
  'reason',
];
const historyColumns = ['validFrom', 'attribute', 'grade', 'validTo', 'changedBy', 'reason'];

/** Owner, grade, region and store as they were, newest first. */
export function CustomerHistory({ id }: { id: string }) {
  const t = useTexts(customerTexts);
  const say = useProblem();
  const language = useLanguage();
  const { allowed, rows, error } = useRows(customerHistory, historyNames, id, 'validFrom');
  if (!allowed) return null;
  const became = (row: Row) =>
    (['grade', 'owner', 'region', 'store'] as const)
      .map((name) => textOf(customerHistory.fields[name], row[name], language))
      .find((each) => each !== '') ?? '–';
  return (
    <Section title={t('history')}>
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : (
        <Lines
          kind={customerHistory}
          names={historyColumns}
          rows={rows}
          label={t('history')}
          cell={(name, row) => (name === 'grade' ? became(row) : null)}
        />
      )}
    </Section>
  );
}

const revealNames = ['at', 'staff', 'fieldNames', 'reason', 'basis'];

/** Who looked at full numbers of this customer, when and why. */
export function CustomerReveals({ id }: { id: string }) {
  const t = useTexts(customerTexts);
  const say = useProblem();
  const language = useLanguage();
  const { allowed, rows, error } = useRows(personalDataReveal, [...revealNames, 'entity'], id, 'at');
  if (!allowed) return null;
  return (
    <Section title={t('reveals')}>
      {error ? (
        <Quiet>{say(error)}</Quiet>
      ) : (
        <Lines
          kind={personalDataReveal}
          names={revealNames}
          rows={rows}
          label={t('reveals')}
          cell={(name, row) =>
            name === 'fieldNames' ? fieldsInWords(String(row.entity), String(row.fieldNames), language) : null
          }
        />
      )}
    </Section>
  );
}
