import type { Actor } from '@kehu/domain/access/actor';
import type { ActionRule, Obstacle } from '../../../commands/allowed-actions.js';
import type { RecordRow } from '../../../records/encode.js';

const leads = ({ roles }: Actor): boolean => roles.includes('DEPT_HEAD') || roles.includes('AREA_MANAGER');
const byLeaders = (actor: Actor): Obstacle | null =>
  leads(actor) ? null : { message: 'account.onlyByTheCompany', article: 'R3.1' };
const account = { subject: 'keyAccount', action: 'UPDATE' } as const;
const alive = ({ state }: RecordRow): Obstacle | null =>
  state === 'ENDED' ? { message: 'account.ended', article: 'R3.1' } : null;
const soliciting = ({ stage }: RecordRow): Obstacle | null =>
  stage === 'SIGNED' || stage === 'LOST' ? { message: 'solicitation.ended', article: 'R3.1' } : null;

/** Acts on accounts as their buttons see them. */
export const accountActions: readonly ActionRule[] = [
  {
    action: 'assignKeyAccount',
    right: account,
    obstacle: (row, actor) => byLeaders(actor) ?? alive(row),
  },
  { action: 'updateKeyAccount', right: account, obstacle: alive },
  { action: 'saveDecisionMaker', right: account, obstacle: alive },
  {
    action: 'proposeHandover',
    right: { subject: 'phaseHandover', action: 'CREATE' },
    obstacle: ({ phase }) =>
      phase === 'EARLY' ? null : { message: 'handoverGuard.accountInEarlyPhase', article: 'R3.2' },
  },
  {
    action: 'returnAccountToEarly',
    right: { subject: 'phaseHandover', action: 'APPROVE' },
    fits: ({ phase }) => phase === 'REGULAR',
    obstacle: (_row, { roles }) =>
      roles.includes('DEPT_HEAD') ? null : { message: 'account.onlyByTheHead', article: 'R3.2' },
  },
  {
    action: 'pauseKeyAccount',
    right: account,
    fits: ({ state }) => state === 'ACTIVE',
    obstacle: (_row, actor) => byLeaders(actor),
  },
  {
    action: 'resumeKeyAccount',
    right: account,
    fits: ({ state }) => state === 'PAUSED',
    obstacle: (_row, actor) => byLeaders(actor),
  },
  {
    action: 'endKeyAccount',
    right: account,
    fits: ({ state }) => state !== 'ENDED',
    obstacle: (_row, actor) => byLeaders(actor),
  },
];

/** Acts beside the tables of the kinds that have a path. */
export const besideThePath: Readonly<Record<string, readonly ActionRule[]>> = {
  Solicitation: [
    {
      action: 'updateSolicitation',
      right: { subject: 'solicitation', action: 'UPDATE' },
      obstacle: soliciting,
    },
    {
      action: 'assignSolicitation',
      right: { subject: 'solicitation', action: 'APPROVE' },
      obstacle: soliciting,
    },
  ],
  PhaseHandover: [
    {
      action: 'tickHandoverItem',
      right: { subject: 'phaseHandover', action: 'APPROVE' },
      fits: ({ state }) => state === 'PROPOSED',
      obstacle: (_row, { roles }) =>
        roles.includes('OPS') ? null : { message: 'access.forbidden', article: 'R3.2' },
    },
  ],
  Contract: [
    {
      action: 'updateContract',
      right: { subject: 'contract', action: 'UPDATE' },
      obstacle: ({ state }) =>
        state === 'DRAFT' || state === 'RETURNED'
          ? null
          : { message: 'contract.onlyDrafts', article: 'R3.1' },
    },
  ],
};
