/** A part of a file, both ends included. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The one part that a Range header asks for; `whole` without one that we serve, `none` for one outside the file. */
export function rangeOf(header: string | undefined, size: number): Part | 'whole' | 'none' {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found) return 'whole';
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { from: size - length, to: size - 1 } : 'none';
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from < size && from <= to ? { from, to } : 'none';
}
