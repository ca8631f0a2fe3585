import {
  apiToken,
  auditEntry,
  personalDataReveal,
  personalDataView,
  roleGrant,
} from '../administration/access-records.js';
import { exportRun, importRowError, importRun } from '../administration/data-runs.js';
import { codeListEntry, labelOverride, organisation, savedView } from '../administration/settings.js';
import { contact, customerAddress, customerHistory, customerTag } from '../customers/contact.js';
import { customer } from '../customers/customer.js';
import { organisationProfile, personProfile } from '../customers/profiles.js';
import { order, orderLine, product } from '../key-accounts/order.js';
import { department, region, staff } from '../organisation/organisation.js';
import { visitorRegistration } from '../service-desk/visitor-registration.js';
import type { Kind } from './kind.js';

/** Every kind of record of the product. A new kind is one line here. */
export const catalogue: readonly Kind[] = [
  organisation,
  region,
  department,
  staff,
  customer,
  personProfile,
  organisationProfile,
  contact,
  customerAddress,
  customerTag,
  customerHistory,
  product,
  order,
  orderLine,
  visitorRegistration,
  roleGrant,
  apiToken,
  auditEntry,
  personalDataReveal,
  personalDataView,
  importRun,
  importRowError,
  exportRun,
  codeListEntry,
  labelOverride,
  savedView,
];

/** The kind of a name; throws when there is none, since names come from code, not from people. */
export function kindNamed(name: string): Kind {
  const found = catalogue.find((kind) => kind.name === name);
  if (!found) throw new Error(`There is no kind named ${name} in the catalogue.`);
  return found;
}
