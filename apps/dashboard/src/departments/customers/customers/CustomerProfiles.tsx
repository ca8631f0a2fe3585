import type { Kind } from '@kehu/domain/catalogue/kind';
import { customer } from '@kehu/domain/customers/customer';
import { organisationProfile, personProfile } from '@kehu/domain/customers/profiles';
import { useRights } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { OpenForm } from '../../../ui/OpenForm';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Reveal, type RevealReason } from '../../../ui/record/Reveal';
import type { CustomerFile } from './file';
import { customerTexts } from './texts';

/** What is told of a person, on the page and on paper. */
export const personNames = [
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
/** What is told of an organisation. */
export const organisationNames = [
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

/** What only a person, or only an organisation, has; corrected in place. */
export function CustomerProfiles({
  file,
  reasons,
}: {
  file: CustomerFile;
  reasons: readonly RevealReason[];
}) {
  return (
    <>
      {file.partyType !== 'ORGANISATION' && (
        <Profile file={file} kind={personProfile} names={personNames} of="personProfile" reasons={reasons} />
      )}
      {file.partyType !== 'PERSON' && (
        <Profile
          file={file}
          kind={organisationProfile}
          names={organisationNames}
          of="organisationProfile"
          reasons={reasons}
        />
      )}
    </>
  );
}

function Profile(props: {
  file: CustomerFile;
  kind: Kind;
  names: readonly string[];
  of: 'personProfile' | 'organisationProfile';
  reasons: readonly RevealReason[];
}) {
  const { file, kind } = props;
  const t = useTexts(customerTexts);
  const say = useSay();
  const rights = useRights();
  const profile = file[props.of] ?? undefined;
  const changes = rights.may('UPDATE', customer.subject);
  if (!rights.reads(kind) || (!profile && !changes)) return null;
  const visible = props.names.filter((name) => rights.seesField(kind, name));
  return (
    <Section
      title={say(kind.label)}
      acts={
        changes && (
          <OpenForm
            button={t('edit')}
            title={say(kind.label)}
            kind={kind}
            record={profile}
            groups={[{ names: visible }]}
            act={props.of === 'personProfile' ? 'savePersonProfile' : 'saveOrganisationProfile'}
            extra={{ customerId: file.id }}
            identify={(_, version) => ({ expectedVersion: version })}
          />
        )
      }
    >
      {profile && (
        <Facts
          kind={kind}
          names={visible}
          record={profile}
          skipEmpty
          around={(name, value, shown) => (
            <Reveal kind={kind} id={profile.id} name={name} value={value} reasons={props.reasons}>
              {shown}
            </Reveal>
          )}
        />
      )}
    </Section>
  );
}
