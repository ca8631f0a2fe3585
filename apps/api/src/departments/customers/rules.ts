import { action } from '@kehu/domain/access/permission';
import { subjectLabel } from '@kehu/domain/access/subjects';
import { ageOn, birthDateOf, guardianAge, isResidentId } from '@kehu/domain/customers/resident-id';
import { dayIn } from '@kehu/domain/text/dates';
import type { Work } from '../../commands/command.js';
import { type FieldProblem, forbidden, ruleViolation } from '../../commands/errors.js';
import type { RecordRow } from '../../records/encode.js';

/** The related records of an input must be there for the person; a store must be a store. */
export async function referenceProblems(
  work: Work,
  row: RecordRow,
  references: Readonly<Record<string, string>>,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [property, kind] of Object.entries(references)) {
    const id = row[property];
    if (id == null) continue;
    if (!(await work.sees(kind, String(id))))
      problems.push({ path: property, message: 'input.noSuchRecord' });
    else if (property === 'storeId' && (await work.peek(kind, String(id)))?.kind !== 'STORE') {
      problems.push({ path: property, message: 'rule.notAStore' });
    }
  }
  return problems;
}

/** Today in the organisation's zone. */
export function todayOf(work: Work): string {
  return dayIn(work.context.organisation.zone, work.now);
}

/** Days that must not lie in the future. */
export function futureProblems(work: Work, row: RecordRow, properties: readonly string[]): FieldProblem[] {
  const today = todayOf(work);
  return properties
    .filter((property) => typeof row[property] === 'string' && String(row[property]) > today)
    .map((path) => ({ path, message: 'input.future' }));
}

/**
 * ID number and birth date of a person's profile as it would stand: a resident ID must check and agree
 * with the birth date. Throws for children under fourteen, whose data need a guardian's consent
 * (dossier C2; PIPL articles 28, 31).
 */
export function identityProblems(work: Work, profile: RecordRow): FieldProblem[] {
  const { idType, idNo, birthDate } = profile;
  const problems: FieldProblem[] = [];
  let born = typeof birthDate === 'string' ? birthDate : null;
  if (idType === 'RESIDENT_ID' && typeof idNo === 'string') {
    if (!isResidentId(idNo)) problems.push({ path: 'idNo', message: 'input.residentId' });
    else if (born !== null && born !== birthDateOf(idNo)) {
      problems.push({ path: 'birthDate', message: 'rule.birthDateDiffers' });
    } else born = birthDateOf(idNo);
  }
  // A day to come is a slip of the keyboard, not a child.
  const lived = born !== null && born <= todayOf(work);
  if (problems.length === 0 && born !== null && lived && ageOn(born, todayOf(work)) < guardianAge) {
    throw ruleViolation('rule.underFourteen', null);
  }
  return problems;
}

/** The grade stands under a right of its own (dossier B3, "Grade/potential"). */
export async function requireGradeRight(work: Work, customer: RecordRow): Promise<void> {
  for (const needed of ['UPDATE', 'APPROVE'] as const) {
    if (await work.reaches({ subject: 'customerGrade', action: needed }, 'Customer', customer)) return;
  }
  const { language } = work.context;
  throw forbidden('access.forbiddenAct', {
    subject: subjectLabel('customerGrade')[language],
    action: action.labels.UPDATE[language],
  });
}
