import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { useTexts } from '../../../app/texts';
import { dateTime } from '../../../ui/figures';
import { LedgerList } from '../../../ui/list/LedgerList';
import { Reveal } from '../../../ui/record/Reveal';
import { recordTexts } from '../../../ui/record/texts';
import { Value } from '../../../ui/Value';

/** The visitor register 来访登记 (R1.4), newest first. */
export function VisitorRegistrationList() {
  const t = useTexts(recordTexts);
  return (
    <LedgerList
      kind={visitorRegistration}
      columns={[
        'visitorName',
        'organisation',
        'arrivedAt',
        'purpose',
        'store',
        'visitedStaff',
        'phone',
        'companions',
        'outcome',
      ]}
      moreColumns={['customer', 'leftAt', 'badgeNo', 'idNoLast4', 'receptionNotes']}
      filters={['visitorName', 'purpose', 'store', 'arrivedAt']}
      moreFilters={['organisation', 'customer', 'visitedStaff']}
      sums={['companions']}
      narrow={['organisation', 'arrivedAt', 'purpose', 'store']}
      rowTo={null}
      render={{
        phone: (row) => (
          <Reveal
            kind={visitorRegistration}
            id={row.id}
            name="phone"
            value={row.phone}
            reasons={[
              {
                words: t('reasonVisit', { at: dateTime(row.arrivedAt) }),
                basis: `VisitorRegistration:${row.id}`,
              },
            ]}
          >
            <Value kind={visitorRegistration} name="phone" record={row} />
          </Reveal>
        ),
      }}
    />
  );
}
