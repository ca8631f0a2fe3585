import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { useAsk } from '../../../ui/useAsk';
import { casesAddress, catalogueQuery, type Kpi } from './ask';
import { tableStyle } from './BarList';
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
                    {figureText(kpi.value, kpi, language)}
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
  const to = casesAddress(kpi.kind, kpi.where);
  const name = `${kpi.code.split('-')[0]} ${kpi.label}`;
  return (
    <>
      {to ? (
        <Box component={LinkBase} to={to} sx={{ color: 'text.primary' }}>
          {name}
        </Box>
      ) : (
        name
      )}
      <Box sx={{ color: 'text.secondary', fontSize: 12, minWidth: 220 }}>
        {[kpi.definition, kpi.value === null ? kpi.reason : null].filter(Boolean).join(' · ')}
      </Box>
    </>
  );
}
