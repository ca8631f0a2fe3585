import { messageDelivery } from '@kehu/domain/platform/notification';
import { useRights } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { AskedAct } from '../../../ui/AskedAct';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { channelTexts } from './texts';

/** What went out of the house, by which way, and what failed with its reason; administrators test and send again. */
export function Deliveries() {
  const t = useTexts(channelTexts);
  const rights = useRights();
  const sends = rights.may('PERFORM', messageDelivery.subject);
  return (
    <LedgerList
      kind={messageDelivery}
      title={t('deliveries')}
      columns={['notBefore', 'channel', 'to', 'state', 'digest', 'attempts', 'sentAt', 'problem']}
      moreColumns={['messageId']}
      filters={['state', 'channel', 'to', 'notBefore']}
      moreFilters={['digest']}
      narrow={['channel', 'to', 'state', 'problem']}
      alsoRead={['state', 'version']}
      sort={{ field: 'notBefore', order: 'DESC' }}
      rowTo={null}
      acts={
        sends && (
          <OpenForm
            button={t('test')}
            variant="contained"
            title={t('test')}
            kind={messageDelivery}
            groups={[{ title: t('testHint'), names: ['channel'] }]}
            required={['channel']}
            act="sendTestMessage"
            said={t('tested')}
            submitLabel={t('test')}
          />
        )
      }
      {...(sends
        ? {
            rowActs: (row) =>
              row.state === 'FAILED' && (
                <AskedAct
                  button={t('retry')}
                  question={t('retrySure')}
                  act="retryDelivery"
                  input={{ id: row.id, expectedVersion: row.version }}
                  said={t('retried')}
                />
              ),
          }
        : {})}
    />
  );
}
