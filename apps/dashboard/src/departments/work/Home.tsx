import { Box, Typography } from '@mui/material';
import { useHere } from '../../app/person';
import { useTexts } from '../../app/texts';
import { today } from '../../ui/figures';
import { Page } from '../../ui/Page';
import { MyWork } from '../complaints/work/MyWork';
import { DueCustomers } from './DueCustomers';
import { KeyFigures } from './KeyFigures';
import { OrdersByMonth } from './OrdersByMonth';
import { PendingGrants } from './PendingGrants';
import { RecentReveals } from './RecentReveals';
import { Shipments } from './Shipments';
import { workTexts } from './texts';

/** The first page: what must be done, and the figures of one's own work; nothing that one may not read. */
export function Home() {
  const t = useTexts(workTexts);
  const { person, zone } = useHere();
  const now = new Date();
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  );
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (
    <Page
      title={t(greeting, { name: person.displayName })}
      beside={
        <Typography color="text.secondary">
          {[today(now, zone), person.department?.name].filter(Boolean).join(' · ')}
        </Typography>
      }
    >
      <MyWork />
      <KeyFigures />
      <Shipments />
      <PendingGrants />
      <RecentReveals />
      <Box
        sx={{
          display: 'grid',
          columnGap: 8,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <DueCustomers />
        <OrdersByMonth />
      </Box>
    </Page>
  );
}
