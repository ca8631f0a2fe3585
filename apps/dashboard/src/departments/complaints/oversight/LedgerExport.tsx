import { complaint } from '@kehu/domain/complaints/complaint';
import { ListContextProvider, type ListControllerResult, useList } from 'react-admin';
import type { Filter } from '../../../data/where';
import { ExportButton } from '../../../ui/list/ExportButton';
import type { Row } from '../case/file';

/** The columns that the ledger takes out of the house. */
const exported = [
  'no',
  'subject',
  'severity',
  'state',
  'slaStatus',
  'receivedAt',
  'dueAt',
  'store',
  'deskDepartment',
  'desk',
  'stateSince',
  'stepDueAt',
  'handlingDepartment',
  'handler',
  'owner',
];
const none: Row[] = [];

/** The filtered ledger as CSV or XLSX; the server makes the file, masked as read, and logs it. */
export function LedgerExport({ title, filter }: { title: string; filter: Filter }) {
  const list = useList<Row>({ data: none, sort: { field: 'dueAt', order: 'ASC' } });
  return (
    <ListContextProvider value={{ ...list, filterValues: filter } as ListControllerResult<Row>}>
      <ExportButton kind={complaint} title={title} fields={exported} />
    </ListContextProvider>
  );
}
