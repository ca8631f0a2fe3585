import type { RecordRow } from '@kehu/api/records/encode';
import {
  departmentCount,
  departmentId,
  mobile,
  personName,
  place,
  regionId,
  staffId,
  staffPerDepartment,
} from './organisation.js';
import { Random } from './random.js';

export const customerCount = 100_000;
export const contactsPerCustomer = 3;

export function customerId(index: number): string {
  return String(1_000_001 + index);
}

/** A hundred thousand customers; each belongs to a department and to one of its people. */
export function* customerRows(): Generator<RecordRow> {
  const random = new Random(21);
  for (let i = 0; i < customerCount; i++) {
    const department = random.below(departmentCount);
    const person = random.below(10) < 3;
    const city = place(random);
    yield {
      id: customerId(i),
      customerNo: `C${String(i + 1).padStart(7, '0')}`,
      type: person ? 'CONSUMER' : random.pick(['CORPORATE', 'DEALER', 'AGENT', 'FRANCHISEE', 'KEY_ACCOUNT']),
      partyType: person ? 'PERSON' : 'ORGANISATION',
      name: person
        ? personName(random)
        : `${city}${personName(random)}${random.pick(['商贸', '实业', '科技'])}有限公司`,
      phone: mobile(random),
      relation: random.pick(['TARGET', 'POTENTIAL', 'GENERAL', 'KEY']),
      lifecycle: random.pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'DORMANT', 'PROSPECT']),
      segment: random.pick(['消费者', '公司', '小型企业']),
      grade: random.pick(['A', 'B', 'B', 'C', 'C', 'C', 'D', 'D']),
      country: '中国',
      city,
      regionId: regionId(department),
      departmentId: departmentId(department),
      ownerId: staffId(department, random.below(staffPerDepartment)),
      acquiredVia: random.pick(['展会', '转介绍', '官网']),
    };
  }
}

export function* contactRows(): Generator<RecordRow> {
  const random = new Random(22);
  for (let i = 0; i < customerCount * contactsPerCustomer; i++) {
    yield {
      id: String(2_000_001 + i),
      customerId: customerId(Math.floor(i / contactsPerCustomer)),
      name: personName(random),
      position: random.pick(['采购', '经理', '会计', '工程师']),
      decisionRole: random.pick(['DECIDER', 'INFLUENCER', 'USER', 'FINANCE', 'TECHNICAL']),
      phone: mobile(random),
      email: `c${i}@example.com`,
      isPrimary: i % contactsPerCustomer === 0,
    };
  }
}
