import { GlobalStyles } from '@mui/material';
import type { ReactNode, Ref } from 'react';
import { useTexts } from '../../app/texts';
import { printTexts } from './texts';

/** What stands at the head and foot of a document's sheets. */
export interface SheetMarks {
  readonly title: string;
  /** Above the title: whose document it is. */
  readonly organisation?: string | undefined;
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  /** At the foot, beside page x of y. */
  readonly foot?: string | undefined;
}

/** One sheet of A4: the title on the first, a running head on the others, page x of y at the foot of all. */
export function A4Page(
  props: SheetMarks & {
    page: number;
    pages: number;
    landscape?: boolean | undefined;
    bodyRef?: Ref<HTMLDivElement>;
    children: ReactNode;
  },
) {
  const t = useTexts(printTexts);
  const { page, pages } = props;
  const number = props.number === undefined ? '' : t('number', { no: props.number });
  return (
    <section
      className={props.landscape ? 'kehu-sheet landscape' : 'kehu-sheet'}
      aria-label={t('sheet', { page })}
    >
      {page === 1 ? (
        <header>
          {props.organisation && <div className="kehu-organisation">{props.organisation}</div>}
          <h2>{props.title}</h2>
          <div className="kehu-marks">
            <span>{number}</span>
            <span>{props.date === undefined ? '' : t('date', { date: props.date })}</span>
          </div>
        </header>
      ) : (
        <header className="kehu-running">
          <span>{props.title}</span>
          <span>{number}</span>
        </header>
      )}
      <div className="kehu-sheet-body" ref={props.bodyRef}>
        {props.children}
      </div>
      <footer>
        <span>{props.foot}</span>
        <span>{t('page', { page, pages })}</span>
      </footer>
    </section>
  );
}

/** Style of the sheets: on paper nothing but them; on the screen they lie on the page, white in both themes. */
export function SheetStyles({ landscape = false }: { landscape?: boolean | undefined }) {
  return (
    <GlobalStyles
      styles={{
        '@page': { size: landscape ? 'A4 landscape' : 'A4', margin: 0 },
        '.kehu-sheet': {
          boxSizing: 'border-box',
          width: '210mm',
          height: '296mm',
          padding: '16mm 18mm 12mm',
          display: 'flex',
          flexDirection: 'column',
          overflow: 'hidden',
          background: '#fff',
          color: '#000',
          fontFamily: '"SimSun", "Songti SC", "Noto Serif CJK SC", "PMingLiU", "Times New Roman", serif',
          fontSize: '10.5pt',
          lineHeight: 1.45,
          breakAfter: 'page',
          breakInside: 'avoid',
          '&.landscape': { width: '297mm', height: '209mm' },
          '& h2': { fontSize: '18pt', lineHeight: 1.4, fontWeight: 700, textAlign: 'center', margin: 0 },
          '& h3': { fontSize: '11pt', lineHeight: 1.4, fontWeight: 700, margin: '0 0 1.5mm' },
          '& .kehu-organisation': { textAlign: 'center', fontSize: '12pt' },
          '& .kehu-marks, & .kehu-running, & > footer': {
            display: 'flex',
            justifyContent: 'space-between',
            gap: '8mm',
          },
          '& .kehu-marks': { margin: '3mm 0 2mm' },
          '& .kehu-running': { borderBottom: '1px solid #000', paddingBottom: '1mm', fontSize: '9pt' },
          '& .kehu-sheet-body': { flex: 1, minHeight: 0 },
          '& > footer': { fontSize: '9pt', paddingTop: '3mm' },
          '& > footer span:last-of-type': { whiteSpace: 'nowrap' },
        },
        '.kehu-part': {
          paddingTop: '4mm',
          '& table': { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
          '& td, & th': {
            border: '1px solid #000',
            padding: '1.2mm 2mm',
            verticalAlign: 'middle',
            textAlign: 'left',
            fontWeight: 400,
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-wrap',
          },
          '& th': { fontWeight: 700 },
          '& table.plain td': { border: 0, padding: '0.5mm 0', whiteSpace: 'normal' },
        },
        '@media print': {
          'html, body': { background: '#fff' },
          '#content': { padding: '0 !important' },
          '.kehu-sheets': { zoom: '1 !important', gap: '0 !important' },
          '.kehu-sheet': { border: '0 !important' },
          '.kehu-sheet:last-of-type': { breakAfter: 'auto' },
          // Rules and type are black on white whatever the theme of the screen.
          ':root': { colorScheme: 'light' },
        },
      }}
    />
  );
}
