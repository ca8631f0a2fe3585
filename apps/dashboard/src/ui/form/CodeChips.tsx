import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import { Box, Chip, FormLabel } from '@mui/material';
import { useId } from 'react';
import { useLanguage } from '../../app/texts';

interface CodeChipsProps {
  readonly of: Vocabulary;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several codes of a vocabulary as buttons that are pressed or not, in the vocabulary's order. */
export function CodeChips({ of, label, chosen, onChange }: CodeChipsProps) {
  const language = useLanguage();
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id}>
      <FormLabel id={id} sx={{ fontSize: 13, display: 'block', mb: 1 }}>
        {label}
      </FormLabel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {of.codes.map((code) => {
          const on = chosen.includes(code);
          const next = () => of.codes.filter((each) => (each === code ? !on : chosen.includes(each)));
          return (
            <Chip
              key={code}
              label={of.labels[code]?.[language] ?? code}
              color={on ? 'primary' : 'default'}
              variant={on ? 'filled' : 'outlined'}
              aria-pressed={on}
              onClick={() => onChange(next())}
            />
          );
        })}
      </Box>
    </Box>
  );
}
