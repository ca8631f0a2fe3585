import { Box, Drawer, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { LinkBase, useLocation } from 'react-admin';
import { departments } from '../../departments/register';
import type { MenuEntry } from '../departments';
import { useRights } from '../person';
import { useSay, useTexts } from '../texts';
import { shellTexts } from './texts';

/** The departments that the person works in; on narrow screens behind the menu button. */
export function SideMenu({ open, onClose }: { open: boolean; onClose: () => void }) {
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), { noSsr: true });
  const t = useTexts(shellTexts);
  if (wide)
    return (
      <Box sx={{ width: 192, flexShrink: 0, borderRight: 1, borderColor: 'divider', displayPrint: 'none' }}>
        <Box sx={{ position: 'sticky', top: 48, maxHeight: 'calc(100vh - 48px)', overflowY: 'auto' }}>
          <Entries />
        </Box>
      </Box>
    );
  return (
    <Drawer
      open={open}
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': t('menu'), sx: { width: 240, bgcolor: 'background.default' } } }}
    >
      <Entries />
    </Drawer>
  );
}

function Entries() {
  const t = useTexts(shellTexts);
  const say = useSay();
  const rights = useRights();
  return (
    <Box component="nav" aria-label={t('menu')} sx={{ py: 3 }}>
      <List>
        <Entry to="/">{t('work')}</Entry>
      </List>
      {departments.map((department) => {
        const shown = department.entries.filter((entry) => entry.shown(rights));
        if (shown.length === 0) return null;
        const id = `menu-${department.id}`;
        return (
          <Box key={department.id} sx={{ mt: 4 }}>
            <Typography
              id={id}
              variant="caption"
              component="h2"
              sx={{ px: 4, mb: 1, color: 'text.secondary' }}
            >
              {say(department.label)}
            </Typography>
            <List labelledBy={id}>
              {shown.map((entry) => (
                <Entry key={entry.to} to={entry.to} outside={entry.outside}>
                  {say(entry.label)}
                </Entry>
              ))}
            </List>
          </Box>
        );
      })}
    </Box>
  );
}

function List({ children, labelledBy }: { children: React.ReactNode; labelledBy?: string }) {
  return (
    <Box component="ul" aria-labelledby={labelledBy} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

/** Whether the menu leads to exactly this page: then no entry above it is "here" as well. */
function entryAt(pathname: string): boolean {
  return departments.some(({ entries }) => entries.some(({ to }) => to === pathname));
}

function Entry({
  to,
  outside,
  children,
}: {
  to: MenuEntry['to'];
  outside?: boolean | undefined;
  children: React.ReactNode;
}) {
  const { pathname } = useLocation();
  const here =
    to === '/' ? pathname === '/' : pathname === to || (pathname.startsWith(`${to}/`) && !entryAt(pathname));
  const link = outside ? { component: 'a' as const, href: to } : { component: LinkBase, to };
  return (
    <li>
      <Box
        {...link}
        aria-current={here ? 'page' : undefined}
        sx={{
          display: 'block',
          px: 4,
          py: 1.5,
          fontSize: 14,
          lineHeight: '20px',
          color: 'text.primary',
          textDecoration: 'none',
          borderLeft: 3,
          borderColor: here ? 'primary.main' : 'transparent',
          bgcolor: here ? 'action.selected' : undefined,
          fontWeight: here ? 600 : 400,
          '&:hover': { bgcolor: here ? 'action.selected' : 'action.hover' },
        }}
      >
        {children}
      </Box>
    </li>
  );
}
