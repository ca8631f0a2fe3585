import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
import { catalogueQuery, type Kpi, madeOf, outOf } from './ask';
import { tableStyle } from './BarList';
import { OfAll } from './OfAll';
import { figuresTexts } from './texts';
import { figureText } from './words';

/** Every figure of the catalogue with what it is compared with and its definition; worked out when it is asked for. */
export function Catalogue({ period }: { period: string }) {
  const t = useTexts(figuresTexts);
  const say = useProblem();
  const language = useLanguage();
  const [shown, setShown] = useState(false);
  const { data, error } = useAsk<{ kpis: readonly Kpi[] }>(shown ? catalogueQuery : null, { period });
  const heads = ['value', 'targetHead', 'before', 'yearAgo'] as const;
  return (
    <Section
      title={t('catalogue')}
      acts={
        !shown && (
          <Button size="small" onClick={() => setShown(true)}>
            {t('showCatalogue')}
          </Button>
        )
      }
    >
      {error && (
        <Typography role="alert" color="error">
          {say(error)}
        </Typography>
      )}
      {shown && !data && !error && <Waiting />}
      {data && (
        <Box sx={{ overflowX: 'auto' }}>
          <Box component="table" sx={tableStyle}>
            <thead>
              <tr>
                <th scope="col">{t('item')}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.kpis.map((kpi) => (
                <tr key={kpi.code}>
                  <th scope="row">
                    <Name kpi={kpi} />
                  </th>
                  <Box
                    component="td"
                    sx={{ fontWeight: '600 !important', color: kpi.met === false ? 'error.main' : undefined }}
                  >
                    <Value kpi={kpi} />
                    {kpi.met !== null && (
                      <Box sx={{ fontWeight: 400, fontSize: 12 }}>{t(kpi.met ? 'met' : 'unmet')}</Box>
                    )}
                  </Box>
                  {[kpi.target, kpi.previous, kpi.lastYear].map((value, at) => (
                    <td key={heads[at + 1]}>{figureText(value, kpi, language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Section>
  );
}

function Name({ kpi }: { kpi: Kpi }) {
  return (
    <>
      {`${kpi.code.split('-')[0]} ${kpi.label}`}
      <Box sx={{ color: 'text.secondary', fontSize: 12, minWidth: 220 }}>
        {[kpi.definition, kpi.value === null ? kpi.reason : null].filter(Boolean).join(' · ')}
      </Box>
    </>
  );
}

/** The figure opens what counts in it; below a share stands of how many, which opens all. */
function Value({ kpi }: { kpi: Kpi }) {
  const language = useLanguage();
  const text = figureText(kpi.value, kpi, language);
  const to = kpi.value === null ? null : madeOf(kpi.kind, kpi);
  const all = outOf(kpi, kpi);
  return (
    <>
      {to ? (
        <Box
          component={LinkBase}
          to={to}
          aria-label={`${kpi.label} ${text}`}
          sx={{ color: 'inherit', fontWeight: 600 }}
        >
          {text}
        </Box>
      ) : (
        text
      )}
      {all && (
        <Box sx={{ fontWeight: 400, fontSize: 12 }}>
          <OfAll all={all} kind={kpi.kind} name={kpi.label} />
        </Box>
      )}
    </>
  );
}
