import { organisationProfile, personProfile } from '@kehu/domain/customers/profiles';
import { useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Reveal } from '../../../ui/record/Reveal';
import type { CustomerFile } from './file';
import { customerTexts } from './texts';

const personNames = [
  'gender',
  'birthDate',
  'idType',
  'idNo',
  'phoneAlt',
  'wechat',
  'email',
  'occupation',
  'preferences',
  'consumptionFeatures',
];
const organisationNames = [
  'legalName',
  'uscc',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'legalForm',
  'industry',
  'fax',
  'firstDealOn',
  'headcount',
  'annualSales',
  'serviceArea',
  'paymentTerms',
  'creditLimit',
  'salesCapacity',
  'potential',
  'businessPhilosophy',
  'salesRecord',
  'reputation',
  'creditStatus',
];

/** What only a person, or only an organisation, has. */
export function CustomerProfiles({ file, reasons }: { file: CustomerFile; reasons: readonly string[] }) {
  const t = useTexts(customerTexts);
  const { personProfile: person, organisationProfile: organisation } = file;
  return (
    <>
      {person && (
        <Section title={t('person')}>
          <Facts
            kind={personProfile}
            names={personNames}
            record={person}
            skipEmpty
            beside={(name, value) => (
              <Reveal kind={personProfile} id={person.id} name={name} value={value} reasons={reasons} />
            )}
          />
        </Section>
      )}
      {organisation && (
        <Section title={t('organisation')}>
          <Facts kind={organisationProfile} names={organisationNames} record={organisation} skipEmpty />
        </Section>
      )}
    </>
  );
}
