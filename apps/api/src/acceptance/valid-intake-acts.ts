import { plantCase } from '../departments/complaints/testing/plant-case.js';
import { house, houseStaff } from '../testing/small-house.js';
import type { ValidAct } from './valid-acts.js';
import { casePeople } from './valid-complaint-acts.js';
import type { World } from './world.js';

const open = async (world: World, store: string = house.departments.storeA) =>
  (
    await plantCase((kind, row) => world.plant(kind, row), 'REGISTERED', casePeople, {
      storeId: store,
      ...(store === house.departments.storeA
        ? {}
        : { receivedById: null, ownerId: null, handlingDepartmentId: null, handlerId: null }),
    })
  ).id;
const elsewhere = (world: World) => open(world, house.departments.storeB);

/** A file that somebody uploaded and no act has taken yet. */
async function uploaded(world: World, login: string): Promise<string> {
  const id = await world.server.services.ids.next();
  await world.server.services.database.change(
    `INSERT INTO uploaded_file (id, staff_id, file_name, mime, size, sha256, at) VALUES (?, ?, '照片.png', 'image/png', 9, ?, ?)`,
    [
      id,
      houseStaff[login] ?? '',
      'a'.repeat(64),
      new Date().toISOString().replace('T', ' ').replace('Z', ''),
    ],
  );
  return id;
}

/** One valid example of every act of the intake. */
export const intakeActs: Readonly<Record<string, ValidAct>> = {
  registerComplaint: {
    as: 'store-staff',
    kind: 'Complaint',
    back: 'complaint { FIELD }',
    mentions: ['customerId'],
    mayBeEmpty: ['fileIds', 'originalFileIds'],
    input: async (world) => ({
      customerId: house.customersA[0],
      subject: `椅脚断裂${world.next()}`,
      description: '使用两周后椅脚断裂。',
      category: 'QUALITY_DEFECT',
      channel: 'STORE',
      demands: [{ type: 'REFUND' }],
    }),
  },
  updateComplaint: {
    as: 'store-staff',
    kind: 'Complaint',
    back: 'complaint { FIELD }',
    input: async (world) => ({ id: await open(world), expectedVersion: 1, batchNo: `P${world.next()}` }),
    foreign: elsewhere,
  },
  addComplaintIntake: {
    as: 'store-staff',
    mayBeEmpty: ['fileIds'],
    input: async (world) => ({
      id: await open(world),
      expectedVersion: 1,
      channel: 'HOTLINE_12315',
      outsideNo: `N${world.next()}`,
    }),
    foreign: elsewhere,
  },
  attachFiles: {
    as: 'store-staff',
    input: async (world) => ({
      id: await open(world),
      expectedVersion: 1,
      fileIds: [await uploaded(world, 'store-staff')],
    }),
    foreign: elsewhere,
  },
};
