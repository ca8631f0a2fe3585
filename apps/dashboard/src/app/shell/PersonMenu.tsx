import { role as roles } from '@kehu/domain/access/roles';
import { Box, Button, Divider, Menu, MenuItem, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { LinkBase, useLogout } from 'react-admin';
import { codeInWords } from '../own-labels';
import { useHere } from '../person';
import { useLanguage, useTexts } from '../texts';
import { shellTexts } from './texts';

const ChangePassword = lazy(() => import('./ChangePassword'));

/** Who is signed in, in which roles; one's own pages, change of password, signing out. */
export function PersonMenu() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const { person } = useHere();
  const logout = useLogout();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  const roleNames = person.roles.map((code) => codeInWords(roles, code, language));
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ maxWidth: { xs: 96, sm: 200 }, px: 2 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {person.displayName}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" role="none" sx={{ px: 4, py: 2, maxWidth: 280 }}>
          <Typography sx={{ fontWeight: 600 }}>{person.displayName}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[person.department?.name, ...roleNames].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        <Divider role="none" component="li" />
        {[
          { to: '/delegations', words: t('delegations') },
          { to: '/my-channels', words: t('myChannels') },
          { to: '/about-me', words: t('aboutMe') },
        ].map(({ to, words }) => (
          <MenuItem key={to} component={LinkBase} to={to} onClick={() => setAnchor(null)}>
            {words}
          </MenuItem>
        ))}
        <Divider role="none" component="li" />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setChanging(true);
          }}
        >
          {t('changePassword')}
        </MenuItem>
        <MenuItem onClick={() => void logout()}>{t('signOut')}</MenuItem>
      </Menu>
      {changing && (
        <Suspense fallback={null}>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
