import { createContext, useContext } from 'react';
import { type Rights, rightsOf } from '../data/rights';
import type { Person } from './boot/session';

/** The signed-in person and what he or she may do; one value per session. */
export interface Here {
  readonly person: Person;
  readonly rights: Rights;
  /** The organisation's time zone, for "today" and "this month". */
  readonly zone: string;
  /** Shows the sign-in screen again. */
  readonly signedOut: (ended: boolean) => void;
}

const nobody: Here = {
  person: {
    id: '',
    login: null,
    displayName: '',
    department: null,
    roles: [],
    permissions: [],
    mustChangePassword: false,
    timeZone: 'Asia/Shanghai',
    organisationName: '',
  },
  rights: rightsOf([]),
  zone: 'Asia/Shanghai',
  signedOut: () => {},
};

export const HereContext = createContext<Here>(nobody);

export function useHere(): Here {
  return useContext(HereContext);
}

export function useRights(): Rights {
  return useContext(HereContext).rights;
}
