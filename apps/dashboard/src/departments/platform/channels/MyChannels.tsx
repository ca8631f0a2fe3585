import { complaintSetting } from '@kehu/domain/complaints/rules';
import { personalChannel } from '@kehu/domain/platform/notification';
import { Box, Typography } from '@mui/material';
import { languageNames } from '../../../app/boot/texts';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { OpenForm } from '../../../ui/OpenForm';
import { Page, Section } from '../../../ui/Page';
import { Quiet } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { messageTimeKeys, messageTimes, type SetTime } from './message-times';
import { channelTexts } from './texts';

interface MyChannel {
  readonly channel: string;
  readonly label: string;
  readonly available: boolean;
  readonly group: boolean;
  readonly level: string;
  readonly levelLabel: string;
  readonly address: string | null;
  readonly addressInUse: string | null;
  readonly language: string | null;
}

const text = `query MyChannels {
  channels: myMessageChannels { channel label available group level levelLabel address addressInUse language }
}`;
const timesText = `query MessageTimes($where: ComplaintSettingWhere) {
  set: complaintSettings(where: $where, limit: 500) { items { key value effectiveFrom } }
}`;

export const languageOptions = Object.entries(languageNames).map(([value, label]) => ({ value, label }));

/** How messages reach the reader outside of the house: by which ways, how much of them, to which address. */
export function MyChannels() {
  const t = useTexts(channelTexts);
  const language = useLanguage();
  const { data, error } = useAsk<{ channels: readonly MyChannel[] }>(text);
  if (error && !data) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const comma = language === 'en' ? ', ' : '、';
  const open = data.channels.filter((each) => each.available);
  const closed = data.channels.filter((each) => !each.available).map((each) => each.label);
  return (
    <Page title={t('mine')}>
      <Typography color="text.secondary" sx={{ mb: 4, maxWidth: 720 }}>
        {t('mineHint')}
      </Typography>
      <Times />
      <Section title={t('channel')} count={open.length > 0 ? String(open.length) : undefined}>
        {open.length === 0 && <Quiet>{t('noneSetUp')}</Quiet>}
        <Box component="ul" aria-label={t('channel')} sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: 880 }}>
          {open.map((each) => (
            <Channel key={each.channel} channel={each} />
          ))}
        </Box>
        {open.length > 0 && closed.length > 0 && (
          <Quiet>{t('notSetUp', { names: closed.join(comma) })}</Quiet>
        )}
      </Section>
    </Page>
  );
}

/** When digests go out and when it is quiet: the same for all, set by the organisation. */
function Times() {
  const t = useTexts(channelTexts);
  const rights = useRights();
  const language = useLanguage();
  const { data } = useAsk<{ set: { items: readonly SetTime[] } }>(
    rights.reads(complaintSetting) ? timesText : null,
    { where: { key: { in: messageTimeKeys } } },
  );
  if (!data) return null;
  const times = messageTimes(data.set.items, new Date());
  const comma = language === 'en' ? ', ' : '、';
  const quiet = times.quietFrom !== times.quietUntil;
  return (
    <Typography sx={{ mb: 4, maxWidth: 720 }}>
      {t(quiet ? 'times' : 'timesLoud', {
        digests: times.digests.join(comma),
        from: times.quietFrom,
        until: times.quietUntil,
      })}
    </Typography>
  );
}

function Channel({ channel }: { channel: MyChannel }) {
  const t = useTexts(channelTexts);
  const to = channel.addressInUse;
  const language = languageOptions.find(({ value }) => value === channel.language)?.label;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 1,
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {channel.label}
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {channel.group
            ? t('group')
            : [
                channel.levelLabel,
                channel.level !== 'NONE' &&
                  (to ? `${to}${channel.address === null ? t('fromFile') : ''}` : t('noAddress')),
                language,
              ]
                .filter(Boolean)
                .join(' · ')}
        </Typography>
      </Box>
      {!channel.group && (
        <OpenForm
          button={t('change')}
          variant="outlined"
          title={t('changeTitle', { channel: channel.label })}
          kind={personalChannel}
          groups={[{ names: ['level', 'language', 'address'] }]}
          options={{ language: languageOptions }}
          record={{
            id: channel.channel,
            level: channel.level,
            address: channel.address,
            language: channel.language,
          }}
          act="saveMessageChannel"
          extra={{ channel: channel.channel, level: channel.level }}
          identify={() => ({})}
          said={t('saved')}
        />
      )}
    </Box>
  );
}
