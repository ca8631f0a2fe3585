import { Box, Typography } from '@mui/material';
import { useTexts } from '../../../app/texts';
import { type Cell, isFigure, type MonthlyTable } from './table';
import { monthlyTexts } from './texts';

/** The totals stand beside last month's and last year's (dossier E6), on paper too; elsewhere a hint says them. */
const comparedPart = 1;

/** The ten parts of the table; a figure that counts cases is a button that opens them. */
export function Parts({ table, onOpen }: { table: MonthlyTable; onOpen: (place: string) => void }) {
  const t = useTexts(monthlyTexts);
  return (
    <>
      {table.parts.map((part) => (
        <Box
          key={part.no}
          component="section"
          aria-label={part.title}
          sx={{ mb: 5, overflowX: 'auto', breakInside: 'avoid' }}
        >
          <Typography variant="h2" sx={{ mb: 1 }}>
            {part.no}. {part.title}
          </Typography>
          <Box
            component="table"
            sx={{
              borderCollapse: 'collapse',
              // Parts stand under each other in one measure; those of a few figures do not run over the page.
              width: '100%',
              maxWidth: part.columns.length > 0 && part.columns.length <= 3 ? 720 : undefined,
              fontSize: 13,
              '& th, & td': { border: 1, borderColor: 'divider', px: 2, py: 1 },
              '& th': { fontWeight: 400, textAlign: 'left' },
              // On a phone the table is pushed aside rather than its words stood on end.
              '& thead th:first-of-type, & tbody th': { width: { sm: '28%' }, minWidth: '7em' },
              '& td': {
                textAlign: part.columns.length ? 'right' : 'left',
                minWidth: 64,
                whiteSpace: 'pre-wrap',
              },
            }}
          >
            {part.columns.length > 0 && (
              <thead>
                <tr>
                  <th scope="col">{t('item')}</th>
                  {part.columns.map((column, place) => (
                    <th
                      key={column}
                      scope="col"
                      style={{
                        textAlign: part.rows.every((row) => isFigure(row.cells[place]?.text))
                          ? 'right'
                          : 'left',
                      }}
                    >
                      {column}
                    </th>
                  ))}
                  {part.no === comparedPart && (
                    <>
                      <th scope="col" style={{ textAlign: 'right' }}>
                        {t('previousMonth')}
                      </th>
                      <th scope="col" style={{ textAlign: 'right' }}>
                        {t('lastYearMonth')}
                      </th>
                    </>
                  )}
                </tr>
              </thead>
            )}
            <tbody>
              {part.rows.map((row) => (
                <tr key={row.cells[0]?.place ?? row.label}>
                  <th
                    scope={row.cells.length > 0 ? 'row' : 'rowgroup'}
                    {...(row.cells.length === 0
                      ? { colSpan: part.columns.length + 1, style: { fontWeight: 600 } }
                      : {})}
                  >
                    {row.label}
                  </th>
                  {row.cells.map((cell) => (
                    <td key={cell.place} style={isFigure(cell.text) ? undefined : { textAlign: 'left' }}>
                      <Figure cell={cell} label={row.label} onOpen={onOpen} />
                    </td>
                  ))}
                  {part.no === comparedPart && (
                    <>
                      <td>{row.cells[0]?.previous ?? '–'}</td>
                      <td>{row.cells[0]?.lastYear ?? '–'}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      ))}
    </>
  );
}

function Figure({ cell, label, onOpen }: { cell: Cell; label: string; onOpen: (place: string) => void }) {
  const t = useTexts(monthlyTexts);
  const compared =
    cell.previous === null && cell.lastYear === null
      ? undefined
      : t('compared', { previous: cell.previous ?? '–', lastYear: cell.lastYear ?? '–' });
  const mark =
    cell.uncorrected === null ? null : (
      <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
        ({t('before', { value: cell.uncorrected })})
      </Box>
    );
  if (cell.cases === 0)
    return (
      <Box component="span" title={compared} sx={cell.text === '0' ? { color: 'text.disabled' } : undefined}>
        {cell.text}
        {mark}
      </Box>
    );
  return (
    <>
      <Box
        component="button"
        type="button"
        title={compared}
        aria-label={`${label} ${cell.text}`}
        onClick={() => onOpen(cell.place)}
        sx={{
          font: 'inherit',
          color: 'primary.main',
          bgcolor: 'transparent',
          border: 0,
          p: 0,
          minWidth: 24,
          minHeight: 24,
          textAlign: 'inherit',
          cursor: 'pointer',
        }}
      >
        {cell.text}
      </Box>
      {mark}
    </>
  );
}
