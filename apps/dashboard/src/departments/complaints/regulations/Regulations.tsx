import { Box, Typography } from '@mui/material';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { momentIn, whole } from '../../../ui/figures';
import { Page, Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
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
  readonly enforcedBy: readonly { readonly isLabel: string; readonly id: string; readonly label: string }[];
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
    enforcedBy { isLabel id label }
    evidence { cases onTime late missing lastBreachAt records { kind label count } }
  }
}`;

/** Every article with its text, what carries it out, and how it is kept in the cases that the reader may see. */
export function Regulations() {
  const t = useTexts(regulationTexts);
  const say = useProblem();
  const { data, error } = useAsk<{ articles: readonly Article[] }>(regulationsText);
  const names = [...new Set(data?.articles.map(({ regulationName }) => regulationName))];
  return (
    <Page title={t('title')}>
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      {!data && !error && <Waiting />}
      {names.map((name) => (
        <Section key={name} title={name}>
          {data?.articles
            .filter((article) => article.regulationName === name)
            .map((article) => (
              <ArticleLine key={article.code} article={article} />
            ))}
        </Section>
      ))}
    </Page>
  );
}

function ArticleLine({ article }: { article: Article }) {
  const t = useTexts(regulationTexts);
  const { zone } = useHere();
  const { evidence } = article;
  const facts = [
    evidence.cases > 0 &&
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
                  {each.isLabel}：{each.label}
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
          </>
        )}
      </Box>
    </Box>
  );
}
