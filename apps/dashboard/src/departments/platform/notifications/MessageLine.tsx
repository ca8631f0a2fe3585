import { notification } from '@kehu/domain/platform/notification';
import ReadIcon from '@mui/icons-material/DoneOutlined';
import { Box, IconButton, Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useHere } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { momentIn, relative } from '../../../ui/figures';
import { StateMark } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { visuallyHidden } from '../../../ui/visually-hidden';
import { addressOf, type Message, standingOf } from './message';
import { messageTexts } from './texts';

/** A message in two lines: what it says, which leads to its record; weight, deadline and how long ago below. */
export function MessageLine(props: { message: Message; onRead: (id: string) => void; onOpen?: () => void }) {
  const { message } = props;
  const t = useTexts(messageTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const to = addressOf(message);
  const unread = message.readAt === null;
  const text = message.messageText ?? message.recordNo ?? '';
  const weight = textOf(notification.fields.weight, message.weight, language);
  const standing = standingOf(message);
  const at = new Date(message.at);
  const open = () => {
    if (unread) props.onRead(message.id);
    props.onOpen?.();
  };
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box
        aria-hidden="true"
        sx={{
          flexShrink: 0,
          width: 8,
          height: 8,
          mt: '6px',
          borderRadius: '50%',
          bgcolor: unread ? 'primary.main' : 'transparent',
        }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {unread && (
          <Box component="span" sx={visuallyHidden}>
            {t('unread')}
          </Box>
        )}
        {to ? (
          <Link
            component={LinkBase}
            to={to}
            color="text.primary"
            onClick={open}
            sx={{ fontWeight: unread ? 600 : 400, overflowWrap: 'anywhere' }}
          >
            {text}
          </Link>
        ) : (
          <Box component="span" sx={{ fontWeight: unread ? 600 : 400, overflowWrap: 'anywhere' }}>
            {text}
          </Box>
        )}
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 3,
            fontSize: 13,
            color: 'text.secondary',
          }}
        >
          {standing ? (
            <StateMark standing={standing} words={message.doneAt ? t('done') : weight} />
          ) : (
            <span>{weight}</span>
          )}
          {message.dueAt && !message.doneAt && (
            <span>{t('due', { at: momentIn(new Date(message.dueAt), zone) })}</span>
          )}
          <time dateTime={message.at} title={momentIn(at, zone)}>
            {relative(message.at, new Date(), language, zone)}
          </time>
        </Box>
      </Box>
      {unread && (
        <IconButton
          size="small"
          aria-label={t('markOne', { text })}
          title={t('markRead')}
          onClick={() => props.onRead(message.id)}
        >
          <ReadIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}
