import type { Kind } from '@kehu/domain/catalogue/kind';
import { Box, Button, Checkbox, FormControlLabel, Popover } from '@mui/material';
import { useState } from 'react';
import { useSay, useTexts } from '../../app/texts';
import { labelOf } from '../Value';
import { listTexts } from './texts';

/** Which columns a list shows; remembered in this browser. */
export function ColumnChoice(props: {
  kind: Kind;
  possible: readonly string[];
  shown: readonly string[];
  onChoose: (columns: string[] | null) => void;
}) {
  const t = useTexts(listTexts);
  const say = useSay();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('columns')}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('columnsHint') } }}
      >
        <Box
          component="fieldset"
          sx={{ border: 0, m: 0, p: 3, display: 'grid', minWidth: 200, maxHeight: '70vh', overflowY: 'auto' }}
        >
          <Box component="legend" sx={{ fontSize: 12, color: 'text.secondary', float: 'left' }}>
            {t('columnsHint')}
          </Box>
          {props.possible.map((name) => {
            const on = props.shown.includes(name);
            return (
              <FormControlLabel
                key={name}
                label={say(labelOf(props.kind, name))}
                slotProps={{ typography: { variant: 'body2' } }}
                control={
                  <Checkbox
                    size="small"
                    checked={on}
                    disabled={on && props.shown.length === 1}
                    onChange={() =>
                      props.onChoose(
                        on ? props.shown.filter((each) => each !== name) : [...props.shown, name],
                      )
                    }
                    sx={{ p: 1, mr: 1 }}
                  />
                }
              />
            );
          })}
          <Button onClick={() => props.onChoose(null)} sx={{ mt: 1, justifySelf: 'start' }}>
            {t('resetColumns')}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
