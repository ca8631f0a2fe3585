import { complaintSetting, policyVersion } from '@kehu/domain/complaints/rules';
import { Box, Link, Typography } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { Page, Section } from '../../../ui/Page';
import { NotThere } from '../../../ui/record/NotThere';
import { Changes } from './Changes';
import { Procedures } from './Procedures';
import { useSetValues } from './read-settings';
import { SettingList } from './SettingList';
import { settingTexts } from './texts';
import { Versions } from './Versions';
import { type SetValue, settingGroups } from './words';

const parts = ['limits', 'rules', 'targets', 'procedures', 'versions', 'history'] as const;
type Part = (typeof parts)[number];

/** 参数设置: what the complaint department may set otherwise, its value in force, and who set it when and why. */
export function SettingsPage() {
  const t = useTexts(settingTexts);
  const rights = useRights();
  const { search } = useLocation();
  const asked = new URLSearchParams(search).get('part') as Part;
  const part = parts.includes(asked) ? asked : 'limits';
  const { data, error } = useSetValues();
  const mayChange = rights.may('UPDATE', complaintSetting.subject);
  const mayWrite = part === 'versions' ? rights.may('UPDATE', policyVersion.subject) : mayChange;
  if (error) return <NotThere error={error} />;
  return (
    <Page title={t('title')}>
      <Box
        component="nav"
        aria-label={t('parts')}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 5,
          borderBottom: 1,
          borderColor: 'divider',
          mb: 4,
        }}
      >
        {parts.map((each) => (
          <Link
            key={each}
            component={LinkBase}
            to={`/complaint-settings?part=${each}`}
            aria-current={each === part ? 'page' : undefined}
            underline="none"
            sx={{
              py: 2,
              mb: '-1px',
              color: each === part ? 'text.primary' : 'text.secondary',
              fontWeight: each === part ? 600 : 400,
              borderBottom: 2,
              borderColor: each === part ? 'primary.main' : 'transparent',
              '&:hover': { color: 'text.primary' },
            }}
          >
            {t(each)}
          </Link>
        ))}
      </Box>
      {!mayWrite && part !== 'history' && (
        <Typography color="text.secondary" sx={{ mb: 4 }}>
          {t('whoMay')}
        </Typography>
      )}
      {data ? <PartOf part={part} rows={data} mayChange={mayChange} /> : <Waiting />}
    </Page>
  );
}

function PartOf({ part, rows, mayChange }: { part: Part; rows: readonly SetValue[]; mayChange: boolean }) {
  const t = useTexts(settingTexts);
  if (part === 'procedures') return <Procedures mayChange={mayChange} />;
  if (part === 'versions') return <Versions />;
  if (part === 'history') return <Changes rows={rows} />;
  return settingGroups[part].map((group) => (
    <Section key={group.title} title={t(group.title)}>
      <SettingList keys={group.keys} rows={rows} mayChange={mayChange} title={t(group.title)} />
    </Section>
  ));
}
