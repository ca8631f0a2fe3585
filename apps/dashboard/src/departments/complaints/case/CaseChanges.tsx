import { complaint } from '@kehu/domain/complaints/complaint';
import { Box } from '@mui/material';
import { fieldLabel } from '../../../app/own-labels';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { recordTexts } from '../../../ui/record/texts';
import { textOf } from '../../../ui/Value';
import { useActWords } from './act-words';
import { type CaseFile, nameOf, type Row } from './file';
import { caseTexts } from './texts';

const watched = [
  'state',
  'severity',
  'category',
  'handlingDepartment',
  'handler',
  'desk',
  'dueAt',
  'extendedTo',
  'owner',
];

/** What has happened to a case since a form was opened: fields that changed, and who did what. */
export function CaseChanges({ before, after }: { before: CaseFile; after: CaseFile }) {
  const t = useTexts(caseTexts);
  const record = useTexts(recordTexts);
  const say = useSay();
  const language = useLanguage();
  const actWords = useActWords();
  const seen = new Set([...(before.steps ?? []), ...(before.trackingEntries ?? [])].map((row) => row.id));
  const steps = (after.steps ?? []).filter((row) => !seen.has(row.id));
  const text = (name: string, file: CaseFile) => {
    const field = complaint.fields[name as keyof typeof complaint.fields];
    return field ? textOf(field, file[name], language) || record('none') : '';
  };
  const changed = watched.filter((name) => text(name, before) !== text(name, after));
  if (steps.length + changed.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 4 }}>
      {steps.map((step: Row) => (
        <li key={step.id}>
          {t('happened', {
            at: dateTime(step.at),
            who: nameOf(step.by) || t('system'),
            act: actWords(String(step.action)),
          })}
        </li>
      ))}
      {changed.map((name) => (
        <li key={name}>
          {t('changed', {
            field: say(fieldLabel(complaint, name)),
            before: text(name, before),
            after: text(name, after),
          })}
        </li>
      ))}
    </Box>
  );
}
