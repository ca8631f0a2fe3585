import { dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../../../commands/command.js';
import { notify } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import type { TimerRule } from '../../../timers/rule.js';

async function tellOwner(
  work: Work,
  contract: RecordRow,
  message: 'contract.renewalDue' | 'contract.expired',
): Promise<void> {
  if (contract.ownerId == null) return;
  await notify(work, {
    to: [String(contract.ownerId)],
    message,
    content: { no: String(contract.no), day: String(contract.endsOn) },
    weight: message === 'contract.renewalDue' ? 'TODO' : 'WARNING',
    kind: 'Contract',
    recordId: String(contract.id),
    recordNo: String(contract.no),
  });
}

const hasRenewal = async (work: Work, contract: RecordRow, ...states: readonly string[]): Promise<boolean> =>
  (await work.find('Contract', { previousId: String(contract.id) })).some(
    ({ state }) => states.length === 0 || states.includes(String(state)),
  );

/** So many days before its end as the contract says, whoever answers for it is told to renew it: once. */
const renewal: TimerRule = {
  kind: 'Contract',
  rule: 'RENEWAL',
  async fire(work, _timer, contract) {
    const today = dayIn(work.context.organisation.zone, work.now);
    if (contract.state !== 'ACTIVE' || String(contract.endsOn) < today) return;
    if (await hasRenewal(work, contract)) return;
    await tellOwner(work, contract, 'contract.renewalDue');
  },
};

/** After its last day a contract has expired, or is renewed where the one after it is in force. */
const expiry: TimerRule = {
  kind: 'Contract',
  rule: 'EXPIRY',
  async fire(work, _timer, contract) {
    const today = dayIn(work.context.organisation.zone, work.now);
    if (contract.state !== 'ACTIVE' || String(contract.endsOn) >= today) return;
    const renewed = await hasRenewal(work, contract, 'ACTIVE');
    await work.update('Contract', String(contract.id), { state: renewed ? 'RENEWED' : 'EXPIRED' });
    if (!renewed) await tellOwner(work, contract, 'contract.expired');
  },
};

/** Timers of contracts in force; the sweep sets them, whichever way a contract came in. */
export const contractTimers: readonly TimerRule[] = [renewal, expiry];
