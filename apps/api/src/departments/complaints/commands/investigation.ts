import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { investigationHead } from '@kehu/domain/complaints/document-vocabularies';
import { type ActSpec, inputFields, versioned } from '../../../commands/act-schema.js';
import type { Command, Work } from '../../../commands/command.js';
import { badInput, type FieldProblem } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../../graphql/schema/declare.js';
import type { RecordRow } from '../../../records/encode.js';
import { staleCase } from '../case/stale-case.js';
import { type Cleared, clearStep } from '../case/take-step.js';
import { sendCopies, takeAttachment } from './copies.js';
import { authorship, type CaseInput, type CaseOutcome, caseSpec, type PipelineAct } from './pipeline-act.js';

const parts = [
  'cause',
  'course',
  'conclusion',
  'conclusionText',
  'countermeasures',
  'preventiveMeasures',
  'originalComplaint',
] as const;
const itemFields = ['head', 'method', 'finding'] as const;
const personFields = ['staff', 'externalName', 'department', 'responsibility', 'share'] as const;
const mostRows = 50;

type Row = Readonly<Record<string, unknown>>;

/** The report of an input: the five parts of R4.17, the six heads of R4.10, the responsible persons. */
interface Report {
  readonly row: RecordRow;
  readonly items: readonly RecordRow[];
  readonly persons: readonly RecordRow[];
}

let declared = false;

/** Input of the report; what is left out stays as the author's draft has it. */
export function reportInput(): FieldSpecs {
  const { declarations } = catalogueTypes();
  if (!declared) {
    declared = true;
    declarations.input(
      'InvestigationItemInput',
      inputFields('InvestigationItem', itemFields, ['head', 'finding']),
    );
    declarations.input(
      'ResponsiblePersonInput',
      inputFields('ResponsiblePerson', personFields, ['responsibility']),
    );
  }
  const item = declarations.ref('InvestigationItemInput');
  const person = declarations.ref('ResponsiblePersonInput');
  return {
    ...inputFields('InvestigationReport', parts),
    items: { type: () => [item() as never], label: label('调查事项', '調查事項', 'The six heads') },
    responsiblePersons: {
      type: () => [person() as never],
      label: label('责任人', '責任人', 'Responsible persons; shares sum to 100 where they are given'),
    },
  };
}

function listOf(input: CaseInput, name: string): readonly Row[] | null {
  const given = input[name];
  if (given == null) return null;
  const rows = given as readonly Row[];
  if (rows.length === 0) throw badInput({ path: name, message: 'input.required' });
  if (rows.length > mostRows) throw badInput({ path: name, message: 'input.tooLarge' });
  return rows.map((row) => ({ ...row }));
}

async function reportOf(
  work: Work,
  input: CaseInput,
): Promise<Report & { hasItems: boolean; hasPersons: boolean }> {
  const problems: FieldProblem[] = [];
  const own = Object.fromEntries(
    parts
      .map((name) => (name === 'originalComplaint' ? 'originalComplaintId' : name))
      .filter((name) => input[name] !== undefined)
      .map((name) => [name, input[name]]),
  );
  const checkedReport = checkFields(kindNamed('InvestigationReport'), own, { fields: parts, partial: true });
  problems.push(...checkedReport.problems);
  const rowsOf = (name: string, kindName: string, fields: readonly string[]) =>
    (listOf(input, name) ?? []).map((each, at) => {
      const checked = checkFields(kindNamed(kindName), each, {
        fields,
        partial: false,
        path: `${name}.${at}.`,
      });
      problems.push(...checked.problems);
      return checked.row;
    });
  const items = rowsOf('items', 'InvestigationItem', itemFields);
  const persons = rowsOf('responsiblePersons', 'ResponsiblePerson', personFields);
  problems.push(...shareProblems(persons), ...(await personProblems(work, persons)));
  if (problems.length > 0) throw badInput(...problems);
  const { originalComplaintId: given } = checkedReport.row;
  const original = await takeAttachment(work, input.id, given, 'originalComplaintId', true);
  return {
    row: original === null ? checkedReport.row : { ...checkedReport.row, originalComplaintId: original },
    items,
    persons,
    hasItems: input.items != null,
    hasPersons: input.responsiblePersons != null,
  };
}

/** Percents are optional; where any is given they sum to 100 (practice, settings 7). */
function shareProblems(persons: readonly RecordRow[]): FieldProblem[] {
  const given = persons.filter(({ share }) => share != null);
  if (given.length === 0) return [];
  const sum = given.reduce((total, { share }) => total + Math.round(Number(share) * 100), 0);
  return sum === 10_000 ? [] : [{ path: 'responsiblePersons', message: 'rule.sharesSum' }];
}

async function personProblems(work: Work, persons: readonly RecordRow[]): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [at, { staffId, externalName, departmentId }] of persons.entries()) {
    const path = `responsiblePersons.${at}`;
    if (staffId == null && externalName == null && departmentId == null)
      problems.push({ path: `${path}.staffId`, message: 'input.required' });
    if (staffId != null && !(await work.sees('Staff', String(staffId))))
      problems.push({ path: `${path}.staffId`, message: 'input.noSuchRecord' });
    if (departmentId != null && !(await work.sees('Department', String(departmentId))))
      problems.push({ path: `${path}.departmentId`, message: 'input.noSuchRecord' });
  }
  return problems;
}

/** The author's unsigned draft; signed versions are never touched (F35). */
async function draftOf(work: Work, complaintId: string, authorId: string): Promise<RecordRow | null> {
  const drafts = await work.find('InvestigationReport', { complaintId, signedAt: null, authorId });
  return drafts.at(-1) ?? null;
}

const blank = {
  cause: '',
  course: '',
  conclusion: 'UNPROVEN',
  conclusionText: '',
  countermeasures: '',
  preventiveMeasures: '',
};

/** Keeps what was written so far as the author's draft; returns the id of the report. */
async function keepDraft(work: Work, input: CaseInput, cleared: Cleared): Promise<string> {
  const report = await reportOf(work, input);
  const { authorId, onBehalfOfId } = authorship(work, cleared);
  const draft = await draftOf(work, input.id, String(authorId));
  let id: string;
  if (draft) {
    id = String(draft.id);
    await work.load('InvestigationReport', id);
    await work.update('InvestigationReport', id, { ...report.row, onBehalfOfId });
  } else {
    const earlier = await work.count('InvestigationReport', { complaintId: input.id });
    id = await work.insert('InvestigationReport', {
      complaintId: input.id,
      ...blank,
      ...report.row,
      reportVersion: earlier + 1,
      authorId,
      onBehalfOfId,
      signedAt: null,
    });
  }
  if (report.hasItems) await replaceParts(work, 'InvestigationItem', id, report.items);
  if (report.hasPersons) await replaceParts(work, 'ResponsiblePerson', id, report.persons);
  return id;
}

async function replaceParts(
  work: Work,
  kind: string,
  reportId: string,
  rows: readonly RecordRow[],
): Promise<void> {
  for (const old of await work.find(kind, { reportId })) {
    await work.load(kind, String(old.id));
    await work.remove(kind, String(old.id));
  }
  for (const row of rows) await work.insert(kind, { reportId, ...row });
}

/** What is still missing of the report: its five parts, the six heads, somebody responsible or "none" (R4.17, R4.10). */
async function missingOf(work: Work, reportId: string, report: RecordRow): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = parts
    .filter((name) => name !== 'originalComplaint' && name !== 'conclusion')
    .filter((name) => String(report[name] ?? '').trim() === '')
    .map((path) => ({ path, message: 'input.required' }));
  if (report.originalComplaintId == null)
    problems.push({ path: 'originalComplaintId', message: 'guard.originalAttached' });
  const heads = new Set((await work.find('InvestigationItem', { reportId })).map(({ head }) => head));
  if (investigationHead.codes.some((head) => !heads.has(head)))
    problems.push({ path: 'items', message: 'rule.sixHeads' });
  if ((await work.count('ResponsiblePerson', { reportId })) === 0)
    problems.push({ path: 'responsiblePersons', message: 'input.required' });
  return problems;
}

/** The report is signed and submitted; from now on it is a version of its own (R4.11, D1.2 no. 10). */
export function submitInvestigationReport(): PipelineAct {
  return {
    name: 'submitInvestigationReport',
    input: reportInput(),
    given: (_work, input) => ({ givenOriginal: input.originalComplaintId != null }),
    async write(work, input, cleared) {
      const id = await keepDraft(work, input, cleared);
      const report = (await work.load('InvestigationReport', id)) ?? {};
      const conclusion = input.conclusion ?? (report.version === 1 ? null : report.conclusion);
      const problems = await missingOf(work, id, report);
      if (conclusion == null) problems.push({ path: 'conclusion', message: 'input.required' });
      if (problems.length > 0) throw badInput(...problems);
      await work.update('InvestigationReport', id, { signedAt: work.now.toISOString() });
      await sendCopies(work, cleared.complaint, [
        { copy: 'REPORT', departmentId: cleared.facts.handlingDepartmentId },
      ]);
      return {
        note: String(report.conclusionText).slice(0, 2000),
        changes: { conclusion: report.conclusion, reportedAt: work.now.toISOString() },
      };
    },
  };
}

/** Keeps a draft of the report; no step of the pipeline, and nobody is told. */
const saveDraft: Command<CaseInput, CaseOutcome & { readonly reportId: string }> = {
  name: 'saveInvestigationReport',
  permission: null,
  targets: ({ id, expectedVersion }) => [{ kind: 'Complaint', id: String(id), expectedVersion }],
  stale: staleCase,
  async run(work, input) {
    const complaint = (await work.load('Complaint', String(input.id))) ?? {};
    const cleared = await clearStep(work, complaint, 'submitInvestigationReport', null, {}, 'draft');
    work.onBehalfOf(cleared.standing.principal?.staffId ?? null);
    const reportId = await keepDraft(work, input, cleared);
    return { id: String(input.id), told: [], next: null, reportId };
  },
};

export function saveInvestigationReportSpec(): ActSpec {
  return caseSpec(saveDraft, { ...versioned, ...reportInput() });
}
