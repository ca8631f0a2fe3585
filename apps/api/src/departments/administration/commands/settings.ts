import { role } from '@kehu/domain/access/roles';
import { catalogue, kindNamed } from '@kehu/domain/catalogue/catalogue';
import { languages } from '@kehu/domain/catalogue/labels';
import type { ActInput, Command } from '../../../commands/command.js';
import { badInput, type FieldProblem, notFound } from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { ChangeInput } from './staff.js';

type Values = ActInput & Readonly<Record<string, unknown>>;
/** Saves what has an id, creates what has none. */
export type SaveInput = Values & { readonly id?: string | null; readonly expectedVersion?: number | null };
type Outcome = { readonly id: string };

export const codeListFields = [
  'list',
  'code',
  'labelHans',
  'labelHant',
  'labelEn',
  'position',
  'active',
] as const;
export const labelFields = ['key', 'labelHans', 'labelHant', 'labelEn'] as const;
export const organisationFields = ['name', 'timeZone', 'currency', 'locale'] as const;
export const viewFields = ['list', 'name', 'content', 'shared'] as const;

const targetOf =
  (kind: string) =>
  ({ id, expectedVersion }: SaveInput) =>
    id == null ? [] : [{ kind, id: String(id), expectedVersion: expectedVersion ?? 0 }];

/** An entry of a code list that the organisation keeps itself. */
export const saveCodeListEntry: Command<SaveInput, Outcome> = {
  name: 'saveCodeListEntry',
  permission: { subject: 'codeList', action: 'UPDATE' },
  targets: targetOf('CodeListEntry'),
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const defaults = id == null ? { position: 0, active: true } : {};
    const { row, problems } = checkFields(
      kindNamed('CodeListEntry'),
      { ...defaults, ...input },
      { fields: codeListFields, partial: id != null },
    );
    if (problems.length > 0) throw badInput(...problems);
    if (id == null) return { id: await work.insert('CodeListEntry', row) };
    await work.update('CodeListEntry', id, row);
    return { id };
  },
};

/** Whether a label can have this key: `Role.GM`, `DepartmentKind.STORE`, `Customer.grade`. */
function isLabelKey(key: string): boolean {
  const [owner = '', name = ''] = key.split('.');
  if (owner === role.name) return role.codes.some((code) => code === name);
  const kind = catalogue.find((known) => known.name === owner);
  if (kind) return name in kind.fields;
  return catalogue.some((known) =>
    Object.values(known.fields).some(
      (field) =>
        field.is === 'column' && field.vocabulary?.name === owner && field.vocabulary.codes.includes(name),
    ),
  );
}

/** The organisation's own word for a role, a code or a field (总经理 → 支行行长); one word per key. */
export const saveLabelOverride: Command<Values & { readonly key: string }, Outcome> = {
  name: 'saveLabelOverride',
  permission: { subject: 'organisationSettings', action: 'UPDATE' },
  async run(work, { idempotencyKey: _, ...input }) {
    const { row, problems } = checkFields(kindNamed('LabelOverride'), input, {
      fields: labelFields,
      partial: false,
    });
    if (problems.length === 0 && !isLabelKey(String(row.key)))
      problems.push({ path: 'key', message: 'input.unknownField' });
    if (problems.length > 0) throw badInput(...problems);
    const [known] = await work.find('LabelOverride', { key: String(row.key) });
    if (!known) return { id: await work.insert('LabelOverride', row) };
    await work.update('LabelOverride', String(known.id), { labelHant: null, labelEn: null, ...row });
    return { id: String(known.id) };
  },
};

/** Back to the product's own word. */
export const removeLabelOverride: Command<ActInput & { readonly key: string }, { readonly id: null }> = {
  name: 'removeLabelOverride',
  permission: { subject: 'organisationSettings', action: 'UPDATE' },
  async run(work, { key }) {
    const [known] = await work.find('LabelOverride', { key: String(key) });
    if (!known) throw notFound();
    await work.remove('LabelOverride', String(known.id));
    return { id: null };
  },
};

/** Name, zone, currency and language of the organisation. */
export const updateOrganisation: Command<ChangeInput, Outcome> = {
  name: 'updateOrganisation',
  permission: { subject: 'organisationSettings', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'Organisation', id: String(id), expectedVersion }],
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const { row, problems } = checkFields(kindNamed('Organisation'), input, {
      fields: organisationFields,
      partial: true,
    });
    problems.push(...settingProblems(row));
    if (problems.length > 0) throw badInput(...problems);
    await work.update('Organisation', id, row);
    return { id };
  },
};

function settingProblems(row: Readonly<Record<string, unknown>>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (typeof row.timeZone === 'string' && !isTimeZone(row.timeZone))
    problems.push({ path: 'timeZone', message: 'input.timeZone' });
  if (typeof row.currency === 'string' && !/^[A-Z]{3}$/.test(row.currency)) {
    problems.push({
      path: 'currency',
      message: 'input.notOneOf',
      values: { codes: 'CNY, TWD, HKD, USD, EUR …' },
    });
  }
  if (typeof row.locale === 'string' && !languages.some((language) => language === row.locale)) {
    problems.push({ path: 'locale', message: 'input.notOneOf', values: { codes: languages.join(', ') } });
  }
  return problems;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** Longest content of a saved view, as JSON. */
const longestView = 20_000;

/** A list view of one's own: filter, order, columns. A name is used once per list. */
export const saveView: Command<SaveInput, Outcome> = {
  name: 'saveView',
  permission: { subject: 'savedView', action: 'CREATE' },
  targets: targetOf('SavedView'),
  async run(work, { id, expectedVersion: _v, idempotencyKey: _k, ...input }) {
    const defaults = id == null ? { shared: false } : {};
    const { row, problems } = checkFields(
      kindNamed('SavedView'),
      { ...defaults, ...input },
      { fields: viewFields, partial: id != null },
    );
    if (JSON.stringify(row.content ?? null).length > longestView) {
      problems.push({ path: 'content', message: 'input.tooLong', values: { max: longestView } });
    }
    if (problems.length > 0) throw badInput(...problems);
    if (id == null) return { id: await work.insert('SavedView', { ...row, staffId: work.actor.staffId }) };
    await work.update('SavedView', id, row);
    return { id };
  },
};

export const deleteView: Command<ChangeInput, { readonly id: null }> = {
  name: 'deleteView',
  permission: { subject: 'savedView', action: 'UPDATE' },
  targets: ({ id, expectedVersion }) => [{ kind: 'SavedView', id: String(id), expectedVersion }],
  async run(work, { id }) {
    await work.remove('SavedView', id);
    return { id: null };
  },
};
