import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { delegation } from '@kehu/domain/platform/delegation';
import { messageDelivery, notification, personalChannel } from '@kehu/domain/platform/notification';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { platformTexts } from './texts';

/** The desk of everybody: tasks, messages and how they arrive, delegations; loaded only when opened. */
export const platformDepartment: DepartmentRecord = {
  id: 'platform',
  label: platformTexts.platform,
  entries: [
    listEntry(assignedTask, platformTexts.tasks),
    {
      to: '/notifications',
      label: platformTexts.notifications,
      shown: (rights) => rights.reads(notification),
    },
    {
      to: '/delegations',
      label: platformTexts.delegations,
      shown: (rights) => rights.reads(delegation),
    },
    listEntry(messageDelivery, platformTexts.deliveries),
    {
      ...listEntry(personalChannel, platformTexts.channels),
      shown: (rights) => rights.mayForAll('UPDATE', personalChannel.subject),
    },
  ],
  resources: [
    {
      kind: assignedTask,
      list: lazy(async () => ({ default: (await import('./tasks/TaskList')).TasksToDo })),
      show: lazy(async () => ({ default: (await import('./tasks/TaskShow')).TaskShow })),
      create: lazy(async () => ({ default: (await import('./tasks/TaskCreate')).TaskCreate })),
    },
    {
      kind: messageDelivery,
      list: lazy(async () => ({ default: (await import('./channels/Deliveries')).Deliveries })),
    },
    {
      kind: personalChannel,
      list: lazy(async () => ({ default: (await import('./channels/PeopleChannels')).PeopleChannels })),
    },
  ],
  pages: [
    {
      path: '/assignedTasks/given',
      page: lazy(async () => ({ default: (await import('./tasks/TaskList')).TasksGiven })),
    },
    {
      path: '/assignedTasks/all',
      page: lazy(async () => ({ default: (await import('./tasks/TaskList')).TasksAll })),
    },
    {
      path: '/notifications',
      page: lazy(async () => ({ default: (await import('./notifications/Notifications')).Notifications })),
    },
    {
      path: '/my-channels',
      page: lazy(async () => ({ default: (await import('./channels/MyChannels')).MyChannels })),
    },
    {
      path: '/delegations',
      page: lazy(async () => ({ default: (await import('./delegations/Delegations')).Delegations })),
    },
  ],
};
