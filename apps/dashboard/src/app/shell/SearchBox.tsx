import { customer } from '@kehu/domain/customers/customer';
import { order } from '@kehu/domain/key-accounts/order';
import SearchIcon from '@mui/icons-material/Search';
import { Autocomplete, Box, InputAdornment, TextField, Typography, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-admin';
import type { ListAnswer } from '../../data/answer';
import { ask } from '../../data/client';
import { someText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { searchOf } from '../../data/where';
import { useHere } from '../person';
import { useSay, useTexts } from '../texts';
import { shellTexts } from './texts';

interface Hit {
  readonly to: string;
  readonly title: string;
  readonly note: string;
  readonly group: string;
}

const hitsPerKind = 6;

/** Customers by name, number or exact phone; orders by number. `/` brings the cursor here. */
export function SearchBox() {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'), { noSsr: true });
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const asked = useDelayed(words.trim(), 250);
  const { hits, busy } = useHits(asked);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const at = event.target;
      if (
        at instanceof HTMLElement &&
        (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName))
      )
        return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  return (
    <Autocomplete<Hit, false, false, true>
      freeSolo
      autoHighlight
      clearOnEscape
      options={hits}
      filterOptions={(options) => options}
      groupBy={(hit) => hit.group}
      getOptionLabel={(hit) => (typeof hit === 'string' ? hit : hit.title)}
      getOptionKey={(hit) => (typeof hit === 'string' ? hit : hit.to)}
      inputValue={words}
      value={null}
      blurOnSelect
      onInputChange={(_, value, reason) => setWords(reason === 'reset' ? '' : value)}
      onChange={(_, hit) => {
        if (hit && typeof hit !== 'string') navigate(hit.to);
      }}
      loading={busy}
      loadingText={t('searching')}
      noOptionsText={t('nothingFound', { words: asked })}
      sx={{ flex: { xs: 1, sm: '0 1 380px' }, minWidth: 0 }}
      slotProps={{ popper: { sx: { minWidth: 300 } } }}
      renderOption={({ key, ...props }, hit) => (
        <Box
          component="li"
          key={key}
          {...props}
          sx={{ display: 'flex', gap: 2, justifyContent: 'space-between !important' }}
        >
          <span>{hit.title}</span>
          <Typography component="span" variant="caption" color="text.secondary">
            {hit.note}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={input}
          placeholder={t(wide ? 'searchHint' : 'search')}
          slotProps={{
            input: {
              ...params.InputProps,
              startAdornment: (
                <InputAdornment position="start" sx={{ mr: 0 }}>
                  <SearchIcon fontSize="small" sx={{ color: 'text.secondary' }} />
                </InputAdornment>
              ),
            },
            htmlInput: { ...params.inputProps, 'aria-label': t('search') },
          }}
        />
      )}
    />
  );
}

function useDelayed(value: string, ms: number): string {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return delayed;
}

function useHits(words: string): { hits: Hit[]; busy: boolean } {
  const { rights } = useHere();
  const say = useSay();
  const { data, isFetching } = useQuery({
    queryKey: ['search', words],
    enabled: words.length > 0,
    queryFn: async () => {
      const [customers, orders] = await Promise.all([
        rights.reads(customer)
          ? ask<ListAnswer>(
              someText(customer, selectionOf(customer, ['customerNo', 'name', 'city'], rights)),
              {
                where: searchOf(customer, words, (name) => rights.filtersField(customer, name)),
                limit: hitsPerKind,
              },
            )
          : null,
        rights.reads(order)
          ? ask<ListAnswer>(someText(order, selectionOf(order, ['orderNo', 'customer'], rights)), {
              where: { orderNo: { startsWith: words } },
              limit: hitsPerKind,
            })
          : null,
      ]);
      return { customers: customers?.list.items ?? [], orders: orders?.list.items ?? [] };
    },
  });
  if (!data || words === '') return { hits: [], busy: isFetching };
  const hits = [
    ...data.customers.map((each) => ({
      to: `/customers/${each.id}/show`,
      title: String(each.name ?? each.customerNo ?? ''),
      note: [each.customerNo, each.city].filter(Boolean).join(' · '),
      group: say(customer.label),
    })),
    ...data.orders.map((each) => ({
      to: `/orders/${each.id}/show`,
      title: String(each.orderNo ?? ''),
      note: String((each.customer as { name?: string } | null)?.name ?? ''),
      group: say(order.label),
    })),
  ];
  return { hits, busy: isFetching };
}
