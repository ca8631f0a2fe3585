import type { FormGroup } from '../../../ui/form/KindForm';

const basics = [
  'type',
  'partyType',
  'name',
  'shortName',
  'phone',
  'grade',
  'segment',
  'relation',
  'lifecycle',
  'acquiredVia',
];
const place = ['country', 'province', 'city', 'region', 'store', 'department'];
const plan = ['nextContactDue', 'remark'];

/** The groups of the customer form; the same for creating and editing. */
export function customerGroups(t: (key: 'basics' | 'place' | 'contactPlan') => string): readonly FormGroup[] {
  return [
    { title: t('basics'), names: basics },
    { title: t('place'), names: place },
    { title: t('contactPlan'), names: plan },
  ];
}

/** Choices of relations that make sense on a customer. */
export const customerChoices = { store: { kind: 'STORE' } };
