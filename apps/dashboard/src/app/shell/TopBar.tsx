import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import { Box, IconButton } from '@mui/material';
import { LinkBase, useTheme } from 'react-admin';
import { chooseTheme } from '../boot/preferences';
import { useTexts } from '../texts';
import { Bell } from './Bell';
import { LanguageMenu } from './LanguageMenu';
import { PersonMenu } from './PersonMenu';
import { SearchBox } from './SearchBox';
import { shellTexts } from './texts';

/** Name, one search over everything, messages, language, light or dark, person. */
export function TopBar({ onMenu, menuOpen }: { onMenu: () => void; menuOpen: boolean }) {
  const t = useTexts(shellTexts);
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1100,
        height: 48,
        px: { xs: 2, sm: 4 },
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, sm: 3 },
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'divider',
        displayPrint: 'none',
      }}
    >
      <IconButton
        onClick={onMenu}
        aria-label={t('menu')}
        aria-expanded={menuOpen}
        sx={{ display: { md: 'none' } }}
        size="small"
      >
        <MenuIcon />
      </IconButton>
      <Box
        component={LinkBase}
        to="/"
        sx={{
          display: { xs: 'none', sm: 'flex' },
          alignItems: 'center',
          gap: 2,
          width: { md: 176 },
          color: 'text.primary',
          textDecoration: 'none',
          fontWeight: 600,
          fontSize: 15,
          whiteSpace: 'nowrap',
        }}
      >
        <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
          <rect width="32" height="32" rx="5" fill="#0b655c" />
          <path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
        </svg>
        {t('product')}
      </Box>
      <SearchBox />
      <Box sx={{ flex: { xs: 0, sm: 1 } }} />
      <Bell />
      <LanguageMenu />
      <ThemeButton />
      <PersonMenu />
    </Box>
  );
}

function ThemeButton() {
  const t = useTexts(shellTexts);
  const [mode, setMode] = useTheme();
  const next = mode === 'dark' ? 'light' : 'dark';
  const words = t(next === 'dark' ? 'toDark' : 'toLight');
  return (
    <IconButton
      size="small"
      aria-label={words}
      title={words}
      onClick={() => {
        setMode(next);
        chooseTheme(next);
      }}
    >
      {next === 'dark' ? <DarkIcon fontSize="small" /> : <LightIcon fontSize="small" />}
    </IconButton>
  );
}
