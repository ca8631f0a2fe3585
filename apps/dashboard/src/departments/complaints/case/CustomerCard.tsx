import { complaint, complaintIntake } from '@kehu/domain/complaints/complaint';
import { customer } from '@kehu/domain/customers/customer';
import { Box, Link, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useSay, useTexts } from '../../../app/texts';
import { Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Reveal } from '../../../ui/record/Reveal';
import type { CaseFile, Row } from './file';
import { caseTexts } from './texts';

/** Who complained, and by which ways the complaint came in; a number is shown in full for this case's own reason. */
export function CustomerCard({ file }: { file: CaseFile }) {
  const t = useTexts(caseTexts);
  const say = useSay();
  const rights = useRights();
  const id = (file.customer as Row | null | undefined)?.id;
  const reasons = [{ words: `${t('cases')} ${file.no}`, basis: `Complaint:${file.id}` }];
  return (
    <Section
      title={t('customerCard')}
      acts={
        id && rights.reads(customer) ? (
          <Link component={LinkBase} to={`/customers/${id}/show`}>
            {t('openCustomer')}
          </Link>
        ) : undefined
      }
    >
      {file.anonymous ? (
        <Typography>{t('anonymousCase')}</Typography>
      ) : (
        <Facts
          kind={complaint}
          names={['complainantName', 'complainantPhone', 'representedBy', 'customer']}
          record={file}
          skipEmpty
          single
          around={(name, value, shown) => (
            <Reveal kind={complaint} id={file.id} name={name} value={value} reasons={reasons}>
              {shown}
            </Reveal>
          )}
        />
      )}
      {(file.intakes ?? []).length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3">{say(complaintIntake.label)}</Typography>
          {(file.intakes ?? []).map((intake, place) => (
            <Box
              key={intake.id}
              sx={place > 0 ? { borderTop: 1, borderColor: 'divider', mt: 1, pt: 1 } : undefined}
            >
              <Facts
                kind={complaintIntake}
                names={['channel', 'outsideNo', 'outsideDueAt', 'receivedAt', 'receivedBy', 'note']}
                record={intake}
                skipEmpty
                single
              />
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
