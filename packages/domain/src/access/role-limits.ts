import type { Role } from './roles.js';

/**
 * What one request of a person may ask for (safety, "Figures to build to"). Nobody is without limits;
 * whoever may write ad-hoc queries gets larger ones. Settings per role may lower or raise them.
 */
export interface RoleLimits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Tokens of a document, counted before it is validated. */
  readonly tokens: number;
  /** Levels of a selection, fragments expanded. */
  readonly depth: number;
  /** Fields of a document, fragments expanded. */
  readonly breadth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Records of one page. */
  readonly pageSize: number;
  /** Groups of one aggregate. */
  readonly groups: number;
  /** Values of one `in`. */
  readonly inList: number;
  /** Conditions of one filter. */
  readonly conditions: number;
  /** Estimated cost of a document, in records that the database may have to touch ÷ 10. */
  readonly cost: number;
  /** SQL statements of one request. */
  readonly statements: number;
  /** Seconds after which a statement is ended. */
  readonly statementSeconds: number;
  /** Children of one parent in a nested list without `limit`. */
  readonly children: number;
  /** Records of one answer in all. */
  readonly rows: number;
  /** Bytes of one answer. */
  readonly answerBytes: number;
  /** Requests of one person that may run longer than two seconds at the same time. */
  readonly longAtOnce: number;
  /** Records of one export. */
  readonly exportRows: number;
  /** Records from which on an export asks for a reason even without personal data. */
  readonly exportReasonFrom: number;
}

const usual: RoleLimits = {
  bodyBytes: 256 * 1024,
  tokens: 2000,
  depth: 10,
  breadth: 500,
  aliases: 30,
  directives: 20,
  rootFields: 10,
  pageSize: 200,
  groups: 5000,
  inList: 500,
  conditions: 20,
  cost: 5000,
  statements: 25,
  statementSeconds: 2,
  children: 500,
  rows: 20_000,
  answerBytes: 10 * 1024 * 1024,
  longAtOnce: 2,
  exportRows: 100_000,
  exportReasonFrom: 1000,
};

const adHoc: RoleLimits = {
  ...usual,
  tokens: 5000,
  depth: 15,
  breadth: 2000,
  aliases: 100,
  rootFields: 20,
  pageSize: 1000,
  inList: 1000,
  conditions: 60,
  cost: 100_000,
  statements: 60,
  statementSeconds: 20,
  rows: 100_000,
  exportRows: 1_000_000,
};

/** Roles with other limits than the usual ones. */
const particular: Partial<Record<Role, RoleLimits>> = {
  ANALYST: adHoc,
  GM: adHoc,
};

/**
 * Limits of whoever holds these roles: of each the most generous. A person without a role has the
 * usual limits and, for want of permissions, nothing to spend them on.
 */
export function limitsOf(roles: readonly Role[]): RoleLimits {
  let limits = usual;
  for (const role of roles) {
    const own = particular[role];
    if (own) limits = mostGenerous(limits, own);
  }
  return limits;
}

function mostGenerous(one: RoleLimits, other: RoleLimits): RoleLimits {
  const merged = { ...one };
  for (const name of Object.keys(one) as (keyof RoleLimits)[])
    merged[name] = Math.max(one[name], other[name]);
  return merged;
}
