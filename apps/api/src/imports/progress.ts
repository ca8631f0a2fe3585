/** Where an import stands. */
export interface ImportProgress {
  readonly phase: 'checking' | 'writing' | 'totals';
  /** The file; with `totals` the kind of record. */
  readonly file: string;
  readonly rows: number;
}
