import type { SqlValue } from '@kehu/database/pool';
import type { SettingOverride } from '@kehu/domain/complaints/settings-defaults';
import type { Severity } from '@kehu/domain/complaints/vocabularies';
import { instantOf } from '../../../records/decode.js';

/** Whatever can ask the database: an act, or a reader outside one. */
export interface Asking {
  rows<Row>(statement: string, values: readonly SqlValue[]): Promise<Row[]>;
}

const known = new WeakMap<object, Promise<readonly SettingOverride[]>>();

/** Everything that the organisation ever set, oldest first; read once per act. */
export function settingOverrides(asking: Asking): Promise<readonly SettingOverride[]> {
  const found = known.get(asking) ?? readOverrides(asking);
  known.set(asking, found);
  return found;
}

async function readOverrides(asking: Asking): Promise<readonly SettingOverride[]> {
  const rows = await asking.rows<{
    key: string;
    severity: Severity | null;
    value: string;
    effective_from: string;
  }>('SELECT `key`, severity, value, effective_from FROM complaint_setting ORDER BY effective_from, id', []);
  return rows.map(({ key, severity, value, effective_from }) => ({
    key,
    severity,
    value,
    effectiveFrom: instantOf(effective_from),
  }));
}
