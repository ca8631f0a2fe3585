import { approvalLimit, isWithin, type LimitRow } from '@kehu/domain/complaints/approval-limits';
import { chooseProcedure, type ProcedureRow } from '@kehu/domain/complaints/procedures';
import type { DemandType, Severity } from '@kehu/domain/complaints/vocabularies';
import type { Work } from '../../../commands/command.js';
import { ruleViolation } from '../../../commands/errors.js';
import type { RecordRow } from '../../../records/encode.js';
import { sourceOf } from '../../../records/source.js';
import { todayOf } from '../../customers/rules.js';
import { readSettings, type SettingReader } from '../case/settings.js';

/** What was given on the spot when a case was settled there. */
export interface Settlement {
  readonly type: string;
  /** Exact decimal; null when nothing was given. */
  readonly amount: string | null;
  readonly text: string;
}

/** The regulation and the procedure under which a case begins; it keeps them (R1.5, R4.28). */
export async function wayOf(
  work: Work,
  row: RecordRow,
  demands: readonly DemandType[],
  settled: Settlement | null,
): Promise<RecordRow> {
  const severity = row.severity as Severity;
  const setting = await readSettings(sourceOf(work));
  if (settled) await checkSettlement(work, severity, settled, setting);
  const rows = (await work.find('HandlingProcedure', { severity })) as unknown as ProcedureRow[];
  const { procedure, version } = chooseProcedure(rows, {
    category: String(row.category),
    severity,
    demands,
    settledOnSpot: settled !== null,
    simpleOn: setting('procedure.SIMPLE', severity) === 'on',
    day: todayOf(work),
  });
  return { procedure, procedureVersion: version, policyVersion: await policyInForce(work) };
}

/**
 * Only a general case, and only within what the store may give by itself (R4.18): the approval limit of
 * its supervisor, or where none was set the limit of the simple procedure.
 */
async function checkSettlement(
  work: Work,
  severity: Severity,
  settled: Settlement,
  setting: SettingReader,
): Promise<void> {
  if (severity !== 'GENERAL') throw ruleViolation('rule.onSpotGeneralOnly', 'R1.5');
  if (settled.amount === null) return;
  const limits = (await work.find('ApprovalLimit', {})) as unknown as LimitRow[];
  const own = approvalLimit(limits, ['STORE_SUP'], settled.type, todayOf(work));
  const limit = own ?? setting('procedure.simpleLimit', severity);
  if (limit === '' || !isWithin(settled.amount, limit)) throw ruleViolation('rule.onSpotAboveLimit', 'R4.18');
}

/** Code of the version of regulation 4 in force today; its name alone where none was published. */
async function policyInForce(work: Work): Promise<string> {
  const today = todayOf(work);
  const versions = await work.find('PolicyVersion', { regulation: 'R4' });
  const inForce = versions
    .filter(({ effectiveFrom }) => String(effectiveFrom) <= today)
    .sort((a, b) => String(a.effectiveFrom).localeCompare(String(b.effectiveFrom)));
  return String(inForce.at(-1)?.code ?? 'R4');
}
