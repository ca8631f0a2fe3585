import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { SelectedField } from '@kehu/query/arguments';
import type { Disclosure, ReadPolicy } from '@kehu/query/policy';
import type { ExportQuestion } from './parse-export.js';

/** What makes an export worth a reason, or a word in the log (dossier G1). */
export interface Sensitivity {
  /** Names or identifiers of people that this reader sees in plain. */
  readonly personalData: boolean;
  /** Identifiers (phone, ID number …) in plain, or business secrets: a reason is asked. */
  readonly needsReason: boolean;
}

/** Looks at each selected field, whoever's it is, under the reader's rights. */
export function sensitivityOf({ kind, written }: ExportQuestion, policy: ReadPolicy): Sensitivity {
  let personalData = false;
  let needsReason = false;
  const visit = (of: Kind, fields: readonly SelectedField[]): void => {
    for (const { name, selection } of fields) {
      const field = of.fields[name];
      const next =
        field?.is === 'toOne' ? kindNamed(field.target) : selection.length > 0 ? nextKind(of, name) : of;
      if (selection.length > 0) visit(next, selection);
      if (field?.is !== 'column') continue;
      const sees = (...levels: readonly Disclosure[]) =>
        (policy.kinds.get(of.name)?.grants ?? []).some(({ disclosure }) => levels.includes(disclosure));
      if (field.protection === 'identifier' && sees('PLAIN')) {
        personalData = true;
        needsReason = true;
      }
      if (field.protection === 'name' && sees('PLAIN', 'MASKED')) personalData = true;
      if (field.protection === 'secret') needsReason = true;
    }
  };
  visit(kind, written);
  return { personalData, needsReason };
}

/** Where a field leads that is no relation of the kind's own: an inverse, or a level of an aggregate. */
function nextKind(kind: Kind, name: string): Kind {
  for (const other of catalogue) {
    for (const field of Object.values(other.fields)) {
      if (field.is === 'toOne' && field.target === kind.name && field.inverse === name) return other;
    }
  }
  return kind;
}
