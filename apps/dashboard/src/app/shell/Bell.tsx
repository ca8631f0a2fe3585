import BellIcon from '@mui/icons-material/NotificationsOutlined';
import { Box, IconButton, Popover } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-admin';
import { badgeOf, messagesLive, unreadText } from '../../departments/platform/notifications/message';
import { useAsk } from '../../ui/useAsk';
import { useTexts } from '../texts';
import { Waiting } from './Shell';
import { shellTexts } from './texts';

const BellPanel = lazy(() => import('../../departments/platform/notifications/BellPanel'));

/** How many messages are unread; opens the newest of them. */
export function Bell() {
  const t = useTexts(shellTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useAsk<{ unread: { totalCount: number } }>(unreadText, {}, messagesLive);
  const badge = badgeOf(data?.unread.totalCount ?? 0);
  const words = badge ? t('bellUnread', { n: badge }) : t('bell');
  const close = () => setAnchor(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it, by whatever way it is reached
  useEffect(() => setAnchor(null), [pathname]);
  return (
    <>
      <IconButton
        size="small"
        aria-label={words}
        title={words}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ position: 'relative' }}
      >
        <BellIcon fontSize="small" />
        {badge && (
          <Box
            component="span"
            aria-hidden="true"
            sx={{
              position: 'absolute',
              top: -2,
              left: '45%',
              minWidth: 16,
              height: 16,
              px: '4px',
              borderRadius: '8px',
              bgcolor: 'primary.main',
              color: 'primary.contrastText',
              fontSize: 11,
              lineHeight: '16px',
              fontWeight: 600,
              textAlign: 'center',
            }}
          >
            {badge}
          </Box>
        )}
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('bell'),
            sx: {
              width: 440,
              maxWidth: 'calc(100vw - 32px)',
              maxHeight: 'min(640px, calc(100vh - 64px))',
              display: 'flex',
            },
          },
        }}
      >
        <Suspense fallback={<Waiting />}>
          <BellPanel onClose={close} />
        </Suspense>
      </Popover>
    </>
  );
}
