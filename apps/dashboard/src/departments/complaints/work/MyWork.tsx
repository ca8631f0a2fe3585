import { Box, Button, Link, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useLanguage, useSay, useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { ActDialog } from '../case/ActDialog';
import { formOf } from '../case/act-forms';
import { Brief } from '../case/Brief';
import type { Acting } from '../case/CaseShow';
import type { CaseFile, Row } from '../case/file';
import { type ActDone, Outcome } from '../case/Outcome';
import { readCase } from '../case/read-case';
import { caseTexts } from '../case/texts';
import { Due } from './Due';
import { myWorkTexts } from './texts';
import { askedOf, liveKinds, sameAct, type Waits, waiting } from './waits';

/** 我的待办: what waits for the reader, ordered by what breaks first, the act one click away. */
export function MyWork() {
  const t = useTexts(myWorkTexts);
  const words = useTexts(caseTexts);
  const here = useHere();
  const say = useSay();
  const language = useLanguage();
  const asked = useMemo(() => askedOf(here), [here]);
  const { data } = useAsk<Record<string, { items: readonly Row[] } | undefined>>(
    asked.text,
    asked.variables,
    liveKinds,
  );
  const [acting, setActing] = useState<{ waits: Waits; acting: Acting; file: CaseFile } | null>(null);
  const [done, setDone] = useState<{ answer: ActDone; waits: Waits } | null>(null);
  const rows = useMemo(() => (data ? waiting(data, language) : []), [data, language]);
  if (asked.text === null || !data) return null;

  const begin = async (waits: Waits) => {
    const form = waits.act ? formOf(waits.act) : undefined;
    if (!form || !waits.caseId) return;
    const one = await readCase(waits.caseId, here.rights);
    if (!one) return;
    setDone(null);
    setActing({ waits, acting: { form, record: waits.record }, file: one });
  };
  const further = done ? sameAct(rows, done.waits.act, done.waits.key) : [];
  const [next] = further;
  return (
    <Section title={t('title')} count={rows.length > 0 ? String(rows.length) : undefined}>
      {done && (
        <Outcome
          done={done.answer}
          onClose={() => setDone(null)}
          {...(next
            ? { further: { words: words('nextCase', { n: further.length }), go: () => void begin(next) } }
            : {})}
        />
      )}
      {rows.length === 0 && <Quiet>{t('empty')}</Quiet>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => {
          const form = row.act ? formOf(row.act) : undefined;
          return (
            <Box
              component="li"
              key={row.key}
              sx={{
                display: 'flex',
                flexWrap: { xs: 'wrap', sm: 'nowrap' },
                alignItems: 'center',
                columnGap: 4,
                rowGap: 1,
                py: 2,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { borderTop: 0 },
              }}
            >
              <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
                {row.to || row.caseId ? (
                  <Link
                    component={LinkBase}
                    to={row.to ?? `/complaints/${row.caseId}/show`}
                    color="text.primary"
                    sx={{ fontWeight: 500 }}
                  >
                    {row.title}
                  </Link>
                ) : (
                  <Box component="span" sx={{ fontWeight: 500 }}>
                    {row.title}
                  </Box>
                )}
                <Typography variant="body2" color="text.secondary">
                  {[t(row.sort), row.no, row.aside].filter(Boolean).join(' · ')}
                </Typography>
                {row.closed && (
                  <Typography variant="body2">{words('notOpenWhy', { reason: row.closed })}</Typography>
                )}
              </Box>
              <Box sx={{ width: { sm: 200 }, flexShrink: 0 }}>
                <Due at={row.dueAt} since={row.since} />
              </Box>
              <Box sx={{ width: { sm: 168 }, flexShrink: 0, ml: 'auto', textAlign: 'right' }}>
                {form && row.caseId && (
                  <Button variant="outlined" onClick={() => void begin(row)}>
                    {say(form.label)}
                  </Button>
                )}
                {form && !row.caseId && row.to && (
                  <Button variant="outlined" component={LinkBase} to={`${row.to}?act=${form.act}`}>
                    {say(form.label)}
                  </Button>
                )}
              </Box>
            </Box>
          );
        })}
      </Box>
      {acting && (
        <ActDialog
          key={acting.waits.key}
          form={acting.acting.form}
          record={acting.acting.record}
          file={acting.file}
          brief={<Brief file={acting.file} asked={acting.waits.asked} act={acting.acting.form.act} />}
          onClose={() => setActing(null)}
          onDone={(answer) => {
            setDone({ answer, waits: acting.waits });
            setActing(null);
          }}
        />
      )}
    </Section>
  );
}
