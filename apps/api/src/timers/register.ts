import { caseTimers } from '../departments/complaints/clock/case-timers.js';
import { houseTimers } from '../departments/complaints/clock/house-timers.js';
import { partTimers } from '../departments/complaints/clock/part-timers.js';
import { accountTimers } from '../departments/key-accounts/accounts/assign.js';
import { contractTimers } from '../departments/key-accounts/contracts/timers.js';
import { visitTimers } from '../departments/key-accounts/visits/plan.js';
import { morningBrief } from '../notify/brief.js';
import type { TimerRule } from './rule.js';

/** Every rule by which a timer takes effect; a department adds its own in one line. */
export const timerRules: readonly TimerRule[] = [
  ...caseTimers,
  ...partTimers,
  ...houseTimers,
  ...accountTimers,
  ...contractTimers,
  ...visitTimers,
  morningBrief,
];
