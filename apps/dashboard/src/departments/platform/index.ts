import { assignedTask } from '@kehu/domain/platform/assigned-task';
import { delegation } from '@kehu/domain/platform/delegation';
import { notification } from '@kehu/domain/platform/notification';
import { lazy } from 'react';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { platformTexts } from './texts';

/** The desk of everybody: tasks, messages, delegations; loaded only when opened. */
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
  ],
  resources: [
    {
      kind: assignedTask,
      list: lazy(async () => ({ default: (await import('./tasks/TaskList')).TasksToDo })),
      show: lazy(async () => ({ default: (await import('./tasks/TaskShow')).TaskShow })),
      create: lazy(async () => ({ default: (await import('./tasks/TaskCreate')).TaskCreate })),
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
      path: '/delegations',
      page: lazy(async () => ({ default: (await import('./delegations/Delegations')).Delegations })),
    },
  ],
};
