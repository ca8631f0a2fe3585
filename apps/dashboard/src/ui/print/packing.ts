/** Heights of one part, in pixels as drawn. */
export interface PartHeights {
  /** Heading, head of the table and gap above, before the first row. */
  readonly lead: number;
  /** The same where the part goes on on a further sheet. */
  readonly again: number;
  readonly rows: readonly number[];
  /** Begins on a sheet of its own. */
  readonly fresh?: boolean;
}

/** A stretch of rows of a part on one sheet: `from` up to, not including, `to`. */
export interface Stretch {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Deals parts out to sheets: `first` pixels of room on the first sheet, `further` on the others. A heading
 * never stands alone at the foot; a row that is higher than a sheet gets a sheet of its own. There is
 * always at least one sheet.
 */
export function packed(
  parts: readonly PartHeights[],
  first: number,
  further: number,
): readonly (readonly Stretch[])[] {
  const sheets: Stretch[][] = [[]];
  let room = first;
  let sheet = sheets[0] as Stretch[];
  const turn = () => {
    sheet = [];
    sheets.push(sheet);
    room = further;
  };
  parts.forEach((part, index) => {
    let from = 0;
    let to = 0;
    let lead = part.lead;
    if (sheet.length > 0 && (part.fresh || lead + (part.rows[0] ?? 0) > room)) turn();
    room -= lead;
    for (const height of part.rows) {
      const alone = sheet.length === 0 && to === from;
      if (height > room && !alone) {
        if (to > from) sheet.push({ part: index, from, to });
        from = to;
        lead = part.again;
        turn();
        room -= lead;
      }
      to += 1;
      room -= height;
    }
    sheet.push({ part: index, from, to });
  });
  return sheets;
}
