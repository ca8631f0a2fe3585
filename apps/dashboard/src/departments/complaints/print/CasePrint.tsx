import { Box, Button, Typography } from '@mui/material';
import { useMemo } from 'react';
import { LinkBase, useLocation, useParams } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { day, momentIn, today } from '../../../ui/figures';
import { Page } from '../../../ui/Page';
import { A4Document } from '../../../ui/print/A4Document';
import { PrintButton } from '../../../ui/print/PrintButton';
import type { PrintPart } from '../../../ui/print/parts';
import { printTexts } from '../../../ui/print/texts';
import { NotThere } from '../../../ui/record/NotThere';
import { useActWords } from '../case/act-words';
import { useCase } from '../case/read-case';
import { isEnded } from '../standing';
import { dossierParts } from './dossier';
import {
  cardParts,
  evidenceParts,
  noticeParts,
  type PrintedDocument,
  type Printing,
  replyParts,
  reportParts,
  rulingParts,
} from './parts';
import { casePrintTexts } from './texts';

const documents: Readonly<Record<PrintedDocument, (printing: Printing) => PrintPart[]>> = {
  card: cardParts,
  ruling: rulingParts,
  notice: noticeParts,
  report: reportParts,
  evidence: evidenceParts,
  reply: replyParts,
  dossier: dossierParts,
};
const names = Object.keys(documents) as PrintedDocument[];

/** A document of a case on paper, as it is filed; masked exactly as its reader sees the case. */
export function CasePrint() {
  const { id = '', document: wanted = 'card' } = useParams();
  const { search } = useLocation();
  const t = useTexts(casePrintTexts);
  const print = useTexts(printTexts);
  const language = useLanguage();
  const words = useActWords();
  const { rights, person, zone } = useHere();
  const organisation = person.organisationName;
  const { data, error } = useCase(id);
  const file = data?.one ?? null;
  const name = names.find((each) => each === wanted) ?? 'card';
  const of = new URLSearchParams(search).get('of');
  const printings = useMemo(
    () =>
      file
        ? new Map(
            names
              .filter((each) => each !== 'dossier' || isEnded(file))
              .map((each) => [
                each,
                documents[each]({ file, rights, language, t, words, of, organisation, zone }),
              ]),
          )
        : null,
    [file, rights, language, t, words, of, organisation, zone],
  );
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!file || !printings) return <Waiting />;
  const parts = printings.get(name) ?? [];
  const now = new Date();
  return (
    <Page
      title={`${t(name)} · ${file.no}`}
      headOnScreenOnly
      acts={
        <>
          <Button component={LinkBase} to={`/complaints/${id}/show`}>
            {print('back')}
          </Button>
          <PrintButton />
        </>
      }
    >
      <Box
        component="nav"
        aria-label={print('print')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 3, displayPrint: 'none' }}
      >
        {[...printings]
          .filter(([, each]) => each.length > 0)
          .map(([each]) => (
            <Button
              key={each}
              component={LinkBase}
              to={`/complaints/${id}/print/${each}`}
              aria-current={each === name ? 'page' : undefined}
              sx={each === name ? { bgcolor: 'action.selected', fontWeight: 600 } : {}}
            >
              {t(each)}
            </Button>
          ))}
      </Box>
      {parts.length === 0 ? (
        <Typography color="text.secondary">{t('nothing')}</Typography>
      ) : (
        <A4Document
          key={name}
          organisation={organisation}
          title={t(name)}
          number={file.no}
          date={name === 'dossier' ? day(file.closedAt) : today(now, zone)}
          foot={print('printedBy', { name: person.displayName, at: momentIn(now, zone) })}
          parts={parts}
        />
      )}
    </Page>
  );
}
