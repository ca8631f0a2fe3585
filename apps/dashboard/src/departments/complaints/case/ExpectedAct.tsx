import { expectedAct } from '@kehu/domain/complaints/expected';
import { Box, Button, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useSay, useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { StateMark, standingColour } from '../../../ui/StateMark';
import { visuallyHidden } from '../../../ui/visually-hidden';
import { isEnded, stepStanding } from '../standing';
import { formOf, movesCase } from './act-forms';
import { useActWords } from './act-words';
import type { Acting } from './CaseShow';
import { spanInWords } from './duration';
import { type AllowedAction, type CaseFile, nameOf } from './file';
import { caseTexts } from './texts';

/** Acts that stand at their own place on the page, or that happen by themselves. */
const elsewhere = new Set(['markCaseSeen', 'updateComplaint', 'revealPersonalData']);

/** What is expected now and of whom; the one act as the primary button, all others beside it, closed ones with their reason. */
export function ExpectedAct({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const words = useActWords();
  const actions = (file.allowedActions ?? []).filter(
    (each) => !elsewhere.has(each.action) && formOf(each.action) !== undefined,
  );
  const expected = expectedAct(file as never, ['B_CONTRACT', 'C_DISPATCH']);
  const primary =
    actions.find((each) => each.action === expected && each.enabled) ??
    actions.find((each) => movesCase(each.action) && each.enabled && !isEnded(file));
  const others = actions.filter((each) => each !== primary);
  // What is expected of the reader but not open yet says why beside it, not only on its button.
  const closed = primary ? undefined : actions.find((each) => each.action === expected && !each.enabled);
  const open = (action: AllowedAction) => {
    const form = formOf(action.action);
    if (form) onAct({ form });
  };
  const desk = nameOf(file.desk) || nameOf(file.deskDepartment);
  const since = Date.parse(String(file.stateSince ?? ''));
  const standing = stepStanding(file.stepDueAt, Date.now());
  const ended = isEnded(file);
  return (
    <Box
      component="section"
      aria-label={t('expected')}
      sx={{
        borderLeft: 3,
        borderColor: ended ? 'divider' : standing ? standingColour[standing] : 'primary.main',
        pl: 4,
        py: 1,
        mb: 6,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 4,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: '1 1 300px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {ended ? t('ended') : `${t('expected')}：${expected ? words(expected) : ''}`}
        </Typography>
        {!ended && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
            <Typography color="text.secondary">
              {desk ? t('expectedOf', { who: desk }) : t('nobody')}
              {!Number.isNaN(since) && ` · ${t('onDeskSince', { time: spanInWords(Date.now() - since, t) })}`}
            </Typography>
            {standing && (
              <StateMark
                standing={standing}
                words={t(standing === 'breached' ? 'stepLate' : 'stepDue', { at: dateTime(file.stepDueAt) })}
              />
            )}
          </Box>
        )}
        {!ended && closed?.reason && (
          <Typography variant="body2" sx={{ mt: 1 }}>
            {t('notOpenWhy', { reason: closed.reason })}
          </Typography>
        )}
      </Box>
      {primary && (
        <Button variant="contained" onClick={() => open(primary)} sx={{ px: 5 }}>
          {say(formOf(primary.action)?.label ?? { 'zh-Hans': '', 'zh-Hant': '', en: '' })}
        </Button>
      )}
      <OtherActs actions={others} onOpen={open} />
    </Box>
  );
}

const inView = 5;

/** The other acts of this person; what is not open now says why. */
function OtherActs(props: { actions: readonly AllowedAction[]; onOpen: (action: AllowedAction) => void }) {
  const t = useTexts(caseTexts);
  const words = useActWords();
  const [all, setAll] = useState(false);
  const sorted = [...props.actions].sort((a, b) => Number(b.enabled) - Number(a.enabled));
  const shown = all ? sorted : sorted.slice(0, inView);
  if (sorted.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t('otherActs')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, flexBasis: '100%' }}
    >
      {shown.map((each) => {
        if (each.enabled)
          return (
            <Button key={each.action} variant="outlined" onClick={() => props.onOpen(each)}>
              {words(each.action)}
            </Button>
          );
        const why = [each.reason, each.article].filter(Boolean).join(' · ') || t('notOpen');
        return (
          // A disabled button hears no pointer and is skipped by the keyboard; this one stays reachable and says why.
          // Described, not named, by the reason: the name of the act stays its name.
          <Tooltip key={each.action} title={why} describeChild>
            <Button
              variant="outlined"
              aria-disabled
              onClick={(event) => event.preventDefault()}
              sx={{ color: 'text.secondary', borderStyle: 'dashed', cursor: 'not-allowed' }}
            >
              {words(each.action)}
              <Box component="span" sx={visuallyHidden}>
                {` · ${why}`}
              </Box>
            </Button>
          </Tooltip>
        );
      })}
      {sorted.length > inView && (
        <Button onClick={() => setAll(!all)} aria-expanded={all}>
          {`${t('otherActs')} ${all ? '▴' : '▾'}`}
        </Button>
      )}
    </Box>
  );
}
