import type { PrintPart } from './parts';

/** A part, or a stretch of its rows, as it stands on paper. `from` above 0: it goes on from the sheet before. */
export function RuledTable({ part, from = 0, to }: { part: PrintPart; from?: number; to?: number }) {
  return (
    <div data-part={part.key} className="kehu-part">
      {part.heading && from === 0 && <h3>{part.heading}</h3>}
      <table className={part.plain ? 'plain' : undefined} {...(part.plain ? { role: 'presentation' } : {})}>
        <colgroup>
          {part.widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
            <col key={index} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        {part.head && <thead>{part.head}</thead>}
        <tbody>
          {part.rows.slice(from, to).map((each) => (
            <Row key={each.key} row={each.row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: PrintPart['rows'][number]['row'] }) {
  return row;
}
