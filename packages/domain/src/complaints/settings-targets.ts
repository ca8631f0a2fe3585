import { label } from '../catalogue/labels.js';
import { complaintKpis } from '../kpi/complaint-kpis.js';
import type { SettingDefault } from './setting.js';

/** `kpi.` and the code of a figure of the catalogue. */
export type TargetKey = `kpi.${string}`;

/** What stands for "nothing is aimed at". */
export const noTarget = '-';

/** What each figure that can be worked out aims at; the organisation may aim at something else (dossier E1). */
export const kpiTargets: Readonly<Record<TargetKey, SettingDefault>> = Object.fromEntries(
  complaintKpis
    .filter(({ formula }) => formula.is !== 'absent')
    .map(({ code, label: name, definition, target, article }): [TargetKey, SettingDefault] => [
      `kpi.${code}`,
      {
        unit: 'TARGET',
        value: target ?? noTarget,
        basis: 'E1',
        ...(article ? { article } : {}),
        oneForAll: true,
        label: label(`${name['zh-Hans']}目标`, `${name['zh-Hant']}目標`, `Target: ${name.en}`),
        about: definition,
      },
    ]),
);
