import { complaint } from '@kehu/domain/complaints/complaint';
import { listAddress } from '../../../ui/list/address';

interface Enforced {
  readonly is: string;
  readonly id: string;
}

/** The list of the cases in which an article was kept late: by its steps, else by its deadlines, as the evidence counts them. */
export function lateCases(article: string, enforcedBy: readonly Enforced[]): string {
  const transitions = enforcedBy.filter(({ is }) => is === 'TRANSITION').map(({ id }) => id);
  const where =
    transitions.length > 0
      ? {
          steps: {
            some: { transition: { in: transitions }, late: { eq: true }, recalledAt: { isNull: true } },
          },
        }
      : { deadlineEntries: { some: { article: { eq: article }, event: { eq: 'PASSED' } } } };
  return listAddress(complaint.plural, { where });
}
