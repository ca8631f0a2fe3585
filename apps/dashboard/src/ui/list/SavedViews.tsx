import { savedView } from '@kehu/domain/administration/settings';
import type { Kind } from '@kehu/domain/catalogue/kind';
import Close from '@mui/icons-material/Close';
import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  IconButton,
  Popover,
  TextField,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { useHere } from '../../app/person';
import { useTexts } from '../../app/texts';
import { act } from '../../data/client';
import { actText, someText } from '../../data/query';
import { useProblem } from '../problem';
import { useAsk } from '../useAsk';
import { listTexts } from './texts';

interface View {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly shared: boolean;
  readonly content: unknown;
  readonly staff: { readonly id: string } | null;
}

interface Content {
  readonly filter?: Record<string, unknown>;
  readonly sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' };
}

/** Filters and order of a list under a name, kept on the server so that they follow the person. */
export function SavedViews({ kind }: { kind: Kind }) {
  const t = useTexts(listTexts);
  const say = useProblem();
  const notify = useNotify();
  const { person } = useHere();
  const queries = useQueryClient();
  const { setFilters, setSort } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState(false);
  const { data } = useAsk<{ list: { items: readonly View[] } }>(
    anchor ? someText(savedView, 'id name version shared content staff { id }') : null,
    { where: { list: { eq: kind.plural } }, limit: 50 },
  );

  const apply = (view: View) => {
    const content = contentOf(view.content);
    setAnchor(null);
    setFilters(content.filter ?? {}, undefined);
    if (content.sort) setSort(content.sort);
  };
  const remove = async (view: View) => {
    try {
      await act(actText('deleteView', '__typename'), {
        input: { id: view.id, expectedVersion: view.version },
      });
      await queries.invalidateQueries({ queryKey: ['ask'] });
    } catch (error) {
      notify(say(error), { type: 'error' });
    }
  };

  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('views')}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('views') } }}
      >
        <Box sx={{ p: 2, minWidth: 220, display: 'grid', justifyItems: 'start' }}>
          {data?.list.items.map((view) => (
            <Box key={view.id} sx={{ display: 'flex', width: '100%' }}>
              <Button onClick={() => apply(view)} sx={{ flex: 1, justifyContent: 'flex-start' }}>
                {view.name}
              </Button>
              {view.staff?.id === person.id && (
                <IconButton
                  size="small"
                  aria-label={t('deleteView', { name: view.name })}
                  onClick={() => void remove(view)}
                >
                  <Close fontSize="small" />
                </IconButton>
              )}
            </Box>
          ))}
          {data && data.list.items.length === 0 && (
            <Typography variant="body2" color="text.secondary" sx={{ px: 3, py: 1 }}>
              {t('noViews')}
            </Typography>
          )}
          <Button onClick={() => setSaving(true)}>{t('saveView')}</Button>
        </Box>
      </Popover>
      {saving && (
        <SaveDialog
          kind={kind}
          onClose={(saved) => {
            setSaving(false);
            if (!saved) return;
            setAnchor(null);
            void queries.invalidateQueries({ queryKey: ['ask'] });
          }}
        />
      )}
    </>
  );
}

function SaveDialog({ kind, onClose }: { kind: Kind; onClose: (saved: boolean) => void }) {
  const t = useTexts(listTexts);
  const say = useProblem();
  const notify = useNotify();
  const { filterValues, sort } = useListContext();
  const [problem, setProblem] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await act(actText('saveView', '__typename'), {
        input: {
          list: kind.plural,
          name: String(form.get('name') ?? '').trim(),
          shared: form.get('shared') === 'on',
          content: { filter: filterValues, sort },
        },
      });
      notify(t('viewSaved'), { type: 'success' });
      onClose(true);
    } catch (error) {
      setProblem(say(error));
    }
  }

  return (
    <Dialog open onClose={() => onClose(false)} maxWidth="xs" fullWidth aria-labelledby="save-view">
      <form onSubmit={submit}>
        <DialogTitle id="save-view">{t('saveView')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <TextField
            name="name"
            label={t('viewName')}
            required
            autoFocus
            fullWidth
            error={problem !== ''}
            helperText={problem}
            slotProps={{ htmlInput: { maxLength: 80 } }}
            sx={{ mt: 2 }}
          />
          <FormControlLabel control={<Checkbox name="shared" size="small" />} label={t('shareView')} />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Free-form content may come as an object or as its text. */
function contentOf(content: unknown): Content {
  if (typeof content !== 'string') return (content ?? {}) as Content;
  try {
    return JSON.parse(content) as Content;
  } catch {
    return {};
  }
}
