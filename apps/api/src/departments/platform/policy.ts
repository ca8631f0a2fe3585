import type { Actor } from '@kehu/domain/access/actor';
import type { Scope } from '@kehu/domain/access/permission';
import type { Where } from '@kehu/query/arguments';
import {
  everything,
  type KindRules,
  nothing,
  throughStaff,
  wholeHouse,
} from '../../access/department-policy.js';

/** Records between two people: own = the actor is one of them; team = one of the actor's people is. */
const between =
  (...people: readonly string[]) =>
  (scope: Scope, actor: Actor): Where => {
    const each = (where: Where): Where => ({ or: people.map((person) => ({ [person]: where })) });
    switch (scope) {
      case 'ALL':
        return everything;
      case 'OWN':
        return each({ id: { eq: actor.staffId } });
      case 'TEAM':
        return each({ id: { in: actor.teamIds } });
      default:
        return nothing;
    }
  };

/** What is one's own on the desk: tasks, delegations, messages. */
export const platformRules: readonly KindRules[] = [
  { kind: 'AssignedTask', scopes: between('assigner', 'assignee') },
  { kind: 'Delegation', scopes: between('from', 'to') },
  { kind: 'Notification', scopes: throughStaff('to') },
  { kind: 'PersonalChannel', scopes: throughStaff('staff') },
  { kind: 'MessageDelivery', scopes: wholeHouse },
];
