import { type Role, role } from './roles.js';

/**
 * Roles that have no handlers: they give the opinion on the report or decide on it (B7.1), read only, or
 * have no business with cases (B1).
 */
const neverHandle: readonly Role[] = ['HR_ADMIN', 'GM', 'ANALYST', 'SYS_ADMIN', 'PRIVACY_OFFICER'];

/** Roles whose people may be assigned as the handler of a case (D1.2 nos. 7–17). Whose author reviews is another rule's. */
export const handlingRoles: readonly Role[] = role.codes.filter((code) => !neverHandle.includes(code));
