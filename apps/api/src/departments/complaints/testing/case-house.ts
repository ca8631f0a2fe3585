import type { Role } from '@kehu/domain/access/roles';
import { type House, testHouse } from '../../../access/testing/house.js';
import type { ActInput, Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import { storedInstant } from '../../../records/decode.js';
import type { RecordRow } from '../../../records/encode.js';
import { pipelineActs } from '../acts.js';
import { openCase } from '../case/open-case.js';

/** A house with everybody who has a part in a complaint, two stores, and two departments that handle. */
export interface CaseHouse extends House {
  readonly people: Readonly<Record<string, string>>;
  readonly departments: Readonly<Record<string, string>>;
  readonly customer: string;
  /** Registers a case through the runner, by a person of the house. */
  open(by: string, more?: RecordRow): Promise<string>;
  /** Performs an act of the pipeline as somebody, on the case as it stands. */
  act(by: string, name: string, id: string, input?: Readonly<Record<string, unknown>>): Promise<unknown>;
  row(id: string): Promise<RecordRow>;
  /** Files the original complaint, without which no report is complete (R4.11). */
  original(id: string): Promise<string>;
  /** A file that somebody uploaded and no act has taken yet. */
  uploaded(by: string): Promise<string>;
}

const roster: readonly (readonly [string, Role, string])[] = [
  ['clerk', 'STORE_STAFF', 'storeA'],
  ['supervisor', 'STORE_SUP', 'storeA'],
  ['clerkB', 'STORE_STAFF', 'storeB'],
  ['supervisorB', 'STORE_SUP', 'storeB'],
  ['service', 'OPS_CS', 'service'],
  ['service2', 'OPS_CS', 'service'],
  ['office', 'HR_ADMIN', 'office'],
  ['handler', 'HANDLER', 'quality'],
  ['handler2', 'HANDLER', 'quality'],
  ['reviewer', 'HANDLER_SUP', 'quality'],
  ['head', 'DEPT_HEAD', 'quality'],
  ['logistics', 'LOGISTICS', 'dispatch'],
  ['dispatchHead', 'HANDLER_SUP', 'dispatch'],
  ['gm', 'GM', 'headquarters'],
  ['area', 'AREA_MANAGER', 'headquarters'],
  ['analyst', 'ANALYST', 'headquarters'],
  ['admin', 'SYS_ADMIN', 'headquarters'],
];

const kinds: Readonly<Record<string, string>> = {
  headquarters: 'HEADQUARTERS',
  storeA: 'STORE',
  storeB: 'STORE',
  service: 'OPS_CS',
  office: 'HR_ADMIN',
  quality: 'OTHER',
  dispatch: 'LOGISTICS',
};

export async function caseHouse(): Promise<CaseHouse> {
  const house = await testHouse();
  const region = await house.plant('Region', { code: 'EAST', name: '华东' });
  const departments: Record<string, string> = {};
  for (const [code, kind] of Object.entries(kinds)) {
    departments[code] = await house.plant('Department', {
      code,
      name: `${code}部`,
      kind,
      parentId: departments.headquarters ?? null,
      regionId: kind === 'STORE' ? region : null,
    });
  }
  const people: Record<string, string> = {};
  for (const [login, role, at] of roster) {
    people[login] = await house.person(login, [role], {
      departmentId: departments[at] ?? null,
      regionId: role === 'AREA_MANAGER' ? region : null,
    });
  }
  const customer = await house.plant('Customer', { name: '王小明', storeId: departments.storeA ?? null });
  const commands = new Map(
    pipelineActs().map(({ command }) => [command.name, command as unknown as Command<never, unknown>]),
  );
  const row = async (id: string): Promise<RecordRow> => {
    const [found] = await house.services.database.query<RecordRow>('SELECT * FROM complaint WHERE id = ?', [
      id,
    ]);
    if (!found) throw new Error(`There is no case ${id}.`);
    return found;
  };
  const register: Command<ActInput & { readonly row: RecordRow }, { id: string }> = {
    name: 'registerComplaint',
    permission: { subject: 'complaintCard', action: 'CREATE' },
    run: async (work, input) => ({ id: (await openCase(work, input.row)).id }),
  };
  return {
    ...house,
    people,
    departments,
    customer,
    row,
    async open(by, more = {}) {
      const context = await house.as(people[by] ?? '');
      const { id } = await perform(
        register,
        {
          row: {
            procedure: 'STANDARD',
            severity: 'GENERAL',
            category: 'QUALITY_DEFECT',
            channel: 'STORE',
            subject: '椅子断裂',
            description: '坐下时椅脚断裂',
            customerId: customer,
            complainantName: '王小明',
            complainantPhone: '13912340000',
            storeId: departments.storeA ?? null,
            policyVersion: 'R4-1',
            procedureVersion: 1,
            ...more,
          },
        },
        context,
      );
      return id;
    },
    async act(by, name, id, input = {}) {
      const command = commands.get(name);
      if (!command) throw new Error(`There is no act ${name}.`);
      const { version } = await row(id);
      const context = await house.as(people[by] ?? by);
      return perform(command, { id, expectedVersion: Number(version), ...input } as never, context);
    },
    original: (id) =>
      house.plant('Attachment', {
        complaintId: id,
        fileName: '投诉信.pdf',
        mime: 'application/pdf',
        size: 1,
        sha256: 'a'.repeat(64),
        personal: true,
        original: true,
        uploadedAt: house.clock.now().toISOString(),
      }),
    async uploaded(by) {
      const id = await house.services.ids.next();
      await house.services.database.change(
        `INSERT INTO uploaded_file (id, staff_id, file_name, mime, size, sha256, at)
         VALUES (?, ?, '投诉信.pdf', 'application/pdf', 9, ?, ?)`,
        [id, people[by] ?? '', 'b'.repeat(64), storedInstant(house.clock.now())],
      );
      return id;
    },
  };
}

const heads = ['SCOPE', 'REASON', 'PURPOSE', 'RESPONSIBILITY', 'DEMAND', 'OTHER'];

/** A report that is complete (R4.17, R4.10). */
export const wholeReport = (originalComplaintId: string, conclusion = 'THIRD_PARTY') => ({
  cause: '焊接不牢',
  course: '客户坐下时断裂',
  conclusion,
  conclusionText: '供应商责任',
  countermeasures: '更换',
  preventiveMeasures: '加强检验',
  originalComplaintId,
  items: heads.map((head) => ({ head, finding: '属实' })),
  responsiblePersons: [{ externalName: '供应商', responsibility: 'MAIN', share: 100 }],
});
