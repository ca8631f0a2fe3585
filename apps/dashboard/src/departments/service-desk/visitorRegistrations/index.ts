import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { lazy } from 'react';
import type { ResourceRecord } from '../../../app/departments';

export const visitorRegistrations: ResourceRecord = {
  kind: visitorRegistration,
  list: lazy(async () => ({ default: (await import('./VisitorRegistrationList')).VisitorRegistrationList })),
};
