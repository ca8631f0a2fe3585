import { policyArticle, policyVersion } from '@kehu/domain/complaints/rules';
import { regulationNames } from '@kehu/domain/regulations/regulations';
import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { today } from '../../../ui/figures';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { PublishVersion } from './PublishVersion';
import { standingOfVersion, type VersionLine } from './procedure-rows';
import { settingTexts } from './texts';

/** The versions of the regulations, with the company's own text of articles (R4.28). */
export function Versions() {
  const t = useTexts(settingTexts);
  const say = useProblem();
  const language = useLanguage();
  const { rights, zone } = useHere();
  const [open, setOpen] = useState(false);
  const names = ['regulation', 'code', 'effectiveFrom', 'note', 'by'];
  const { data, error } = useAsk<{ list: { items: readonly VersionLine[] } }>(`query PolicyVersions {
    list: policyVersions(orderBy: [{ effectiveFrom: DESC }, { id: DESC }], limit: 100) {
      items { ${selectionOf(policyVersion, names, rights)} articles { ${selectionOf(policyArticle, ['article', 'text'], rights)} } } }
  }`);
  if (error) return <Quiet>{say(error)}</Quiet>;
  if (!data) return <Waiting />;
  const versions = data.list.items;
  const day = today(new Date(), zone);
  return (
    <Section
      title={t('versions')}
      acts={
        <>
          <Link component={LinkBase} to="/regulations">
            {t('readArticles')}
          </Link>
          {rights.may('UPDATE', policyVersion.subject) && (
            <Button onClick={() => setOpen(true)}>{t('newVersion')}</Button>
          )}
        </>
      }
    >
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2, maxWidth: 720 }}>
        {t('policyHint')}
      </Typography>
      {versions.length === 0 && <Quiet>{t('noVersions')}</Quiet>}
      {versions.map((version) => (
        <Box
          component="article"
          key={version.id}
          sx={{ borderTop: 1, borderColor: 'divider', py: 3, maxWidth: 880 }}
        >
          <Typography variant="h3">
            {version.code}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 2 }}>
              {[
                regulationNames[version.regulation.replace(/^R/, '')]?.[language],
                t(standingOfVersion(versions, version, day)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {[version.effectiveFrom, version.by?.displayName, version.note].filter(Boolean).join(' · ')}
          </Typography>
          {version.articles.map((each) => (
            <Typography key={each.article} sx={{ mt: 2, whiteSpace: 'pre-line' }}>
              <strong>{each.article}</strong> {each.text}
            </Typography>
          ))}
        </Box>
      ))}
      {open && <PublishVersion day={day} onClose={() => setOpen(false)} />}
    </Section>
  );
}
