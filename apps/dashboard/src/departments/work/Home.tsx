import { complaint } from '@kehu/domain/complaints/complaint';
import { complaintMonthlyReport } from '@kehu/domain/complaints/monthly-report';
import { Box, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
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

const HomeFigures = lazy(async () => ({
  default: (await import('../complaints/figures/HomeFigures')).HomeFigures,
}));
/** They who answer for a store, a region, a department or all of it. */
const heads = new Set(['GM', 'DEPT_HEAD', 'HR_ADMIN', 'AREA_MANAGER', 'STORE_SUP']);

/** The first page: what must be done, and the figures of one's own work; nothing that one may not read. */
export function Home() {
  const t = useTexts(workTexts);
  const { person, rights, zone } = useHere();
  const leads =
    rights.reads(complaint) &&
    rights.reads(complaintMonthlyReport) &&
    person.roles.some((role) => heads.has(role));
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
      {leads && (
        <Suspense fallback={null}>
          <HomeFigures />
        </Suspense>
      )}
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
