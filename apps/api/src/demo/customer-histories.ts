import { customerHistory } from '@kehu/domain/customers/contact';
import type { NewRow } from './batch.js';
import { at, instantText, localDay } from './calendar.js';
import type { DemoCustomer, Grade } from './customer-plan.js';
import type { CustomerFacts } from './customer-rows.js';
import { Random } from './random.js';

type Row = NewRow<typeof customerHistory>;

/** Owner, grade, region and store of each customer with from and to, so that "as they were then" has an answer. */
export function customerHistories(customers: readonly DemoCustomer[], facts: CustomerFacts): Row[] {
  const random = new Random(`${facts.seed} histories`);
  return customers.flatMap((one) => [
    ...ownerRows(one, facts),
    ...gradeRows(one, facts, random),
    single(one, facts, { attribute: 'REGION', regionId: facts.house.regionIds.get(one.region) ?? null }),
    ...(one.store
      ? [
          single(one, facts, {
            attribute: 'STORE',
            storeId: facts.house.departmentIds.get(one.store.code) ?? null,
          }),
        ]
      : []),
  ]);
}

function single(one: DemoCustomer, { nextId }: CustomerFacts, more: Partial<Row>): Row {
  const from = instantText(at(one.opened, 9));
  return {
    id: nextId(),
    customerId: one.id,
    validFrom: from,
    validTo: null,
    changedById: one.handedOver?.from.id ?? one.owner.id,
    reason: null,
    createdAt: from,
    ...more,
  };
}

function ownerRows(one: DemoCustomer, facts: CustomerFacts): Row[] {
  const { handedOver } = one;
  if (!handedOver) {
    return [single(one, facts, { attribute: 'OWNER', ownerId: one.owner.id })];
  }
  const moved = instantText(at(handedOver.on, 17));
  const reason = handedOver.from.left === null ? '客户分级后移交大客户经理' : '离职移交';
  return [
    single(one, facts, { attribute: 'OWNER', ownerId: handedOver.from.id, validTo: moved }),
    single(one, facts, {
      attribute: 'OWNER',
      ownerId: one.owner.id,
      validFrom: moved,
      changedById: one.owner.id,
      reason,
      createdAt: moved,
    }),
  ];
}

const ladder: readonly Grade[] = ['D', 'C', 'B', 'A'];

/** Most began one grade lower; a new grade is set at the turn of a quarter. */
function gradeRows(one: DemoCustomer, facts: CustomerFacts, random: Random): Row[] {
  const today = localDay(facts.until);
  const days = today - one.opened;
  if (one.grade === null) return [];
  const step = ladder.indexOf(one.grade);
  const before = ladder[random.chance(0.75) ? step - 1 : step + 1];
  if (days < 120 || before === undefined || !random.chance(0.45)) {
    return [single(one, facts, { attribute: 'GRADE', grade: one.grade, reason: '建档评级' })];
  }
  const changed = instantText(at(one.opened + 60 + random.whole(0, days - 100), 2));
  return [
    single(one, facts, { attribute: 'GRADE', grade: before, validTo: changed, reason: '建档评级' }),
    single(one, facts, {
      attribute: 'GRADE',
      grade: one.grade,
      validFrom: changed,
      changedById: one.owner.id,
      reason: '定期评级',
      createdAt: changed,
    }),
  ];
}
