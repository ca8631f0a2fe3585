import { caseParticipant, complaint } from '@kehu/domain/complaints/complaint';
import { cardCopy } from '@kehu/domain/complaints/documents';
import { Box, Button, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { textOf } from '../../../ui/Value';
import { formOf } from './act-forms';
import type { Acting } from './CaseShow';
import { type CaseFile, isOpen, nameOf, type Row } from './file';
import { caseTexts } from './texts';

/** Whose case it is and who else takes part, with the copies of the record card and their receipts (R4.16). */
export function People({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const language = useLanguage();
  const { person } = useHere();
  const participants = (file.participants ?? []).filter((row) => !row.until);
  const sign = formOf('markCardRead');
  const ends = formOf('endCopy');
  return (
    <Section title={t('people')}>
      <Facts
        kind={complaint}
        names={['desk', 'deskDepartment', 'owner', 'handlingDepartment', 'handler']}
        record={file}
        skipEmpty
        single
      />
      {participants.map((row) => (
        <Line key={row.id} label={textOf(caseParticipant.fields.part, row.part, language)}>
          {nameOf(row.staff)}
          {ends && isOpen(row, ends.act) && (
            <Button
              size="small"
              sx={{ ml: 2 }}
              onClick={() => onAct({ form: ends, record: { id: row.id, version: Number(row.version) } })}
            >
              {say(ends.label)}
            </Button>
          )}
        </Line>
      ))}
      {(file.cardCopies ?? []).length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 2 }}>
            {say(cardCopy.label)}
          </Typography>
          {(file.cardCopies ?? []).map((row: Row) => {
            const mine = (row.recipient as Row | null)?.id === person.id && !row.readAt;
            return (
              <Line key={row.id} label={textOf(cardCopy.fields.copy, row.copy, language)}>
                {[
                  nameOf(row.recipient) || nameOf(row.department),
                  row.readAt ? `${say(cardCopy.fields.readAt.label)} ${dateTime(row.readAt)}` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {mine && sign && (
                  <Button
                    size="small"
                    variant="outlined"
                    sx={{ ml: 2 }}
                    onClick={() =>
                      onAct({ form: sign, record: { id: row.id, version: Number(row.version) } })
                    }
                  >
                    {say(sign.label)}
                  </Button>
                )}
              </Line>
            );
          })}
        </>
      )}
    </Section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', gap: 2, py: 1 }}>
      <Box sx={{ color: 'text.secondary' }}>{label}</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{children}</Box>
    </Box>
  );
}
