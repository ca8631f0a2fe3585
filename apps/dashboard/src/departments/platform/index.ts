import { notification } from '@kehu/domain/platform/notification';
import { lazy } from 'react';
import type { DepartmentRecord } from '../../app/departments';
import { platformTexts } from './texts';

/** The desk of everybody: messages; loaded only when opened. */
export const platformDepartment: DepartmentRecord = {
  id: 'platform',
  label: platformTexts.platform,
  entries: [
    {
      to: '/notifications',
      label: platformTexts.notifications,
      shown: (rights) => rights.reads(notification),
    },
  ],
  resources: [],
  pages: [
    {
      path: '/notifications',
      page: lazy(async () => ({ default: (await import('./notifications/Notifications')).Notifications })),
    },
  ],
};
