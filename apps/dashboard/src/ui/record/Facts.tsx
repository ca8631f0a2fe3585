import type { Kind } from '@kehu/domain/catalogue/kind';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { fieldLabel } from '../../app/own-labels';
import { useRights } from '../../app/person';
import { useSay } from '../../app/texts';
import { Value } from '../Value';

/** The facts of a record as label and value, two or three columns wide; empty ones fold away on request. */
export function Facts(props: {
  kind: Kind;
  names: readonly string[];
  record: Readonly<Record<string, unknown>>;
  /** Puts something around a value: a button that shows a masked number. */
  around?: (name: string, value: unknown, shown: ReactNode) => ReactNode;
  skipEmpty?: boolean;
  /** One fact a line, for drawers. */
  single?: boolean;
  /** At most two facts a line, beside a column at the right. */
  narrow?: boolean;
}) {
  const say = useSay();
  const rights = useRights();
  const names = props.names.filter((name) => {
    const value = props.record[name];
    if (!rights.seesField(props.kind, name)) return false;
    return !props.skipEmpty || (value !== null && value !== undefined && value !== '');
  });
  if (names.length === 0) return null;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        columnGap: 8,
        rowGap: 0,
        gridTemplateColumns: props.single
          ? '1fr'
          : { xs: '1fr', sm: '1fr 1fr', lg: props.narrow ? '1fr 1fr' : '1fr 1fr 1fr' },
      }}
    >
      {names.map((name) => {
        const field = props.kind.fields[name];
        if (!field) return null;
        const long = field.is === 'column' && field.type === 'text' && (field.max ?? 0) >= 300;
        const shown = <Value kind={props.kind} name={name} record={props.record} />;
        return (
          <Box
            key={name}
            sx={{
              display: 'grid',
              gridTemplateColumns: '112px minmax(0, 1fr)',
              gap: 2,
              py: 1,
              gridColumn: long ? '1 / -1' : undefined,
            }}
          >
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {say(fieldLabel(props.kind, name))}
            </Box>
            <Box
              component="dd"
              sx={{
                m: 0,
                overflowWrap: 'anywhere',
                whiteSpace: long ? 'pre-wrap' : undefined,
                // How long ago goes below the time where both do not fit.
                '& .moment': {
                  display: 'inline-flex',
                  flexWrap: 'wrap',
                  columnGap: 2,
                  '& > span': { ml: 0 },
                },
              }}
            >
              {props.around ? props.around(name, props.record[name], shown) : shown}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
