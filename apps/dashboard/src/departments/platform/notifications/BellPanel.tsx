import { Box, Button, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { Waiting } from '../../../app/shell/Shell';
import { useTexts } from '../../../app/texts';
import { useProblem } from '../../../ui/problem';
import { Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { MessageLine } from './MessageLine';
import { badgeOf, type Messages, messagesLive, messagesText } from './message';
import { messageTexts } from './texts';
import { useMarkRead } from './useMarkRead';

const newest = 12;

/** What the bell opens: the newest messages, read or not. */
export default function BellPanel({ onClose }: { onClose: () => void }) {
  const t = useTexts(messageTexts);
  const say = useProblem();
  const mark = useMarkRead();
  const { data, error, refetch } = useAsk<Messages>(messagesText, { limit: newest }, messagesLive);
  const messages = data?.list.items ?? [];
  const [first] = messages;
  const unread = data?.unread.totalCount ?? 0;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 4,
          py: 2,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" id="bell-title">
          {t('title')}
        </Typography>
        {unread > 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('unreadCount', { n: badgeOf(unread) })}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {unread > 0 && first && (
          <Button size="small" onClick={() => void mark.all(first.at)}>
            {t('markAll')}
          </Button>
        )}
      </Box>
      <Box sx={{ overflowY: 'auto', px: 4, minHeight: 0 }} tabIndex={-1}>
        {error && !data && (
          <Box sx={{ py: 4 }}>
            <Typography role="alert" color="error">
              {say(error)}
            </Typography>
            <Button variant="outlined" sx={{ mt: 2 }} onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          </Box>
        )}
        {!data && !error && <Waiting />}
        {data && messages.length === 0 && <Quiet>{t('noneYet')}</Quiet>}
        <Box component="ul" aria-labelledby="bell-title" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {messages.map((message) => (
            <MessageLine
              key={message.id}
              message={message}
              onRead={(id) => void mark.some([id])}
              onOpen={onClose}
            />
          ))}
        </Box>
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', px: 2, py: 1 }}>
        <Button component={LinkBase} to="/notifications" onClick={onClose} fullWidth>
          {t('all')}
        </Button>
      </Box>
    </Box>
  );
}
