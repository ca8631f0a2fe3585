import { describe, expect, it } from 'vitest';
import type { Action, Scope } from './permission.js';
import { permissions } from './permissions.js';
import type { Role } from './roles.js';
import type { SubjectName } from './subjects.js';

/**
 * The matrices as the dossier prints them, one line a role, one column after the other, in the
 * letters of B2 (`V` reveals, `N` counts). A cell lists what must be there; `–` means that nothing
 * may be. `=` before a cell marks where practice or a rule of the product stands above the dossier, with what
 * they say instead.
 */
interface Printed {
  readonly columns: readonly (readonly SubjectName[])[];
  readonly rows: Readonly<Partial<Record<Role, string>>>;
}

const b3: Printed = {
  columns: [
    ['customerFile'],
    ['customerGrade'],
    ['ownerTransfer', 'customerPool'],
    ['visitorRegister'],
    ['interaction', 'feedbackTicket', 'departmentTask'],
    ['followUpVisit'],
    ['satisfactionSurvey'],
    ['training', 'trainingRecord'],
  ],
  rows: {
    STORE_STAFF: 'CRU:s,V:o | R:s | T:s | CRU:s | CRU:s | CRU:o | C:s | R:*,R:o',
    STORE_SUP: 'RU:s,V:s | U:s | A:s | RU:s | RUA:s | RUT:s | R:s | R:s',
    OPS_CS: 'CRU:*,V:* | RU:* | C:* | CRU:* | CRU:* | CRU:* | CR:* | R:*',
    HR_ADMIN: 'R:*,V:c | R:* | R:* | R:* | R:* | R:* | R:* | A:*',
    HANDLER: 'R:c | – | – | – | RU:c | – | – | R:*',
    HANDLER_SUP: 'R:c | – | – | – | RU:d | – | – | CR:d',
    GM: 'R:*,V:* | R:* | A:* | R:* | R:* | R:* | R:* | R:*',
    KAM: '=CRU:o,V:o | =U:o | =CT:o | =CRU:o | =CRU:o | CRU:o | =CR:o | R:*',
    OPS: 'R:* | – | – | R:* | RU:c | – | – | R:*',
    LOGISTICS: 'R:c,V:c | – | – | – | RU:c | – | – | R:*',
    TECH: 'R:c | – | – | – | RU:c | – | – | R:*',
    RM: 'CRU:o,V:o | U:o | C:o | CR:o | CRU:o | CRU:o | CR:o | R:*',
    CREDIT_REVIEWER: 'R:c,V:c | – | – | – | – | R:c | – | R:*',
    RISK_MGR: 'R:g,V:g | – | – | – | – | R:g | – | R:*',
    DEPT_HEAD: 'RU:d,V:d | A:d | A:d | R:d | RA:d | RT:d | R:d | CRU:d',
    ANALYST: 'R:* | R:* | R:* | N:* | R:* | R:* | R:* | R:*',
    SYS_ADMIN: '– | – | – | – | – | – | – | –',
    PRIVACY_OFFICER: '– | – | – | – | – | – | – | –',
  },
};

const b4: Printed = {
  columns: [
    ['complaintCard'],
    ['storeAssessment', 'acceptanceRuling'],
    ['departmentAssignment'],
    ['investigationReport'],
    ['supervisorReview'],
    ['hrOpinion'],
    ['gmDecision'],
    ['handlingOpinion'],
    ['customerReply', 'notAcceptedReply'],
    ['compensation'],
    ['complaintMonthlyReport'],
    ['supervision'],
  ],
  rows: {
    STORE_STAFF: 'CRU:s | T:s | – | R:s | – | – | – | R:s | T:s | – | – | –',
    STORE_SUP: 'CRU:s | A:s | – | R:s | – | – | – | R:s | T:s | R:s | R:s | –',
    OPS_CS: 'CRU:* | A:* | C:* | R:* | – | R:* | R:* | R:* | T:* | R:* | R:* | T:*',
    HR_ADMIN: '=CR:* | R:* | T:* | R:* | – | T:* | C:* | R:* | R:* | R:* | CUT:* | T:*',
    HANDLER: '=C:*,R:c | – | – | CRU:c | – | R:c | R:c | CRU:c | – | CT:c | – | –',
    HANDLER_SUP: '=C:*,R:d | – | – | R:d | A:d | R:d | R:d | A:d | – | A:d | – | –',
    GM: '=CR:* | A:* | A:* | R:* | – | R:* | A:* | R:* | R:* | A:* | A:* | T:*',
    KAM: '=CRU:o | – | – | CRU:c | – | – | – | CRU:c | =C:o | =C:o | =R:o | =T:o',
    OPS: 'C:*,R:c | – | – | CRU:c | – | R:c | R:c | CRU:c | – | T:c | – | –',
    LOGISTICS: 'C:*,R:c | – | – | CRU:c | – | R:c | R:c | CRU:c | – | T:c | – | –',
    TECH: 'C:*,R:c | – | – | CRU:c | – | R:c | R:c | CRU:c | – | T:c | – | –',
    RM: 'C:*,R:o | – | – | CRU:c | – | – | – | – | – | – | R:o | –',
    RISK_MGR: 'C:*,R:c | – | – | – | – | – | – | – | – | – | – | –',
    DEPT_HEAD: '=C:*,R:d | – | – | R:d | A:d | R:d | R:d | A:d | – | A:d | R:d | –',
    ANALYST: 'R:* | – | – | R:* | – | – | – | – | – | R:* | R:* | –',
    CREDIT_REVIEWER: '=C:* | – | – | – | – | – | – | – | – | – | – | –',
    SYS_ADMIN: '– | – | – | – | – | – | – | – | – | – | – | –',
    PRIVACY_OFFICER: '– | – | – | – | – | – | – | – | – | – | – | –',
  },
};

const nothing11 = Array(11).fill('–').join(' | ');
const b5: Printed = {
  columns: [
    ['prospect'],
    ['creditApplication'],
    ['preliminaryReview'],
    ['creditInvestigation'],
    ['creditDecision', 'creditRefusal', 'creditOpinion', 'creditCommittee'],
    ['loan'],
    ['postLoanCheck'],
    ['collection'],
    ['classification'],
    ['npaHandover'],
    ['kpiTarget', 'kpiScore'],
  ],
  rows: {
    RM: 'CRU:o | CRU:o | T:o | CRUT:o | – | R:o | CRU:o | CRU:o | C:o | CRU:o | R:o',
    CREDIT_REVIEWER: '– | R:c | R:c | RA:c | A:c | R:c | R:c | – | – | – | –',
    RISK_MGR: '– | R:g | R:g | R:g | T:g | R:g | RA:g | RUT:g | A:g | AT:g | –',
    DEPT_HEAD: 'R:d | R:d | R:d | R:d | =RA:d | R:d | R:d | R:d | R:d | A:d | CR:d',
    GM: 'R:* | R:* | R:* | R:* | A:* | R:* | R:* | R:* | R:* | R:* | AR:*',
    ANALYST: 'R:* | R:* | – | – | – | R:* | R:* | R:* | R:* | R:* | R:*',
    STORE_STAFF: nothing11,
    STORE_SUP: nothing11,
    OPS_CS: nothing11,
    HR_ADMIN: nothing11,
    HANDLER: nothing11,
    HANDLER_SUP: nothing11,
    KAM: nothing11,
    OPS: nothing11,
    LOGISTICS: nothing11,
    TECH: nothing11,
    SYS_ADMIN: nothing11,
    PRIVACY_OFFICER: nothing11,
  },
};

const nothing10 = Array(10).fill('–').join(' | ');
const b6: Printed = {
  columns: [
    ['keyAccount'],
    ['solicitation', 'contract'],
    ['order', 'orderComment', 'phaseHandover'],
    ['shipment'],
    ['afterSales'],
    ['techSupport'],
    ['salesPlan'],
    ['dealerRules'],
    ['resourceCost'],
    ['proposal'],
  ],
  rows: {
    KAM: '=CRU:o | =CRU:o | =CRU:o | =RU:o | =CRUT:o | =CT:o | =CU:o | R:*,C:o | =CRU:o | C:*',
    OPS: 'R:* | R:* | CRU:* | RU:* | CRU:* | C:* | R:* | R:* | R:* | C:*',
    LOGISTICS: 'R:c | – | R:c | CRUT:* | R:c | – | – | – | – | C:*',
    TECH: 'R:c | – | R:c | – | RU:c | RUT:c | – | – | – | C:*',
    OPS_CS: 'R:* | – | R:* | R:* | CRU:* | C:* | – | R:* | – | C:*',
    DEPT_HEAD: 'RU:d | A:d | RA:d | R:d | R:d | R:d | A:d | A:d | A:d | A:d',
    GM: 'R:* | A:* | R:* | R:* | R:* | R:* | A:* | A:* | A:* | A:*',
    ANALYST: 'R:* | R:* | R:* | R:* | R:* | R:* | R:* | R:* | R:* | R:*',
    STORE_STAFF: `– | – | =R:s${' | –'.repeat(7)}`,
    STORE_SUP: `– | – | =R:s${' | –'.repeat(7)}`,
    HR_ADMIN: `– | – | =R:*${' | –'.repeat(7)}`,
    HANDLER: `– | – | =R:c${' | –'.repeat(7)}`,
    HANDLER_SUP: `– | – | =R:c${' | –'.repeat(7)}`,
    RM: `– | – | =R:o${' | –'.repeat(7)}`,
    CREDIT_REVIEWER: nothing10,
    RISK_MGR: nothing10,
    SYS_ADMIN: nothing10,
    PRIVACY_OFFICER: nothing10,
  },
};

const actions: Record<string, Action> = {
  C: 'CREATE',
  R: 'READ',
  U: 'UPDATE',
  A: 'APPROVE',
  T: 'PERFORM',
  V: 'REVEAL',
  N: 'COUNT',
};
const scopes: Record<string, Scope> = {
  o: 'OWN',
  s: 'STORE',
  d: 'DEPARTMENT',
  g: 'REGION',
  c: 'ASSIGNED',
  '*': 'ALL',
};

const cells = Object.entries({ B3: b3, B4: b4, B5: b5, B6: b6 }).flatMap(([name, printed]) =>
  Object.entries(printed.rows).flatMap(([role, line]) => {
    const texts = line.split('|').map((text) => text.trim());
    expect(texts.length, `${name} ${role}`).toBe(printed.columns.length);
    return texts.map((text, column) => ({
      name,
      role: role as Role,
      subjects: printed.columns[column] ?? [],
      text,
    }));
  }),
);

describe('the matrices of the dossier', () => {
  it.each(cells)('$name $role × $subjects: $text', ({ role, subjects, text }) => {
    // What anybody's part in a case opens, handler or helper of whatever role, stands beside the cells.
    const rows = permissions.filter(
      (row) =>
        row.role === role && (subjects as readonly string[]).includes(row.subject) && row.basis !== 'D1',
    );
    const found = new Set(rows.map((row) => `${row.action}:${row.scope}`));
    if (text === '–') {
      expect([...found]).toEqual([]);
      return;
    }
    const expected = text
      .replace(/^=/, '')
      .split(',')
      .flatMap((group) => {
        const [letters = '', reach = ''] = group.split(':');
        return [...letters].map((letter) => `${actions[letter]}:${scopes[reach]}`);
      });
    for (const one of expected) expect([...found]).toContain(one);
    // Nothing beyond the cell, but for what a cell means without saying it: reading what one works on, importing.
    const acts = new Set(expected.map((one) => one.split(':')[0]));
    const beyond = [...found].filter((one) => !acts.has(one.split(':')[0]) && !/^(READ|IMPORT):/.test(one));
    const meant: Record<string, string[]> = {
      'STORE_STAFF visitorRegister': ['REVEAL:OWN'],
      'STORE_SUP visitorRegister': ['REVEAL:STORE'],
      'OPS_CS visitorRegister': ['REVEAL:ALL'],
      'OPS_CS storeAssessment': ['PERFORM:ALL'],
      'OPS_CS compensation': ['PERFORM:ALL'],
      'CREDIT_REVIEWER creditDecision': ['PERFORM:ASSIGNED'],
      'RISK_MGR creditDecision': ['CREATE:REGION'],
      'OPS order': ['APPROVE:ALL'],
      'DEPT_HEAD kpiTarget': ['UPDATE:DEPARTMENT'],
      'KAM order': [],
    };
    expect(beyond).toEqual(meant[`${role} ${subjects[0]}`] ?? []);
  });

  it('are gone beyond by what a part in a case opens, for records of that case alone', () => {
    const byPart = permissions.filter(({ basis }) => basis === 'D1');
    expect(byPart.length).toBeGreaterThan(0);
    expect(new Set(byPart.map(({ scope }) => scope))).toEqual(new Set(['ASSIGNED']));
    const holders = new Set(byPart.map(({ role }) => role));
    for (const never of ['HR_ADMIN', 'GM', 'ANALYST', 'SYS_ADMIN', 'PRIVACY_OFFICER'] as const)
      expect(holders.has(never)).toBe(false);
  });

  it('cover every role of the dossier in each matrix', () => {
    for (const printed of [b3, b4, b5, b6]) {
      expect(Object.keys(printed.rows).length).toBe(18);
    }
  });
});
