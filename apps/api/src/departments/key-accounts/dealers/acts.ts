import { label } from '@kehu/domain/catalogue/labels';
import { moneyActLabel } from '@kehu/domain/key-accounts/money-act-labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../../commands/act-schema.js';
import type { ActionRule } from '../../../commands/allowed-actions.js';
import { workflowSpec } from '../../../workflow/act.js';
import { recordAnswer as answer, idField } from '../approving.js';
import {
  createDealer,
  dealerFields,
  endDealer,
  resumeDealer,
  suspendDealer,
  updateDealer,
} from './dealer.js';
import { dealerRuleMachine } from './machine.js';
import { breachFields, rebateFields, recordRebate, recordTerritoryBreach } from './records.js';
import { dealerRuleSteps, draftDealerRule, ruleFields, updateDealerRule } from './rules.js';

/** Mutations on dealers and dealer rules (R3.7). */
export function dealerActs(): ActSpec[] {
  const dealerId = idField('dealerId', label('经销商', '經銷商', 'Dealer'));
  const turned = [suspendDealer, resumeDealer, endDealer].map((command) => ({
    command,
    label: moneyActLabel(command.name),
    input: { ...versioned, ...reasonField(true) },
    returns: 'Dealer',
    answer,
  }));
  const own = [
    {
      command: createDealer,
      label: moneyActLabel('createDealer'),
      input: inputFields(
        'Dealer',
        ['customer', 'dealerNo', ...dealerFields],
        ['customer', 'territory', 'level'],
      ),
      returns: 'Dealer',
      answer,
    },
    {
      command: updateDealer,
      label: moneyActLabel('updateDealer'),
      input: { ...versioned, ...inputFields('Dealer', [...dealerFields, 'creditLimit']) },
      returns: 'Dealer',
      answer,
    },
    ...turned,
    {
      command: recordRebate,
      label: moneyActLabel('recordRebate'),
      input: { ...dealerId, ...inputFields('DealerRebate', rebateFields, ['period', 'basis', 'rate']) },
      returns: 'Dealer',
      answer,
    },
    {
      command: recordTerritoryBreach,
      label: moneyActLabel('recordTerritoryBreach'),
      input: { ...dealerId, ...inputFields('TerritoryBreach', breachFields, ['foundOn', 'place']) },
      returns: 'Dealer',
      answer,
    },
    {
      command: draftDealerRule,
      label: moneyActLabel('draftDealerRule'),
      input: inputFields('DealerPolicy', ['code', ...ruleFields], ['code', 'title', 'text']),
      returns: 'DealerPolicy',
      answer,
    },
    {
      command: updateDealerRule,
      label: moneyActLabel('updateDealerRule'),
      input: { ...versioned, ...inputFields('DealerPolicy', ruleFields) },
      returns: 'DealerPolicy',
      answer,
    },
  ] as unknown as ActSpec[];
  return [...own, ...dealerRuleSteps().map((act) => workflowSpec(dealerRuleMachine, act))];
}

const create = { subject: 'dealerRules', action: 'CREATE' } as const;
const approve = { subject: 'dealerRules', action: 'APPROVE' } as const;

/** Acts on dealers as their buttons see them. */
export const dealerActions: readonly ActionRule[] = [
  { action: 'updateDealer', right: create, fits: ({ state }) => state !== 'ENDED' },
  { action: 'recordRebate', right: create },
  { action: 'recordTerritoryBreach', right: create },
  { action: 'suspendDealer', right: approve, fits: ({ state }) => state === 'ACTIVE' },
  { action: 'resumeDealer', right: approve, fits: ({ state }) => state === 'SUSPENDED' },
  { action: 'endDealer', right: approve, fits: ({ state }) => state !== 'ENDED' },
];

/** What whoever drafted a rule does beside its path. */
export const dealerRuleBeside: readonly ActionRule[] = [
  {
    action: 'updateDealerRule',
    right: create,
    fits: ({ state }) => state === 'DRAFT' || state === 'RETURNED',
  },
];
