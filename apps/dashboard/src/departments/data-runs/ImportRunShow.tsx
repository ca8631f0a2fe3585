import { importRowError, importRun } from '@kehu/domain/administration/data-runs';
import { type MessageValues, messageText } from '@kehu/domain/messages/message';
import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { LinkBase, useParams } from 'react-admin';
import { useRights } from '../../app/person';
import { Waiting } from '../../app/shell/Shell';
import { useLanguage, useTexts } from '../../app/texts';
import { oneText } from '../../data/query';
import { allFields, selectionOf } from '../../data/selection';
import { whole } from '../../ui/figures';
import { Page, Section } from '../../ui/Page';
import { Facts } from '../../ui/record/Facts';
import { Lines, Quiet } from '../../ui/record/Lines';
import { NotThere } from '../../ui/record/NotThere';
import { useAsk } from '../../ui/useAsk';
import { usePoll } from '../../ui/usePoll';
import { textOf } from '../../ui/Value';
import { entityInWords, viaInWords } from '../../ui/words';
import { runMessage } from './run-message';
import { dataTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Run = Row & {
  readonly rowErrors?: readonly Row[];
  readonly rowErrorsAggregate?: readonly { readonly count: number }[];
};

const facts = [
  'state',
  'startedAt',
  'finishedAt',
  'staff',
  'via',
  'rowsRead',
  'rowsCreated',
  'rowsChanged',
  'rowsUnchanged',
  'rowsBad',
  'message',
];
const errorNames = ['file', 'rowNo', 'columnName', 'value', 'reason'];
const countNames = ['created', 'changed', 'unchanged'] as const;
const shownErrors = 200;
/** What the end of a run means for the data. */
const ends: Readonly<Record<string, 'endDone' | 'endRefused' | 'endFailed'>> = {
  DONE: 'endDone',
  REFUSED: 'endRefused',
  FAILED: 'endFailed',
};

/** One import with its bad rows: where each stands, what was wrong. */
export function ImportRunShow() {
  const { id = '' } = useParams();
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const rights = useRights();
  const errors = rights.reads(importRowError)
    ? `rowErrors(limit: ${shownErrors}) { ${selectionOf(importRowError, [...errorNames, 'detail'], rights)} } rowErrorsAggregate { count }`
    : '';
  const { data, error, refetch } = useAsk<{ one: Run | null }>(
    oneText(importRun, `${selectionOf(importRun, allFields(importRun), rights)} ${errors}`),
    { id },
  );
  const running = data?.one?.state === 'RUNNING';
  usePoll(running, () => void refetch());
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const run = data.one;
  const bad = run.rowErrorsAggregate?.[0]?.count ?? 0;
  const counts = Object.entries(objectOf(run.counts));
  return (
    <Page
      title={t('run', { profile: String(run.profile ?? '') })}
      beside={
        <Typography color="text.secondary">
          {[textOf(importRun.fields.state, run.state, language), run.dryRun === true ? t('dryRun') : '']
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      }
      acts={
        <Button component={LinkBase} to="/importRuns">
          {t('imports')}
        </Button>
      }
    >
      {running && (
        <Box sx={{ mb: 6, maxWidth: 720 }}>
          <LinearProgress aria-label={t('running')} />
          <Typography role="status" sx={{ mt: 2 }}>
            {runMessage(run.message, language) || t('running')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {t('mayLeave')}
          </Typography>
        </Box>
      )}
      {ends[String(run.state)] && (
        <Typography role="status" sx={{ mb: 4, fontWeight: 500 }}>
          {t(
            run.state === 'DONE' && run.dryRun === true ? 'endTried' : (ends[String(run.state)] ?? 'running'),
          )}
        </Typography>
      )}
      <Section title={t('facts')}>
        <Facts
          kind={importRun}
          names={running ? facts.filter((name) => name !== 'message') : facts}
          record={run}
          skipEmpty
          around={(name, value, shown) =>
            name === 'via'
              ? viaInWords(value, language)
              : name === 'message'
                ? runMessage(value, language)
                : shown
          }
        />
      </Section>
      <Section title={t('files')}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{filesOf(run.files).join('、') || '–'}</Typography>
      </Section>
      {counts.length > 0 && (
        <Section title={t('counts')}>
          <Box
            component="table"
            sx={{
              borderCollapse: 'collapse',
              fontSize: 13,
              '& th, & td': {
                py: 1,
                pl: 6,
                textAlign: 'right',
                fontWeight: 400,
                borderBottom: 1,
                borderColor: 'divider',
              },
              '& th:first-of-type': { pl: 0, textAlign: 'left' },
              '& thead th': { color: 'text.secondary' },
            }}
          >
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                {countNames.map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map(([entity, value]) => (
                <tr key={entity}>
                  <th scope="row">{entityInWords(entity, language)}</th>
                  {countNames.map((name) => (
                    <td key={name}>{whole(objectOf(value)[name] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Box>
        </Section>
      )}
      {run.rowErrors && (
        <Section title={t('badRows')} count={bad > 0 ? whole(bad) : undefined}>
          {run.rowErrors.length === 0 ? (
            <Quiet>{t('noBadRows')}</Quiet>
          ) : (
            <Lines
              kind={importRowError}
              names={errorNames}
              rows={run.rowErrors}
              label={t('badRows')}
              cell={(name, row) =>
                name === 'reason'
                  ? messageText(String(row.reason), objectOf(row.detail) as MessageValues, language)
                  : null
              }
            />
          )}
        </Section>
      )}
    </Page>
  );
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function filesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return value ? [String(value)] : [];
  return value.map((each) =>
    typeof each === 'object' && each !== null
      ? String((each as { name?: unknown }).name ?? '')
      : String(each),
  );
}
