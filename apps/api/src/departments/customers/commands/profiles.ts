import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ActInput, Command, Work } from '../../../commands/command.js';
import {
  badInput,
  type FieldProblem,
  forbidden,
  ruleViolation,
  staleVersion,
} from '../../../commands/errors.js';
import { checkFields } from '../../../commands/validate.js';
import type { RecordRow } from '../../../records/encode.js';
import { futureProblems, identityProblems, requireGradeRight } from '../rules.js';

export type SaveProfileInput = ActInput &
  Readonly<Record<string, unknown>> & {
    readonly customerId: string;
    /** Of the profile; left out when there is none yet. */
    readonly expectedVersion?: number | null;
  };

interface Profile {
  readonly kind: 'PersonProfile' | 'OrganisationProfile';
  readonly partyType: 'PERSON' | 'ORGANISATION';
  readonly fields: readonly string[];
  /** What else must hold for the profile as it would stand. */
  problems(work: Work, after: RecordRow, changes: RecordRow, customer: RecordRow): Promise<FieldProblem[]>;
}

/** What of a person's file only a natural person has. */
export const personProfile: Profile = {
  kind: 'PersonProfile',
  partyType: 'PERSON',
  fields: [
    'gender',
    'birthDate',
    'idType',
    'idNo',
    'phoneAlt',
    'wechat',
    'email',
    'occupation',
    'preferences',
    'consumptionFeatures',
  ],
  async problems(work, after, changes) {
    const problems = [...futureProblems(work, changes, ['birthDate']), ...identityProblems(work, after)];
    if (after.idNo != null && after.idType == null)
      problems.push({ path: 'idType', message: 'input.required' });
    if (problems.length === 0 && (changes.idNo != null || changes.idType != null) && after.idNo != null) {
      const same = await work.find('PersonProfile', {
        idType: String(after.idType),
        idNo: String(after.idNo),
      });
      if (same.some((other) => other.customerId !== after.customerId)) {
        problems.push({ path: 'idNo', message: 'input.duplicate' });
      }
    }
    return problems;
  },
};

/** Fields of an organisation that are its business secrets (dossier C2, CS). */
const secrets = ['annualSales', 'salesRecord', 'creditStatus', 'creditLimit'];

export const organisationProfile: Profile = {
  kind: 'OrganisationProfile',
  partyType: 'ORGANISATION',
  fields: [
    'legalName',
    'uscc',
    'legalRepresentative',
    'registeredCapital',
    'foundedOn',
    'legalForm',
    'industry',
    'fax',
    'firstDealOn',
    'headcount',
    'annualSales',
    'serviceArea',
    'salesCapacity',
    'potential',
    'businessPhilosophy',
    'salesRecord',
    'reputation',
    'creditStatus',
    'creditLimit',
    'paymentTerms',
  ],
  async problems(work, _after, changes, customer) {
    // Whoever may not see a business secret does not write one either: it could not be checked.
    const right = { subject: 'businessSecret', action: 'READ' } as const;
    if (secrets.some((name) => name in changes) && !(await work.reaches(right, 'Customer', customer)))
      throw forbidden();
    if ('potential' in changes) await requireGradeRight(work, customer);
    return futureProblems(work, changes, ['foundedOn', 'firstDealOn']);
  },
};

/** Writes a customer's profile, the first time or again; only what is given changes. */
export function saveProfile(
  name: string,
  profile: Profile,
): Command<SaveProfileInput, { readonly id: string }> {
  return {
    name,
    permission: { subject: 'customerFile', action: 'UPDATE' },
    targets: ({ customerId }) => [{ kind: 'Customer', id: String(customerId), expectedVersion: null }],
    async run(work, { customerId, expectedVersion, idempotencyKey: _, ...input }) {
      const customer = (await work.load('Customer', customerId)) ?? {};
      if (customer.partyType !== profile.partyType) {
        throw ruleViolation(
          profile.partyType === 'PERSON' ? 'rule.personOnly' : 'rule.organisationOnly',
          null,
        );
      }
      const [found] = await work.find(profile.kind, { customerId });
      const known = found ? await work.load(profile.kind, String(found.id)) : null;
      if (known && known.version !== expectedVersion) throw staleVersion(Number(known.version));
      const { row, problems } = checkFields(kindNamed(profile.kind), input, {
        fields: profile.fields,
        partial: known !== null,
      });
      if (typeof row.idNo === 'string') row.idNo = row.idNo.replace(/[\s-]/g, '').toUpperCase();
      const after = { ...known, ...row, customerId };
      if (problems.length === 0) problems.push(...(await profile.problems(work, after, row, customer)));
      if (problems.length > 0) throw badInput(...problems);
      if (known) await work.update(profile.kind, String(known.id), row);
      else await work.insert(profile.kind, { ...row, customerId });
      return { id: customerId };
    },
  };
}
