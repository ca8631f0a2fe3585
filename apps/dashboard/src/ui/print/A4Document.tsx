import { Box } from '@mui/material';
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';
import { A4Page, type SheetMarks, SheetStyles } from './A4Page';
import { type PartHeights, packed, type Stretch } from './packing';
import type { PrintPart } from './parts';
import { RuledTable } from './RuledTable';

type Sheets = readonly (readonly Stretch[])[];

/**
 * A document as the sheets that the printer will give: parts are measured as drawn, dealt out to sheets of
 * A4 and numbered "page x of y", which old browsers cannot do by themselves. On a screen that is narrower
 * than a sheet they are drawn smaller. Keep `parts` between renderings (`useMemo`): new ones are measured anew.
 */
export function A4Document(props: SheetMarks & { parts: readonly PrintPart[]; landscape?: boolean }) {
  const { parts, landscape } = props;
  const measure = useRef<HTMLDivElement>(null);
  const firstBody = useRef<HTMLDivElement>(null);
  const furtherBody = useRef<HTMLDivElement>(null);
  const [dealt, setDealt] = useState<{ of: readonly PrintPart[]; sheets: Sheets } | null>(null);
  const scale = useScale(landscape ? 297 : 210);
  const ready = dealt?.of === parts ? dealt.sheets : null;

  useLayoutEffect(() => {
    if (ready || !measure.current || !firstBody.current || !furtherBody.current) return;
    const heights = [...firstBody.current.querySelectorAll<HTMLElement>('[data-part]')].map(
      (part, index) => ({
        ...heightsOf(part),
        fresh: parts[index]?.fresh === true,
      }),
    );
    setDealt({
      of: parts,
      sheets: packed(heights, firstBody.current.clientHeight, furtherBody.current.clientHeight),
    });
  }, [ready, parts]);

  return (
    <>
      <SheetStyles landscape={landscape} />
      {!ready && (
        <Box
          ref={measure}
          aria-hidden
          sx={{ position: 'absolute', left: -10_000, top: 0, visibility: 'hidden', displayPrint: 'none' }}
        >
          <A4Page {...props} page={1} pages={1} bodyRef={firstBody}>
            {parts.map((part) => (
              <RuledTable key={part.key} part={part} />
            ))}
          </A4Page>
          <A4Page {...props} page={2} pages={2} bodyRef={furtherBody}>
            {null}
          </A4Page>
        </Box>
      )}
      <Box ref={scale.ref} aria-busy={!ready}>
        {ready && (
          <PagesOfParts.Provider value={pagesOf(parts, ready)}>
            <Box
              className="kehu-sheets"
              sx={{ display: 'grid', gap: 4, zoom: scale.zoom, justifyContent: 'start' }}
            >
              {ready.map((stretches, index) => (
                <Box
                  // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the document
                  key={index}
                  sx={{ '& > .kehu-sheet': { border: 1, borderColor: 'divider' } }}
                >
                  <A4Page {...props} page={index + 1} pages={ready.length}>
                    {stretches.map((stretch) => {
                      const part = parts[stretch.part];
                      return (
                        part && <RuledTable key={part.key} part={part} from={stretch.from} to={stretch.to} />
                      );
                    })}
                  </A4Page>
                </Box>
              ))}
            </Box>
          </PagesOfParts.Provider>
        )}
      </Box>
    </>
  );
}

/** On which page each part begins; unknown while the document is measured. */
const PagesOfParts = createContext<ReadonlyMap<string, number> | null>(null);

/** The page on which a part of the document begins, for its list of contents. */
export function PageOf({ part }: { part: string }) {
  // Room for two figures is kept while measuring.
  return <>{useContext(PagesOfParts)?.get(part) ?? '00'}</>;
}

function pagesOf(parts: readonly PrintPart[], sheets: Sheets): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  sheets.forEach((stretches, index) => {
    for (const { part, from } of stretches) {
      const key = parts[part]?.key;
      if (key !== undefined && from === 0 && !pages.has(key)) pages.set(key, index + 1);
    }
  });
  return pages;
}

/** Rules shared by rows are counted once too often rather than once too seldom. */
const slack = 1;

function heightsOf(part: HTMLElement): PartHeights {
  const rows = [...part.querySelectorAll('tbody > tr')].map(
    (row) => row.getBoundingClientRect().height + slack,
  );
  const drawn = part.getBoundingClientRect().height;
  const lead = Math.max(0, drawn - rows.reduce((sum, height) => sum + height - slack, 0));
  const heading = part.querySelector('h3')?.getBoundingClientRect().height ?? 0;
  return { lead: lead + slack, again: Math.max(0, lead - heading) + slack, rows };
}

/** How much smaller sheets must be drawn to fit the page's width. */
function useScale(millimetres: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const fit = () =>
      setZoom(Math.min(1, Math.floor((box.clientWidth / (millimetres * (96 / 25.4))) * 1000) / 1000));
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => watch.disconnect();
  }, [millimetres]);
  return { ref, zoom };
}
