import type { Language } from '../catalogue/labels.js';
import type { Role } from './roles.js';

/** Who is asking, with everything that scopes refer to. Made once per session and cached for at most a second. */
export interface Actor {
  readonly staffId: string;
  readonly login: string | null;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  /** The actor's department and all below it. */
  readonly departmentIds: readonly string[];
  /** The actor's department when it is a store. */
  readonly storeId: string | null;
  /** The actor's region and all below it. */
  readonly regionIds: readonly string[];
  /** The actor and everybody below in the line of supervisors. */
  readonly teamIds: readonly string[];
  /** How far an account manager reaches, as the organisation set it (practice 2); absent: the own accounts. */
  readonly keyAccountScope?: 'OWN' | 'TEAM' | 'REGION';
  readonly language: Language;
  /** Came in by a session, a token, or the operator's tool on the server. */
  readonly via: 'session' | 'token' | 'operator' | 'system';
  /** Signed in with a password that somebody else set: has no roles until it is changed. */
  readonly mustChangePassword: boolean;
  /** Whoever is away and named this person as deputy for now 委托代理 (B7.7, F10); they have no deputies of others here. */
  readonly deputyFor?: readonly Actor[];
}
