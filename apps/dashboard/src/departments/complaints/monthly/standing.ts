import type { MonthlyTable } from './table';

/** What is said of a table, each with what it names; the words are the reader's. */
export type Said = (
  key: 'noState' | 'filledBy' | 'submitted' | 'due' | 'late' | 'reviewedBy' | 'frozen' | 'live' | 'corrected',
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * The head of a table in words (dossier E6): its state, who filled it and by when it went in, who reviewed
 * it, whether the figures are frozen and whether any was corrected since. `at` shows an instant.
 */
export function standingWords(table: MonthlyTable, t: Said, at: (instant: string) => string): string[] {
  const { report } = table;
  const words = [
    table.stateLabel ?? t('noState'),
    report?.filledBy && t('filledBy', { name: report.filledBy }),
    report &&
      (report.submittedAt
        ? t('submitted', { at: at(report.submittedAt) })
        : t('due', { at: at(report.dueAt) })),
    report?.late && t('late'),
    report?.reviewedBy &&
      report.reviewedAt &&
      t('reviewedBy', { name: report.reviewedBy, at: at(report.reviewedAt) }),
    t(table.frozen ? 'frozen' : 'live'),
    table.corrections.length > 0 && t('corrected', { n: table.corrections.length }),
  ];
  return words.filter((each): each is string => Boolean(each));
}
