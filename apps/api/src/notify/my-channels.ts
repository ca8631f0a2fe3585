import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { type Language, label, languages } from '@kehu/domain/catalogue/labels';
import { channelLevel, messageChannel } from '@kehu/domain/platform/notification';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import type { RootSpec } from '../commands/act-schema.js';
import type { ActInput, Command } from '../commands/command.js';
import { badInput, type FieldProblem, forbidden, unauthenticated } from '../commands/errors.js';
import { checkFields } from '../commands/validate.js';
import { catalogueTypes } from '../graphql/schema/catalogue-types.js';
import type { RecordRow } from '../records/encode.js';
import { channelsOf, isRobot, type MessageChannel } from './channels/settings.js';
import { addressOf, choiceOf, personalChannels } from './personal-channels.js';

export interface SaveChannelInput extends ActInput {
  /** Oneself unless given. */
  readonly staffId?: string | null;
  readonly channel: MessageChannel;
  readonly level: string;
  /** Null: the number or mail address of the staff file counts. */
  readonly address?: string | null;
  readonly language?: string | null;
}

const right = { subject: 'personalChannel', action: 'UPDATE' } as const;

const account = /^[\w.@-]{1,64}$/;
const addresses: Partial<Readonly<Record<MessageChannel, RegExp>>> = {
  EMAIL: /^[^\s@<>,;:"()[\]\\]{1,60}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i,
  SMS: /^\+?\d[\d -]{4,18}\d$/,
};

/** Whether a text can be an address of a channel. */
export function fitsAddress(channel: MessageChannel, address: string): boolean {
  return (addresses[channel] ?? account).test(address);
}

function problemsOf({ channel, address, language }: RecordRow): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const way = channel as MessageChannel;
  if (isRobot(way)) problems.push({ path: 'channel', message: 'rule.channelOfGroup' });
  if (typeof address === 'string' && !fitsAddress(way, address))
    problems.push({ path: 'address', message: 'rule.channelAddress' });
  if (language != null && !languages.includes(language as Language))
    problems.push({
      path: 'language',
      message: 'input.notOneOf',
      values: { codes: languages.join(', ') },
    });
  return problems;
}

/**
 * How somebody takes messages by one channel: everything, what is urgent, or nothing; where he is reached
 * and in which language. One's own; administrators enter accounts for others.
 */
export const saveMessageChannel: Command<SaveChannelInput, { readonly id: string }> = {
  name: 'saveMessageChannel',
  permission: right,
  targets: ({ staffId }) =>
    staffId == null
      ? []
      : [{ kind: 'Staff', id: String(staffId), expectedVersion: null, reach: 'see', path: 'staffId' }],
  async run(work, { idempotencyKey: _, staffId: given, ...input }) {
    const staffId = given == null ? work.actor.staffId : String(given);
    const { row, problems } = checkFields(kindNamed('PersonalChannel'), input, {
      fields: ['channel', 'level', 'address', 'language'],
      partial: false,
    });
    if (problems.length === 0) problems.push(...problemsOf(row));
    if (problems.length > 0) throw badInput(...problems);
    if (!(await work.reaches(right, 'PersonalChannel', { staffId }))) throw forbidden();
    const [known] = await work.find('PersonalChannel', { staffId, channel: String(row.channel) });
    if (!known) return { id: await work.insert('PersonalChannel', { staffId, ...row }) };
    await work.update('PersonalChannel', String(known.id), row);
    return { id: String(known.id) };
  },
};

/** The type of `myMessageChannels`. */
export function declareMyChannels(): void {
  const { declarations: to } = catalogueTypes();
  const required = true as const;
  to.object(
    'MyMessageChannel',
    {
      channel: { type: to.ref('MessageChannel'), required },
      label: { type: () => GraphQLString, required, label: messageChannelLabel },
      available: {
        type: () => GraphQLBoolean,
        required,
        label: label('本单位已设置', '本單位已設定', 'Set up here'),
      },
      group: {
        type: () => GraphQLBoolean,
        required,
        label: label(
          '发给全群，不按人设置',
          '發給全群，不按人設定',
          'Speaks to a group; nobody sets it for himself',
        ),
      },
      level: { type: to.ref('ChannelLevel'), required },
      levelLabel: { type: () => GraphQLString, required },
      address: {
        type: () => GraphQLString,
        label: label('自己填写的地址', '自己填寫的地址', 'The address that one entered oneself'),
      },
      addressInUse: {
        type: () => GraphQLString,
        label: label(
          '实际使用的地址（自填的，否则员工档案中的）',
          '實際使用的地址（自填的，否則員工檔案中的）',
          'The address that counts: one’s own, else that of the staff file',
        ),
      },
      language: { type: () => GraphQLString, label: label('语言', '語言', 'Language') },
    },
    label('我的接收方式', '我的接收方式', 'How I take messages'),
  );
}

const messageChannelLabel = label('方式名称', '方式名稱', 'The channel in words');

/** `myMessageChannels`: every channel with the asker's own choice, set up here or not. */
export function myChannelRoots(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  const type = to.ref('MyMessageChannel');
  return [
    {
      name: 'myMessageChannels',
      label: label('我的接收方式', '我的接收方式', 'How I take messages'),
      args: {},
      type: () => [type()],
      async resolve(_, { actor, services, language }) {
        if (!actor) throw unauthenticated();
        const asking = {
          rows: <Row>(sql: string, values: Parameters<typeof services.database.query>[1]) =>
            services.database.query<Row>(sql, values),
          context: { services },
        };
        const people = await personalChannels(asking, [actor.staffId]);
        const open = channelsOf(services.settings.messages);
        return messageChannel.codes.map((channel) => {
          const own = choiceOf(people, actor.staffId, channel);
          return {
            channel,
            label: messageChannel.labels[channel][language],
            available: open.includes(channel),
            group: isRobot(channel),
            level: own.level,
            levelLabel: channelLevel.labels[own.level][language],
            address: own.address,
            addressInUse: isRobot(channel) ? null : addressOf(people, actor.staffId, channel),
            language: own.language,
          };
        });
      },
    },
  ];
}
