import type { Kind } from '@kehu/domain/catalogue/kind';
import { Box, Button, Chip, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { useRights } from '../../app/person';
import { useSay, useTexts } from '../../app/texts';
import { at, labelOf } from '../Value';
import { FilterInput } from './FilterInput';
import { FilterSentence } from './FilterSentence';
import { listTexts } from './texts';

/** The filters of a list: those that people use in view, the rest behind one button, what holds as sentences. */
export function FilterBar(props: {
  kind: Kind;
  filters: readonly string[];
  moreFilters: readonly string[];
  choices: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}) {
  const { kind } = props;
  const t = useTexts(listTexts);
  const say = useSay();
  const rights = useRights();
  const { filterValues, setFilters } = useListContext();
  const usable = (name: string) => at(kind, name, {}).field !== undefined && rights.filtersField(kind, name);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('sm'), { noSsr: true });
  const all = [...props.filters, ...props.moreFilters].filter(usable);
  // On a phone one filter stands in view, the others behind the button.
  const inView = wide ? props.filters.filter(usable).length : 1;
  const filters = all.slice(0, inView);
  const more = all.slice(inView);
  const [open, setOpen] = useState(() => wide && more.some((name) => name in (filterValues ?? {})));
  const current = filterValues as Record<string, unknown>;
  const active = Object.keys(current).filter((name) => current[name] !== undefined && current[name] !== '');

  const set = (name: string, value: unknown) => {
    const { [name]: _old, ...others } = current;
    setFilters(value === undefined || value === '' ? others : { ...others, [name]: value }, undefined);
  };

  return (
    <Box component="search">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {[...filters, ...(open ? more : [])].map((name) => (
          <FilterInput
            key={name}
            kind={kind}
            name={name}
            label={say(labelOf(kind, name))}
            value={current[name]}
            choices={props.choices[name]}
            onChange={(value) => set(name, value)}
          />
        ))}
        {more.length > 0 && (
          <Button onClick={() => setOpen(!open)} aria-expanded={open}>
            {t(open ? 'fewer' : 'more')}
          </Button>
        )}
      </Box>
      {active.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 2 }}>
          {active.map((name) => (
            <Chip
              key={name}
              size="small"
              variant="outlined"
              label={<FilterSentence kind={kind} name={name} value={current[name]} />}
              onDelete={() => set(name, undefined)}
              // MUI marks a deletable chip as a button; Delete and Backspace take the filter away.
            />
          ))}
          {active.length > 1 && (
            <Button size="small" onClick={() => setFilters({}, undefined)}>
              {t('clearAll')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}
