import type { AuthProvider } from 'react-admin';
import { language } from '../app/boot/preferences';
import type { Person } from '../app/boot/session';
import { signOut } from '../app/boot/session';
import { Refusal } from './refusal';

/**
 * Who is signed in was settled before the admin was shown (`main.tsx`), and the server decides about every
 * request; so this only answers react-admin's questions and passes the end of a session on.
 */
export function authProviderFor(person: Person, onSignedOut: (ended: boolean) => void): AuthProvider {
  return {
    login: async () => undefined,
    checkAuth: async () => undefined,
    logout: async () => {
      // Whether or not the server heard it, this browser shows the sign-in screen.
      await signOut(language()).catch(() => undefined);
      onSignedOut(false);
      return false;
    },
    checkError: async (error: unknown) => {
      // The client has already shown the sign-in screen; react-admin must not clear the store as well.
      if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') return;
    },
    getIdentity: async () => ({ id: person.id, fullName: person.displayName }),
    getPermissions: async () => person.permissions,
  };
}
