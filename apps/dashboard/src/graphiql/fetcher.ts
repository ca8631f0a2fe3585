import { language } from '../app/boot/preferences';

/** Sends a document with the session's cookie; whoever is not signed in is sent to the sign-in screen. */
export async function fetchDocument(params: {
  query: string;
  variables?: unknown;
  operationName?: string | null | undefined;
}): Promise<Record<string, unknown>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': language(),
    },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  if (answer.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED')) location.assign('/');
  return answer as Record<string, unknown>;
}
