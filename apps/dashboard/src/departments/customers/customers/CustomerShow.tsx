import { customer } from '@kehu/domain/customers/customer';
import { Box, Button, Typography } from '@mui/material';
import { LinkBase, useParams } from 'react-admin';
import { useHere, useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { oneText } from '../../../data/query';
import { relative, today } from '../../../ui/figures';
import { Page, Section } from '../../../ui/Page';
import { printTexts } from '../../../ui/print/texts';
import { AuditTrail } from '../../../ui/record/AuditTrail';
import { Facts } from '../../../ui/record/Facts';
import { NotThere } from '../../../ui/record/NotThere';
import { Reveal, type RevealReason } from '../../../ui/record/Reveal';
import { recordTexts } from '../../../ui/record/texts';
import { WhoSees } from '../../../ui/record/WhoSees';
import { useAsk } from '../../../ui/useAsk';
import { textOf } from '../../../ui/Value';
import { AssignOwner } from './AssignOwner';
import { CustomerComplaints } from './CustomerComplaints';
import { CustomerHistory, CustomerReveals } from './CustomerLogs';
import { CustomerOrders } from './CustomerOrders';
import { CustomerParts } from './CustomerParts';
import { CustomerProfiles } from './CustomerProfiles';
import { CustomerTags } from './CustomerTags';
import { type CustomerFile, fileSelection } from './file';
import { customerTexts } from './texts';

const profileNames = [
  'type',
  'partyType',
  'shortName',
  'phone',
  'relation',
  'segment',
  'acquiredVia',
  'country',
  'province',
  'city',
  'region',
  'store',
  'department',
  'lastContactAt',
  'nextContactDue',
  'lastVerifiedAt',
  'createdAt',
  'source',
  'remark',
] as const;

/** The customer file as one page: what it is and what is due on top, then everything about it. */
export function CustomerShow() {
  const { id = '' } = useParams();
  const t = useTexts(customerTexts);
  const print = useTexts(printTexts);
  const rights = useRights();
  const { data, error } = useAsk<{ one: CustomerFile | null }>(oneText(customer, fileSelection(rights)), {
    id,
  });
  const reasons = useReasons(data?.one);
  if (error || data?.one === null) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const file = data.one;
  return (
    <Page
      title={String(file.name ?? file.customerNo ?? '')}
      beside={<Beside file={file} />}
      acts={
        <>
          <WhoSees kind={customer} id={id} />
          <Button component={LinkBase} to={`/customers/${id}/print`}>
            {print('print')}
          </Button>
          <AssignOwner file={file} />
          {rights.may('UPDATE', customer.subject) && (
            <Button component={LinkBase} to={`/customers/${id}`} variant="contained">
              {t('edit')}
            </Button>
          )}
        </>
      }
    >
      <NextAct file={file} />
      <CustomerTags file={file} />
      <Section title={t('profile')}>
        <Facts
          kind={customer}
          names={profileNames}
          record={file}
          skipEmpty
          around={(name, value, shown) => (
            <Reveal kind={customer} id={id} name={name} value={value} reasons={reasons}>
              {shown}
            </Reveal>
          )}
        />
      </Section>
      <CustomerProfiles file={file} reasons={reasons} />
      <CustomerParts file={file} reasons={reasons} />
      <CustomerComplaints id={id} />
      <CustomerOrders id={id} />
      <CustomerHistory id={id} />
      <CustomerReveals id={id} />
      <AuditTrail kind={customer} id={id} />
    </Page>
  );
}

/** Number, grade, state and owner beside the name: weight and words, no boxes. */
function Beside({ file }: { file: CustomerFile }) {
  const language = useLanguage();
  const t = useTexts(customerTexts);
  const grade = customer.fields.grade;
  const state = customer.fields.lifecycle;
  const owner = file.owner?.displayName;
  const parts = [
    file.customerNo,
    textOf(grade, file.grade, language),
    textOf(state, file.lifecycle, language),
    owner ? t('owner', { name: owner }) : file.owner === null ? t('noOwner') : null,
  ];
  return <Typography color="text.secondary">{parts.filter(Boolean).join(' · ')}</Typography>;
}

/** The one act that is expected now: the next contact. Overdue has a shape and a word before it has a colour. */
function NextAct({ file }: { file: CustomerFile }) {
  const t = useTexts(customerTexts);
  const language = useLanguage();
  const { zone } = useHere();
  const due = file.nextContactDue;
  if (typeof due !== 'string') return null;
  const now = new Date();
  const overdue = due < today(now, zone);
  const values = { due, when: relative(due, now, language, zone) };
  return (
    <Box
      role="note"
      sx={{ borderLeft: 3, borderColor: overdue ? 'error.main' : 'primary.main', pl: 3, py: 1, mb: 4 }}
    >
      <Typography sx={{ color: overdue ? 'error.main' : 'text.primary', fontWeight: 500 }}>
        {t(overdue ? 'overdue' : 'nextAct', values)}
      </Typography>
    </Box>
  );
}

/** Why somebody would need the full number here, the likeliest first. */
function useReasons(file: CustomerFile | null | undefined): readonly RevealReason[] {
  const t = useTexts(recordTexts);
  const latest = file?.orders?.[0];
  return [
    ...(typeof file?.nextContactDue === 'string'
      ? [{ words: t('reasonCall', { due: file.nextContactDue }) }]
      : []),
    ...(latest ? [{ words: t('reasonOrder', { no: latest.orderNo }), basis: `Order:${latest.id}` }] : []),
    { words: t('reasonContact') },
  ];
}
