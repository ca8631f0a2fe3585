import { policyInterpretation } from '@kehu/domain/complaints/rules';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { momentIn } from '../../../ui/figures';
import { useAct } from '../../../ui/useAct';
import { regulationTexts } from './texts';

/** A question about an article, and what HR and administration answered (R4.28). */
export interface Question {
  readonly id: string;
  readonly version: number;
  readonly article: string;
  readonly question: string;
  readonly answer: string | null;
  readonly askedBy: { readonly displayName: string } | null;
  readonly askedAt: string;
  readonly answeredBy: { readonly displayName: string } | null;
  readonly answeredAt: string | null;
}

/** The latest questions; older ones are found in GraphQL. */
export const questionsText = `query Interpretations {
  list: policyInterpretations(orderBy: [{ askedAt: DESC }], limit: 200) { items {
    id version article question answer askedAt answeredAt askedBy { displayName } answeredBy { displayName }
  } }
}`;

/** What was asked about an article with the answers; anybody asks, HR and administration answers once. */
export function Questions(props: { article: string; list: readonly Question[]; wanted: string | null }) {
  const t = useTexts(regulationTexts);
  const { rights } = useHere();
  const [writing, setWriting] = useState<Question | 'ask' | null>(null);
  const mayAsk = rights.may('CREATE', policyInterpretation.subject);
  const mayAnswer = rights.may('UPDATE', policyInterpretation.subject);
  return (
    <Box sx={{ mt: 2, fontSize: 13 }}>
      {props.list.map((each) => (
        <Asked
          key={each.id}
          question={each}
          wanted={each.id === props.wanted}
          onAnswer={mayAnswer && each.answeredAt === null ? () => setWriting(each) : null}
        />
      ))}
      {mayAsk && (
        <Button
          size="small"
          sx={{ ml: -1, displayPrint: 'none' }}
          aria-label={`${t('ask')} ${props.article}`}
          onClick={() => setWriting('ask')}
        >
          {t('ask')}
        </Button>
      )}
      {writing && <Writing article={props.article} about={writing} onClose={() => setWriting(null)} />}
    </Box>
  );
}

function Asked({
  question,
  wanted,
  onAnswer,
}: {
  question: Question;
  wanted: boolean;
  onAnswer: (() => void) | null;
}) {
  const t = useTexts(regulationTexts);
  const { zone } = useHere();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who comes from a message wants to see the question that it was about.
    if (wanted) place.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  const by = (who: Question['askedBy'], at: string | null) =>
    [who?.displayName, at && momentIn(new Date(at), zone)].filter(Boolean).join(' ');
  return (
    <Box ref={place} sx={{ mb: 2, pl: 3, borderLeft: 2, borderColor: wanted ? 'primary.main' : 'divider' }}>
      <Box sx={{ whiteSpace: 'pre-line' }}>
        {t('question')} {question.question}
      </Box>
      <Typography variant="caption" color="text.secondary">
        {by(question.askedBy, question.askedAt)}
      </Typography>
      {question.answer ? (
        <>
          <Box sx={{ mt: 1, whiteSpace: 'pre-line' }}>
            {t('answer')} {question.answer}
          </Box>
          <Typography variant="caption" color="text.secondary">
            {by(question.answeredBy, question.answeredAt)}
          </Typography>
        </>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>
          {t('unanswered')}
          {onAnswer && (
            <Button size="small" onClick={onAnswer} sx={{ ml: 1, displayPrint: 'none' }}>
              {t('giveAnswer')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

function Writing(props: { article: string; about: Question | 'ask'; onClose: () => void }) {
  const { article, about, onClose } = props;
  const t = useTexts(regulationTexts);
  const { run, busy } = useAct();
  const [text, setText] = useState('');
  const asks = about === 'ask';
  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = text.trim();
    const done = asks
      ? await run('askInterpretation', { article, question: said }, t('askedDone'))
      : await run(
          'answerInterpretation',
          { id: about.id, expectedVersion: about.version, answer: said },
          t('answeredDone'),
        );
    if (done) onClose();
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="question-title">
      <form onSubmit={submit}>
        <DialogTitle id="question-title">
          {article} {t(asks ? 'ask' : 'giveAnswer')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          {!asks && <Typography sx={{ whiteSpace: 'pre-line' }}>{about.question}</Typography>}
          {!asks && (
            <Typography variant="body2" color="text.secondary">
              {t('answerOnce')}
            </Typography>
          )}
          <TextField
            multiline
            minRows={4}
            fullWidth
            autoFocus
            label={t(asks ? 'yourQuestion' : 'yourAnswer')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            sx={{ mt: 1 }}
            slotProps={{ htmlInput: { maxLength: asks ? 2000 : 8000 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy || text.trim() === ''}>
            {t(asks ? 'send' : 'giveAnswer')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
