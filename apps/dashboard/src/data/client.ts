import { ApolloClient, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { HttpLink } from '@apollo/client/link/http';
import { language } from '../app/boot/preferences';
import { documentOf } from './query';
import { Refusal, refusalOf } from './refusal';

/**
 * The one client. Answers are kept by react-query, which pages and forms refresh; Apollo's own cache would
 * be a second truth about rows whose visibility depends on the reader, so it is not used.
 */
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    fetch: (url, options) =>
      fetch(url, { ...options, headers: { ...options?.headers, 'accept-language': language() } }),
  }),
  defaultOptions: {
    query: { fetchPolicy: 'no-cache' },
    mutate: { fetchPolicy: 'no-cache' },
  },
});

type Variables = Readonly<Record<string, unknown>>;

let onEnded: () => void = () => {};

/** Calls `then` when the server no longer knows the session. */
export function whenSessionEnds(then: () => void): void {
  onEnded = then;
}

/** Sends a query; throws `Refusal`. */
export async function ask<Data>(text: string, variables: Variables = {}): Promise<Data> {
  try {
    const { data } = await client.query({ query: documentOf(text), variables });
    return data as Data;
  } catch (error) {
    throw understood(error);
  }
}

/** Sends an act; throws `Refusal`. */
export async function act<Data>(text: string, variables: Variables = {}): Promise<Data> {
  try {
    const { data } = await client.mutate({ mutation: documentOf(text), variables });
    return data as Data;
  } catch (error) {
    throw understood(error);
  }
}

function understood(error: unknown): Refusal {
  return whenRefused(refused(error));
}

/** Passes a refusal on; one for a session that has ended shows the sign-in screen. For paths beside /graphql. */
export function whenRefused(refusal: Refusal): Refusal {
  if (refusal.code === 'UNAUTHENTICATED') onEnded();
  return refusal;
}

function refused(error: unknown): Refusal {
  if (CombinedGraphQLErrors.is(error)) return refusalOf(error.errors);
  if (ServerError.is(error)) {
    try {
      const body = JSON.parse(error.bodyText) as { errors?: { message: string }[] };
      if (body.errors?.length) return refusalOf(body.errors);
    } catch {
      // Not an answer of ours, perhaps of a proxy in between: told as a failure of the connection.
    }
  }
  return new Refusal('', 'NETWORK');
}
