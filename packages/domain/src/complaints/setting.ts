import type { Label } from '../catalogue/labels.js';
import type { Severity } from './vocabularies.js';

/** How the value of a setting is written. */
export type SettingUnit =
  /** `30m`, `4h`, or `D+3`: until the end of the third day after the receipt. */
  | 'LIMIT'
  /** A whole number of the unit. */
  | 'MINUTES'
  | 'HOURS'
  | 'DAYS'
  | 'COUNT'
  /** An amount in the organisation's currency, two decimals; empty: none set. */
  | 'MONEY'
  /** `on` or `off`. */
  | 'SWITCH'
  /** One of `choices`. */
  | 'CHOICE'
  /** A time of day, `08:30`. */
  | 'TIME'
  /** What a figure aims at, in the unit of the figure; `-`: nothing is aimed at. */
  | 'TARGET';

/** A setting of the complaint department 参数 with the value that holds until the organisation sets another. */
export interface SettingDefault {
  readonly unit: SettingUnit;
  readonly value: string;
  /** Where a severity begins with another value. */
  readonly bySeverity?: Partial<Readonly<Record<Severity, string>>>;
  readonly choices?: Readonly<Record<string, Label>>;
  /** The article that sets it, or `product default`. */
  readonly basis: string;
  /** The article that it serves (`R4.9`), where one does; read by people. */
  readonly article?: string;
  /** One value for all cases: it cannot be set for one severity alone. */
  readonly oneForAll?: true;
  readonly label: Label;
  /** What it does, in words for somebody who never saw the code. */
  readonly about: Label;
}
