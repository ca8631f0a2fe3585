import { policyArticle, policyInterpretation } from '@kehu/domain/complaints/rules';
import { Box, Button, Link, Typography } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { momentIn, whole } from '../../../ui/figures';
import { Page, Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
import { lateCases } from './late-cases';
import { type Question, Questions, questionsText } from './Questions';
import { regulationTexts } from './texts';

interface Article {
  readonly code: string;
  readonly regulation: string;
  readonly regulationName: string;
  readonly title: string;
  readonly text: string | null;
  readonly status: string;
  readonly statusLabel: string;
  readonly note: string | null;
  readonly ownText: string | null;
  readonly ownVersion: string | null;
  readonly enforcedBy: readonly {
    readonly is: string;
    readonly isLabel: string;
    readonly id: string;
    readonly label: string;
  }[];
  readonly evidence: {
    readonly cases: number;
    readonly onTime: number;
    readonly late: number;
    readonly missing: number;
    readonly lastBreachAt: string | null;
    readonly records: readonly { readonly kind: string; readonly label: string; readonly count: number }[];
  };
}

export const regulationsText = `query Regulations {
  articles: regulations {
    code regulation regulationName title text status statusLabel note ownText ownVersion
    enforcedBy { is isLabel id label }
    evidence { cases onTime late missing lastBreachAt records { kind label count } }
  }
}`;

/** Every article with its text, what carries it out, and how it is kept in the cases that the reader may see. */
export function Regulations() {
  const t = useTexts(regulationTexts);
  const say = useProblem();
  const { rights } = useHere();
  const { search } = useLocation();
  const wanted = new URLSearchParams(search).get('question');
  const { data, error } = useAsk<{ articles: readonly Article[] }>(regulationsText);
  const asked = useAsk<{ list: { items: readonly Question[] } }>(
    rights.reads(policyInterpretation) ? questionsText : null,
    {},
    [policyInterpretation.name],
  );
  const questions = asked.data?.list.items ?? [];
  const problem = error ?? asked.error;
  const names = [...new Set(data?.articles.map(({ regulationName }) => regulationName))];
  return (
    <Page title={t('title')}>
      {problem && (
        <Typography role="alert" color="error">
          {say(problem)}
        </Typography>
      )}
      {!data && !error && <Waiting />}
      {names.map((name) => (
        <Section key={name} title={name}>
          {data?.articles
            .filter((article) => article.regulationName === name)
            .map((article) => (
              <ArticleLine
                key={article.code}
                article={article}
                questions={questions.filter((each) => each.article === article.code)}
                wanted={wanted}
              />
            ))}
        </Section>
      ))}
    </Page>
  );
}

function ArticleLine(props: { article: Article; questions: readonly Question[]; wanted: string | null }) {
  const { article } = props;
  const t = useTexts(regulationTexts);
  const { zone, rights } = useHere();
  const { evidence } = article;
  const facts = [
    // Where nothing has a time the records alone say how it is kept.
    evidence.onTime + evidence.late > 0 &&
      t('kept', {
        n: whole(evidence.cases),
        onTime: whole(evidence.onTime),
        late: whole(evidence.late),
      }),
    evidence.missing > 0 && t('missing', { n: whole(evidence.missing) }),
    evidence.lastBreachAt && t('last', { at: momentIn(new Date(evidence.lastBreachAt), zone) }),
    ...evidence.records.map((each) => t('records', { label: each.label, n: whole(each.count) })),
  ].filter(Boolean);
  return (
    <Box
      component="article"
      id={article.code}
      sx={{
        display: 'grid',
        columnGap: 8,
        gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) 360px' },
        py: 3,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ maxWidth: 720 }}>
        <Typography variant="h3" sx={{ fontSize: 14, fontWeight: 600 }}>
          {article.code} {article.title}
          <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 2 }}>
            {article.statusLabel}
          </Typography>
        </Typography>
        <Typography
          sx={{ mt: 1, whiteSpace: 'pre-line' }}
          color={article.text ? undefined : 'text.secondary'}
        >
          {article.text ?? t('lost')}
        </Typography>
        {article.note && (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {t('mended', { note: article.note })}
          </Typography>
        )}
        {article.ownText && (
          <Typography sx={{ mt: 1, whiteSpace: 'pre-line' }}>
            <strong>{t('own', { version: article.ownVersion ?? '' })}</strong> {article.ownText}
          </Typography>
        )}
        {article.text === null && rights.may('UPDATE', policyArticle.subject) && (
          <Button
            size="small"
            component={LinkBase}
            to="/complaint-settings"
            sx={{ ml: -1, displayPrint: 'none' }}
            aria-label={`${t('setOwn')} ${article.code}`}
          >
            {t('setOwn')}
          </Button>
        )}
        <Questions article={article.code} list={props.questions} wanted={props.wanted} />
      </Box>
      <Box sx={{ fontSize: 13, mt: { xs: 2, lg: 0 } }}>
        {article.enforcedBy.length > 0 && (
          <>
            <Typography variant="caption" color="text.secondary">
              {t('enforcedBy')}
            </Typography>
            <Box component="ul" sx={{ m: 0, mb: 2, pl: 5 }}>
              {article.enforcedBy.map((each) => (
                <li key={`${each.isLabel}.${each.id}`}>
                  {t('rule', { is: each.isLabel, what: each.label })}
                </li>
              ))}
            </Box>
          </>
        )}
        {facts.length > 0 && (
          <>
            <Typography variant="caption" color="text.secondary">
              {t('evidence')}
            </Typography>
            <Box>{facts.join('；')}</Box>
            {evidence.late > 0 && (
              <Link
                component={LinkBase}
                to={lateCases(article.code, article.enforcedBy)}
                aria-label={`${t('lateCases')} ${article.code}`}
                sx={{ displayPrint: 'none' }}
              >
                {t('lateCases')}
              </Link>
            )}
          </>
        )}
      </Box>
    </Box>
  );
}
