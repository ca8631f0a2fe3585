import type { Label } from '@kehu/domain/catalogue/labels';
import { label } from '@kehu/domain/catalogue/labels';
import { complaintKpis } from '@kehu/domain/kpi/complaint-kpis';

/** What stands in the schema of the argument that chooses figures: each code with its name and 口径. */
export const codesWords: Label = (() => {
  const lines = (language: keyof Label, colon: string) =>
    complaintKpis.map((kpi) => `- \`${kpi.code}\` ${kpi.label[language]}${colon}${kpi.definition[language]}`);
  return label(
    ['指标编号；不填为全部。各指标的口径：', ...lines('zh-Hans', '：')].join('\n'),
    ['指標編號；不填為全部。各指標的口徑：', ...lines('zh-Hant', '：')].join('\n'),
    ['Codes; all when left out. What each counts:', ...lines('en', ': ')].join('\n'),
  );
})();
