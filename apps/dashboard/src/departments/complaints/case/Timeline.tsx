import { Box, Button, Typography } from '@mui/material';
import { useMemo, useState } from 'react';
import { useStore } from 'react-admin';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { dateTime, relative } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { recordTexts } from '../../../ui/record/texts';
import { StateMark } from '../../../ui/StateMark';
import { formOf } from './act-forms';
import { useActWords } from './act-words';
import type { Acting } from './CaseShow';
import { type CaseFile, isOpen, nameOf } from './file';
import { caseTexts } from './texts';
import { type CaseEvent, type EventGroup, eventsOf } from './timeline';

const groups: readonly (readonly [EventGroup | 'all', keyof typeof caseTexts])[] = [
  ['all', 'all'],
  ['steps', 'filterSteps'],
  ['talk', 'filterTalk'],
  ['clock', 'filterClock'],
  ['files', 'filterFiles'],
];

/** 办理过程: the whole life of the case in one list; who saw what is folded away. */
export function Timeline({ file, onAct }: { file: CaseFile; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const record = useTexts(recordTexts);
  const language = useLanguage();
  const words = useActWords();
  const [newest, setNewest] = useStore<boolean>('complaints.timeline.newest', true);
  const [group, setGroup] = useState<EventGroup | 'all'>('all');
  const events = useMemo(() => eventsOf(file, language, words), [file, language, words]);
  const shown = events.filter((event) => group === 'all' || event.group === group);
  const ordered = newest ? [...shown].reverse() : shown;
  return (
    <Section
      title={t('timeline')}
      count={String(events.length)}
      id="timeline"
      acts={
        <Button size="small" aria-pressed={newest} onClick={() => setNewest(!newest)}>
          {newest ? `${t('newestFirst')} ▾` : `${t('newestFirst')} ▴`}
        </Button>
      }
    >
      <Box role="group" aria-label={t('timeline')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {groups.map(([id, text]) => (
          <Button
            key={id}
            size="small"
            aria-pressed={group === id}
            onClick={() => setGroup(id)}
            sx={{
              fontWeight: group === id ? 600 : 400,
              ...(group === id ? { bgcolor: 'action.selected' } : {}),
            }}
          >
            {t(text)}
          </Button>
        ))}
      </Box>
      {ordered.length === 0 ? (
        <Quiet>{record('nothing')}</Quiet>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {ordered.map((event) => (
            <Entry key={event.key} event={event} onAct={onAct} />
          ))}
        </Box>
      )}
      <WhoSaw file={file} />
    </Section>
  );
}

function Entry({ event, onAct }: { event: CaseEvent; onAct: (acting: Acting) => void }) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const who = event.onBehalfOf
    ? t('onBehalf', { by: event.who || t('unnamed'), of: event.onBehalfOf })
    : event.who || (event.group === 'clock' ? t('system') : event.group === 'steps' ? t('system') : '');
  const answer = event.answerable;
  const escalated = event.answeredBy === 'acknowledgeEscalation';
  const form = event.answeredBy && formOf(event.answeredBy);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '136px minmax(0, 1fr)' },
        columnGap: 4,
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        ...(event.recalledAt ? { opacity: 0.75 } : {}),
      }}
    >
      <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
        <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
          {dateTime(event.at)}
        </Box>
        <Box component="span" sx={{ display: { xs: 'inline', sm: 'block' }, ml: { xs: 2, sm: 0 } }}>
          {relative(event.at, new Date(), language, zone)}
        </Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'baseline' }}>
          <Box
            component="span"
            sx={{
              fontWeight: event.group === 'steps' ? 600 : 500,
              overflowWrap: 'anywhere',
              ...(event.recalledAt ? { textDecoration: 'line-through' } : {}),
            }}
          >
            {event.head}
          </Box>
          <Typography component="span" variant="body2" color="text.secondary">
            {[who, event.aside].filter(Boolean).join(' · ')}
          </Typography>
          {event.late && <StateMark standing="breached" words={t('late')} />}
          {event.override && <StateMark standing="atRisk" words={t('override')} />}
          {event.recalledAt && (
            <Typography component="span" variant="body2" color="text.secondary">
              {t('recalled', { at: dateTime(event.recalledAt) })}
            </Typography>
          )}
          {answer && (
            <Typography component="span" variant="body2" color="text.secondary">
              {event.acknowledgedAt
                ? t(escalated ? 'known' : 'acknowledged', { at: dateTime(event.acknowledgedAt) })
                : t(escalated ? 'notKnown' : 'notAnswered')}
            </Typography>
          )}
          {answer && form && isOpen(answer, form.act) && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => onAct({ form, record: { id: answer.id, version: Number(answer.version) } })}
            >
              {form.label[language]}
            </Button>
          )}
        </Box>
        {event.text && <Folded text={event.text} />}
      </Box>
    </Box>
  );
}

const longText = 280;

/** A text that begins short and opens on request. */
export function Folded({ text }: { text: string }) {
  const t = useTexts(caseTexts);
  const [open, setOpen] = useState(false);
  const long = text.length > longText;
  return (
    <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 }}>
      {long && !open ? `${text.slice(0, longText)}… ` : text}
      {long && !open && (
        <Button
          size="small"
          onClick={() => setOpen(true)}
          sx={{ minHeight: 24, py: 0, color: 'primary.main' }}
        >
          {t('showMore')}
        </Button>
      )}
    </Typography>
  );
}

/** Who opened the case when it came to them, and who signed for a copy: folded away. */
function WhoSaw({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const words = useActWords();
  const lines = [
    ...(file.steps ?? []).flatMap((step) =>
      step.seenAt ? [{ key: `s${step.id}`, at: step.seenAt, text: words(String(step.action)) }] : [],
    ),
    ...(file.assignments ?? []).flatMap((each) =>
      each.seenAt
        ? [
            {
              key: `a${each.id}`,
              at: each.seenAt,
              text: `${nameOf(each.seenBy)} · ${nameOf(each.department)}`,
            },
          ]
        : [],
    ),
    ...(file.cardCopies ?? []).flatMap((copy) =>
      copy.readAt
        ? [{ key: `c${copy.id}`, at: copy.readAt, text: nameOf(copy.readBy) || nameOf(copy.recipient) }]
        : [],
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <Box component="details" sx={{ mt: 2, fontSize: 13, color: 'text.secondary' }}>
      <summary>{t('whoSaw', { n: lines.length })}</summary>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {lines.map((line) => (
          <li key={line.key}>
            {dateTime(line.at)} {line.text}
          </li>
        ))}
      </Box>
    </Box>
  );
}
