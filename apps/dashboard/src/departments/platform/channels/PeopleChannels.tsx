import { personalChannel } from '@kehu/domain/platform/notification';
import { useTexts } from '../../../app/texts';
import { LedgerList } from '../../../ui/list/LedgerList';
import { OpenForm } from '../../../ui/OpenForm';
import { languageOptions } from './MyChannels';
import { channelTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** How people take messages, for the administrator who enters their accounts; accounts stay masked. */
export function PeopleChannels() {
  const t = useTexts(channelTexts);
  const form = {
    kind: personalChannel,
    act: 'saveMessageChannel',
    options: { language: languageOptions },
    said: t('saved'),
  };
  return (
    <LedgerList
      kind={personalChannel}
      title={t('people')}
      columns={['staff', 'channel', 'level', 'address', 'language']}
      filters={['staff', 'channel', 'level']}
      narrow={['channel', 'level', 'address']}
      sort={{ field: 'id', order: 'DESC' }}
      rowTo={null}
      exports={false}
      acts={
        <OpenForm
          {...form}
          button={t('setFor')}
          variant="contained"
          title={t('setFor')}
          groups={[{ names: ['staff', 'channel', 'level', 'language', 'address'] }]}
          choices={{ staff: { status: 'ACTIVE' } }}
        />
      }
      rowActs={(row) => <Change form={form} row={row} />}
    />
  );
}

function Change(props: {
  form: Pick<Parameters<typeof OpenForm>[0], 'kind' | 'act' | 'options' | 'said'>;
  row: Row;
}) {
  const { row } = props;
  const t = useTexts(channelTexts);
  return (
    <OpenForm
      {...props.form}
      act="saveMessageChannel"
      kind={personalChannel}
      button={t('change')}
      title={t('people')}
      groups={[{ names: ['level', 'language', 'address'] }]}
      record={row}
      extra={{
        staffId: (row.staff as { id?: string } | null)?.id,
        channel: row.channel,
        level: row.level,
      }}
      identify={() => ({})}
    />
  );
}
