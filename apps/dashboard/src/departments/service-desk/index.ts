import { label } from '@kehu/domain/catalogue/labels';
import { visitorRegistration } from '@kehu/domain/service-desk/visitor-registration';
import { type DepartmentRecord, listEntry } from '../../app/departments';
import { visitorRegistrations } from './visitorRegistrations';

export const serviceDeskDepartment: DepartmentRecord = {
  id: 'service-desk',
  label: label('服务台', '服務台', 'Service desk'),
  entries: [listEntry(visitorRegistration)],
  resources: [visitorRegistrations],
  pages: [],
};
