import type { Language } from '@kehu/domain/catalogue/labels';

/** One right of the signed-in person, as the server says it. */
export interface Right {
  readonly subject: string;
  readonly action: string;
  readonly scope: string;
  readonly masked: boolean;
  readonly disclosure: string;
  readonly fields: readonly string[] | null;
}

/** Who is signed in, and what the server lets him or her do. */
export interface Person {
  readonly id: string;
  readonly login: string | null;
  readonly displayName: string;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly string[];
  readonly permissions: readonly Right[];
  /** The initial password must be changed before anything else. */
  readonly mustChangePassword: boolean;
  readonly timeZone: string;
  readonly organisationName: string;
}

/** What the server answered instead of a result; the message is in the reader's language. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

const meFields = `id login displayName department { id name } roles permissions { subject action scope masked disclosure fields } mustChangePassword timeZone organisationName`;

/**
 * Asks the server without the GraphQL client, which is not loaded yet on the sign-in screen.
 * Throws `Refused` with the server's code, or `NETWORK` when there was no answer.
 */
async function ask<Data>(query: string, variables: object, language: Language): Promise<Data> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': language,
      },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Refused('', 'NETWORK');
  }
  const body = (await response.json().catch(() => null)) as {
    data?: Data | null;
    errors?: readonly { message: string; extensions?: { code?: string } }[];
  } | null;
  const error = body?.errors?.[0];
  if (error) throw new Refused(error.message, error.extensions?.code ?? 'INTERNAL');
  if (!body?.data) throw new Refused('', 'NETWORK');
  return body.data;
}

/**
 * Whether somebody signed in here before: the cookie is out of reach of scripts, and a question without
 * one is an error in the browser's log each time the sign-in screen opens.
 */
const mark = 'kehu.signedIn';

function remember(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(mark, '1');
    else localStorage.removeItem(mark);
  } catch {
    // A browser that keeps nothing asks for the sign-in after each reload.
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

/** The person of the cookie's session; null when nobody is signed in. */
export async function whoIsThere(language: Language): Promise<Person | null> {
  if (!remembered()) return null;
  try {
    return (await ask<{ me: Person | null }>(`query Me { me { ${meFields} } }`, {}, language)).me;
  } catch (error) {
    remember(false);
    if (error instanceof Refused && error.code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

/** Signs in by cookie and answers who it is. */
export async function signIn(login: string, password: string, language: Language): Promise<Person> {
  await ask(
    `mutation SignIn($login: String!, $password: String!) { signIn(login: $login, password: $password) { expiresAt } }`,
    { login, password },
    language,
  );
  remember(true);
  const person = await whoIsThere(language);
  if (!person) throw new Refused('', 'NO_COOKIE');
  return person;
}

export async function signOut(language: Language): Promise<void> {
  remember(false);
  await ask('mutation SignOut { signOut }', {}, language);
}
