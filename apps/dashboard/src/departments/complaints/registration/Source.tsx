import { complaint } from '@kehu/domain/complaints/complaint';
import { complaintChannel } from '@kehu/domain/complaints/vocabularies';
import { order } from '@kehu/domain/key-accounts/order';
import { department, staff } from '@kehu/domain/organisation/organisation';
import { Box } from '@mui/material';
import { useSay, useTexts } from '../../../app/texts';
import { CodeIn, Pair, Part, RelationIn, TextIn } from './inputs';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';
import { outsideChannels, subjectOf } from './values';

/** By which way it came in, which store it concerns; what is seldom needed lies folded below. */
export function Source() {
  const t = useTexts(registrationTexts);
  const say = useSay();
  const { values } = useForm();
  const { fields } = complaint;
  return (
    <Part title={t('source')}>
      <Pair>
        <CodeIn name="channel" label={say(fields.channel.label)} vocabulary={complaintChannel} required />
        <RelationIn
          name="storeId"
          label={say(fields.store.label)}
          kind={department}
          filter={{ kind: 'STORE' }}
        />
        {outsideChannels.has(values.channel) && (
          <>
            <TextIn name="outsideNo" label={t('outsideNo')} />
            <TextIn
              name="outsideDueAt"
              label={t('outsideDue')}
              type="datetime-local"
              hint={t('outsideHint')}
            />
          </>
        )}
      </Pair>
      <Box component="details">
        <Box component="summary" sx={{ cursor: 'pointer', mb: 4 }}>
          {t('more')}
        </Box>
        <Pair>
          <TextIn
            name="subject"
            label={t('subject')}
            placeholder={subjectOf(values)}
            hint={t('subjectHint')}
            max={200}
          />
          <TextIn name="subcategory" label={say(fields.subcategory.label)} />
          <TextIn name="receiptNo" label={say(fields.receiptNo.label)} max={60} />
          <TextIn name="batchNo" label={say(fields.batchNo.label)} max={60} />
          <RelationIn
            name="orderId"
            label={say(fields.order.label)}
            kind={order}
            filter={values.customer ? { customer: values.customer.id } : undefined}
          />
          <RelationIn
            name="complainedDepartmentId"
            label={say(fields.complainedDepartment.label)}
            kind={department}
          />
          <RelationIn name="complainedStaffId" label={say(fields.complainedStaff.label)} kind={staff} />
          {values.who !== 'ANONYMOUS' && (
            <TextIn
              name="representedBy"
              label={say(fields.representedBy.label)}
              hint={t('representedHint')}
            />
          )}
          <TextIn
            name="receivedAt"
            label={say(fields.receivedAt.label)}
            type="datetime-local"
            hint={t('receivedHint')}
          />
          <TextIn name="note" label={t('note')} lines={1} max={1000} />
        </Pair>
      </Box>
    </Part>
  );
}
