import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { articles as knownArticles } from '@kehu/domain/regulations/regulations';
import { dayIn } from '@kehu/domain/text/dates';
import { holdersOf } from '../../../access/role-holders.js';
import { type ActSpec, inputFields, versioned } from '../../../commands/act-schema.js';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, type FieldProblem, ruleViolation } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { notify, type Told } from '../../../notify/notify.js';
import type { RecordRow } from '../../../records/encode.js';
import { others } from './people.js';

type Values = ActInput & Readonly<Record<string, unknown>>;
interface Outcome {
  readonly id: string;
  readonly told: readonly Told[];
}
const keeps = { subject: 'policyText', action: 'UPDATE' } as const;

const isArticle = (no: string): boolean => knownArticles.some((known) => known.code === no);

/** The articles of an input, each once and of the regulations. Room for the company's own text of lost ones is here (R4.19–24). */
function articleRows(given: unknown): { rows: RecordRow[]; problems: FieldProblem[] } {
  if (given === undefined) return { rows: [], problems: [] };
  if (!Array.isArray(given) || given.length === 0)
    return { rows: [], problems: [{ path: 'articles', message: 'input.required' }] };
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const rows = given.map((each, at) => {
    const checked = checkFields(
      kindNamed('PolicyArticle'),
      { ...(each as object) },
      {
        fields: ['article', 'text'],
        partial: false,
        path: `articles.${at}.`,
      },
    );
    problems.push(...checked.problems);
    const no = String(checked.row.article ?? '');
    const path = `articles.${at}.article`;
    if (no !== '' && !isArticle(no)) problems.push({ path, message: 'rule.articleUnknown' });
    if (seen.has(no)) problems.push({ path, message: 'rule.articleTwice' });
    seen.add(no);
    return checked.row;
  });
  return { rows, problems };
}

/** A version of a regulation with the organisation's own text of its articles, in force from a day on (R4.28). */
export const publishPolicyVersion: Command<Values, Outcome> = {
  name: 'publishPolicyVersion',
  permission: keeps,
  async run(work, { idempotencyKey: _, articles, ...input }) {
    const { row, problems } = checkFields(kindNamed('PolicyVersion'), input, {
      fields: ['regulation', 'code', 'effectiveFrom', 'note'],
      partial: false,
    });
    const own = articleRows(articles);
    problems.push(...own.problems);
    const day = dayIn(work.context.organisation.zone, work.now);
    if (typeof row.effectiveFrom === 'string' && row.effectiveFrom < day)
      problems.push({ path: 'effectiveFrom', message: 'rule.effectiveInPast' });
    const same = { regulation: String(row.regulation ?? ''), code: String(row.code ?? '') };
    if (problems.length === 0 && (await work.count('PolicyVersion', same)) > 0)
      problems.push({ path: 'code', message: 'input.duplicate' });
    if (problems.length > 0) throw badInput(...problems);
    const id = await work.insert('PolicyVersion', { ...row, byId: work.actor.staffId });
    for (const article of own.rows) await work.insert('PolicyArticle', { ...article, policyVersionId: id });
    return { id, told: [] };
  },
};

/** Anybody asks what an article means; HR and administration is told. */
export const askInterpretation: Command<Values, Outcome> = {
  name: 'askInterpretation',
  permission: { subject: 'policyText', action: 'CREATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('PolicyInterpretation'), input, {
      fields: ['article', 'question'],
      partial: false,
    });
    if (row.article != null && !isArticle(String(row.article)))
      problems.push({ path: 'article', message: 'rule.articleUnknown' });
    if (problems.length > 0) throw badInput(...problems);
    const id = await work.insert('PolicyInterpretation', {
      ...row,
      askedById: work.actor.staffId,
      askedAt: work.now.toISOString(),
    });
    const told = await notify(work, {
      to: others(work, await holdersOf(work, ['HR_ADMIN'])),
      message: 'note.interpretationAsked',
      content: { article: String(row.article) },
      weight: 'TODO',
      kind: 'PolicyInterpretation',
      recordId: id,
      recordNo: null,
    });
    return { id, told };
  },
};

/** The final interpretation rests with HR and administration (R4.28); an answer is given once. */
export const answerInterpretation: Command<
  Values & { readonly id: string; readonly expectedVersion: number },
  Outcome
> = {
  name: 'answerInterpretation',
  permission: keeps,
  targets: ({ id, expectedVersion }) => [{ kind: 'PolicyInterpretation', id: String(id), expectedVersion }],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const { row, problems } = checkFields(kindNamed('PolicyInterpretation'), input, {
      fields: ['answer'],
      partial: true,
    });
    if (row.answer == null && problems.length === 0)
      problems.push({ path: 'answer', message: 'input.required' });
    if (problems.length > 0) throw badInput(...problems);
    const asked = (await work.load('PolicyInterpretation', id)) ?? {};
    if (asked.answeredAt != null) throw ruleViolation('rule.answeredAlready', 'R4.28');
    await work.update('PolicyInterpretation', id, {
      answer: row.answer,
      answeredById: work.actor.staffId,
      answeredAt: work.now.toISOString(),
    });
    const told = await notify(work, {
      to: others(work, asked.askedById),
      message: 'note.interpretationAnswered',
      content: { article: String(asked.article) },
      weight: 'INFO',
      kind: 'PolicyInterpretation',
      recordId: id,
      recordNo: null,
    });
    return { id, told };
  },
};

const saved = (outcome: unknown) => {
  const { id: recordId, told } = outcome as Outcome;
  return { recordId, told };
};

/** Mutations of the text of the regulations. */
export function policyActs(): ActSpec[] {
  const { declarations } = catalogueTypes();
  declarations.input(
    'PolicyArticleInput',
    inputFields('PolicyArticle', ['article', 'text'], ['article', 'text']),
  );
  const article = declarations.ref('PolicyArticleInput');
  return [
    {
      command: publishPolicyVersion,
      label: label('发布办法版本', '發布辦法版本', 'Publish a version of a regulation'),
      input: {
        ...inputFields(
          'PolicyVersion',
          ['regulation', 'code', 'effectiveFrom', 'note'],
          ['regulation', 'code', 'effectiveFrom'],
        ),
        articles: {
          type: () => [article()],
          label: label('本公司自己的条文', '本公司自己的條文', "The company's own text of articles"),
        },
      },
      returns: 'PolicyVersion',
      answer: saved,
    },
    {
      command: askInterpretation,
      label: label('询问条款', '詢問條款', 'Ask what an article means'),
      input: inputFields('PolicyInterpretation', ['article', 'question'], ['article', 'question']),
      returns: 'PolicyInterpretation',
      answer: saved,
    },
    {
      command: answerInterpretation,
      label: label('解释条款', '解釋條款', 'Answer a question about an article'),
      input: { ...versioned, ...inputFields('PolicyInterpretation', ['answer'], ['answer']) },
      returns: 'PolicyInterpretation',
      answer: saved,
    },
  ] as ActSpec[];
}
