import { type ActSpec, actResolvers, type RootSpec, rootResolvers } from '../../commands/act-schema.js';
import { type ActionRule, allowedActions } from '../../commands/allowed-actions.js';
import type { Department } from '../department.js';
import { pipelineActs } from './acts.js';
import { aboutMeQuery } from './case/about-me.js';
import { caseFields } from './case/case-fields.js';
import { collaborationActions, partActions } from './collaboration/actions.js';
import { collaborationActs } from './collaboration/acts.js';
import { declareEffectTypes, preventiveEffectQuery } from './collaboration/preventive-effect.js';
import { openedOnDesk } from './commands/seen.js';
import { intakeActions, intakeActs } from './intake/acts.js';
import { findForIntakeQuery } from './intake/lookups.js';
import { similarComplaintsQuery } from './intake/similar.js';
import { statisticsActs } from './statistics/acts.js';
import { monthlyRoutes } from './statistics/monthly/routes.js';
import { statisticsQueries, statisticsRoots } from './statistics/roots.js';

/** Mutations of the department: the pipeline's, and one line for each neighbour beside it. */
function acts(): ActSpec[] {
  return [...intakeActs(), ...pipelineActs(), ...collaborationActs(), ...statisticsActs()];
}

/** Queries beside those of the catalogue. */
function roots(): RootSpec[] {
  declareEffectTypes();
  return [
    aboutMeQuery(),
    preventiveEffectQuery(),
    findForIntakeQuery(),
    similarComplaintsQuery(),
    ...statisticsRoots(),
  ];
}

/** For each of them the rule that decides who is answered what. */
const rules: Readonly<Record<string, string>> = {
  complaintsAboutMe: 'Cases about the asking person; without the complainant until the reply.',
  preventiveEffect: 'Whoever sees the measure; counts and cases are those that he sees.',
  findForIntake:
    'Whoever may register complaints; by one exact number or name, as a minimal card, each on record.',
  similarComplaints: 'Whoever sees the cases, by the read engine.',
  ...statisticsQueries,
};

/** Buttons on a case beside the pipeline's. */
const beside: readonly ActionRule[] = [...intakeActions(), ...collaborationActions()];

/** The complaints' department: the pipeline of cases and everything that hangs on it. */
export function complaintsDepartment(): Department {
  const mutations = acts();
  const resolvers = actResolvers('Complaints', mutations);
  const parts = [...partActions()].map(([kind, rules]) => allowedActions(kind, rules));
  return {
    name: 'complaints',
    resolvers: [...resolvers, ...caseFields(beside), ...parts, rootResolvers('Complaints', roots())],
    commands: mutations.map(({ command }) => ({ name: command.name })),
    queries: rules,
    opened: { Complaint: openedOnDesk },
    routes: monthlyRoutes,
  };
}
