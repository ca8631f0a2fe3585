import type { Actor } from '@kehu/domain/access/actor';
import type { Language } from '@kehu/domain/catalogue/labels';
import type { Explanation } from '@kehu/query/engine';
import type { ReadPolicy } from '@kehu/query/policy';
import type { OrganisationFacts } from './organisation.js';
import type { Services } from './services.js';

/** One request: who asks, in which language, by which rights. Resolvers and commands get it first. */
export interface RequestContext {
  readonly services: Services;
  readonly requestId: string;
  readonly language: Language;
  /** Null for whoever has not signed in; only the sign-in acts accept that. */
  readonly actor: Actor | null;
  /** Rights of the actor for reading; null without an actor. */
  readonly policy: ReadPolicy | null;
  /** The session that the request came in by; null for tokens and for whoever has not signed in. */
  readonly sessionId: string | null;
  /** Zone, currency and own words of the organisation. */
  readonly organisation: OrganisationFacts;
  /** Read from the primary: in a request that writes, and for a while after one. */
  readonly primary: boolean;
  readonly ip: string | null;
  /** Came over https (also behind a proxy that says so): cookies are marked Secure. */
  readonly secure: boolean;
  /** From a browser (`Origin` or `Sec-Fetch-Site` present): the session goes into a cookie. */
  readonly fromBrowser: boolean;
  /** `x-kehu-explain: 1` was sent. */
  readonly explain: Explanation | null;
  /** Response headers to add (cookies). */
  readonly responseHeaders: Map<string, string>;
}
