import { languages } from '@kehu/domain/catalogue/labels';
import LanguageIcon from '@mui/icons-material/Translate';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useSetLocale } from 'react-admin';
import { chooseLanguage } from '../boot/preferences';
import { languageNames } from '../boot/texts';
import { useLanguage, useTexts } from '../texts';
import { shellTexts } from './texts';

export function LanguageMenu() {
  const t = useTexts(shellTexts);
  const current = useLanguage();
  const setLocale = useSetLocale();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('language')}
        title={t('language')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <LanguageIcon fontSize="small" />
      </IconButton>

      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {languages.map((language) => (
          <MenuItem
            key={language}
            lang={language}
            selected={language === current}
            onClick={() => {
              setAnchor(null);
              chooseLanguage(language);
              // Messages of the server come in the reader's language too, so lists are asked for again.
              void setLocale(language);
            }}
          >
            {languageNames[language]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
