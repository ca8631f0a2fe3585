import { actResolvers, rootResolvers } from '../../commands/act-schema.js';
import { allowedActions } from '../../commands/allowed-actions.js';
import type { Department } from '../department.js';
import { accessQueries, declareAccessTypes } from './access-roots.js';
import { roleGrantActions, staffActions } from './actions.js';
import { administrationActs } from './acts.js';
import { declareSignInTypes, signInMutations, signInQueries } from './sign-in-roots.js';

/** Administration: signing in, people, roles, the house, settings, and why somebody may see something. */
export function administrationDepartment(): Department {
  declareSignInTypes();
  declareAccessTypes();
  const acts = administrationActs();
  return {
    name: 'administration',
    resolvers: [
      ...actResolvers('Administration', acts),
      allowedActions('Staff', staffActions),
      allowedActions('RoleGrant', roleGrantActions),
      rootResolvers('Administration', [...signInQueries(), ...accessQueries()], signInMutations()),
    ],
    commands: [...acts.map(({ command }) => ({ name: command.name })), { name: 'createApiToken' }],
    publicMutations: {
      signIn: 'It is how one becomes somebody; throttled by account and address.',
      signOut: 'Ends the own session; without one there is nothing to end.',
    },
    queries: {
      me: 'Answers the person of the session only.',
      explainAccess: 'About oneself; about others under accessReview.',
      whoCanSee: 'accessReview READ; heads of department about records that they see.',
      permissionMatrix: 'Everybody signed in: the rules are no secret.',
      permissionsOfStaff: 'Oneself; others under accessReview, in its scope.',
    },
  };
}
