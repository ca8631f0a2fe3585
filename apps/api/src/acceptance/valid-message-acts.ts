import { houseStaff } from '../testing/small-house.js';
import type { ValidAct } from './valid-acts.js';
import type { World } from './world.js';

const notification = (world: World, to: string) =>
  world.plant('Notification', {
    toId: houseStaff[to] ?? '',
    message: 'clock.atRisk',
    content: { no: 'TS-1' },
    weight: 'TODO',
    at: '2026-01-06T02:00:00.000Z',
  });

const robots = ['WECOM_ROBOT', 'DINGTALK_ROBOT', 'FEISHU_ROBOT'];
const channels = ['WECOM_APP', 'DINGTALK_APP', 'FEISHU_APP'];

/** One valid example of every act about messages. */
export const messageActs: Readonly<Record<string, ValidAct>> = {
  markNotificationsRead: {
    as: 'gm',
    input: async (world) => ({ ids: [await notification(world, 'gm')] }),
  },
  markAllNotificationsRead: {
    as: 'gm',
    input: async (world) => ({
      until: new Date(Date.UTC(2026, 0, 6) + world.next() * 1000).toISOString(),
    }),
  },
  saveMessageChannel: {
    as: 'sys-admin',
    kind: 'PersonalChannel',
    mentions: ['staffId'],
    input: async (world) => ({
      staffId: await world.plant('Staff', { displayName: `员工${world.next()}`, status: 'ACTIVE' }),
      channel: channels[world.next() % channels.length],
      level: 'ALL',
      address: `account${world.next()}`,
      language: 'en',
    }),
  },
  sendTestMessage: {
    as: 'sys-admin',
    kind: 'MessageDelivery',
    back: 'messageDelivery { FIELD }',
    input: async (world) => ({ channel: robots[world.next() % robots.length] }),
  },
  retryDelivery: {
    as: 'sys-admin',
    input: async (world) => ({
      id: await world.plant('MessageDelivery', {
        channel: 'EMAIL',
        messageId: `failed-${world.next()}`,
        digest: false,
        content: { at: '2026-01-06T02:00:00.000Z' },
        notBefore: '2026-01-06T02:00:00.000Z',
        state: 'FAILED',
        attempts: 8,
      }),
      expectedVersion: 1,
    }),
  },
};
