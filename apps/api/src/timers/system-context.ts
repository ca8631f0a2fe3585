import { randomUUID } from 'node:crypto';
import type { Actor } from '@kehu/domain/access/actor';
import type { RequestContext } from '../context.js';
import type { Services } from '../services.js';

/** The product itself as an actor: no person, no roles; marked as `system` in the audit trail. */
export function systemActor(): Actor {
  return {
    staffId: '0',
    login: null,
    displayName: 'system',
    roles: [],
    departmentId: null,
    departmentIds: [],
    storeId: null,
    regionIds: [],
    teamIds: [],
    language: 'zh-Hans',
    via: 'system',
    mustChangePassword: false,
  };
}

/** The request of an act that nobody asked for but the clock. */
export function systemContext(services: Services): RequestContext {
  return {
    services,
    requestId: `timer-${randomUUID()}`,
    language: 'zh-Hans',
    actor: systemActor(),
    policy: null,
    sessionId: null,
    organisation: services.organisation.facts(),
    primary: true,
    ip: null,
    secure: false,
    fromBrowser: false,
    explain: null,
    responseHeaders: new Map(),
  };
}
