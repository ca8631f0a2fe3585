import { complaint } from '@kehu/domain/complaints/complaint';
import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useRights } from '../../../app/person';
import { useLanguage, useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { StateMark } from '../../../ui/StateMark';
import { textOf } from '../../../ui/Value';
import { standingOf } from '../standing';
import { SeverityMark } from './CaseHead';
import { caseTexts } from './texts';

/** All cases that the person may see, as a table. */
export function CaseList() {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const rights = useRights();
  return (
    <LedgerList
      kind={complaint}
      title={t('cases')}
      columns={['no', 'subject', 'state', 'severity', 'category', 'store', 'desk', 'receivedAt', 'dueAt']}
      moreColumns={[
        'customer',
        'complainantName',
        'channel',
        'handlingDepartment',
        'handler',
        'owner',
        'product',
        'requestedAmount',
        'stepDueAt',
        'stateSince',
        'daysToRuling',
        'daysToReply',
        'daysToClose',
        'closedAt',
        'closeReason',
        'conclusion',
        'acceptNo',
        'source',
      ]}
      filters={['state', 'slaStatus', 'severity', 'store']}
      moreFilters={[
        'no',
        'subject',
        'category',
        'handlingDepartment',
        'desk',
        'channel',
        'keyAccount',
        'customer',
        'complainantPhone',
        'product',
        'owner',
        'handler',
        'disputed',
        'recurrence',
        'breached',
        'procedure',
        'receivedAt',
        'dueAt',
        'closedAt',
        'source',
      ]}
      choices={{ store: { kind: 'STORE' } }}
      alsoRead={['slaStatus', 'breached', 'waitingSince']}
      narrow={['no', 'state', 'severity', 'desk', 'dueAt']}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      render={{
        state: (row) => (
          <StateMark standing={standingOf(row)} words={textOf(complaint.fields.state, row.state, language)} />
        ),
        severity: (row) => (
          <SeverityMark severity={row.severity}>
            {textOf(complaint.fields.severity, row.severity, language)}
          </SeverityMark>
        ),
      }}
      acts={
        rights.may('CREATE', complaint.subject) ? (
          <Button component={LinkBase} to="/complaints/create" variant="contained">
            {t('register')}
          </Button>
        ) : undefined
      }
    />
  );
}
