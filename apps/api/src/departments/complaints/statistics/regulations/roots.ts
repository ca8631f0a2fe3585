import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLInt, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../../commands/act-schema.js';
import { catalogueTypes } from '../../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../../graphql/schema/kinds.js';
import { answerRegulations } from './answer.js';

const text = { type: () => GraphQLString };
const always = { ...text, required: true as const };
const whole = { type: () => GraphQLInt, required: true as const };

/** The Regulations page: articles, their text, what carries them out, and how they are kept. */
export function regulationRoots(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  const list = (name: string) => () => [to.ref(name)()] as [ReturnType<ReturnType<typeof to.ref>>];
  to.object('ArticleEnforcement', { is: always, isLabel: always, id: always, label: always });
  to.object('ArticleRecords', { kind: always, label: always, count: whole });
  to.object(
    'ArticleEvidence',
    {
      cases: { ...whole, label: label('办理次数', '辦理次數', 'Cases or steps under it') },
      onTime: { ...whole, label: label('按期', '按期', 'On time') },
      late: { ...whole, label: label('超期', '超期', 'Late') },
      missing: { ...whole, label: label('应办未办', '應辦未辦', 'Missing entries') },
      lastBreachAt: {
        type: () => scalars.dateTime,
        label: label('最近一次超期', '最近一次超期', 'The last breach'),
      },
      records: { type: list('ArticleRecords'), required: true },
    },
    label('执行情况', '執行情況', 'How it is kept'),
  );
  to.object(
    'RegulationArticle',
    {
      code: always,
      regulation: always,
      regulationName: always,
      number: whole,
      title: always,
      text: {
        ...text,
        label: label('条文；佚失的为空', '條文；佚失的為空', 'The text; null where it is lost'),
      },
      status: always,
      statusLabel: always,
      note: { ...text, label: label('校勘说明', '校勘說明', 'What was mended') },
      ownText: { ...text, label: label('本公司条文', '本公司條文', "The company's own text in force") },
      ownVersion: text,
      enforcedBy: { type: list('ArticleEnforcement'), required: true },
      evidence: { type: to.ref('ArticleEvidence'), required: true },
    },
    label('条款', '條款', 'An article'),
  );
  return [
    {
      name: 'regulations',
      label: label(
        '制度条款：条文、由什么执行、执行情况',
        '制度條款：條文、由什麼執行、執行情況',
        'Articles of the regulations: text, what carries them out, how they are kept',
      ),
      args: {
        regulation: {
          ...text,
          label: label('制度编号：1 或 4', '制度編號：1 或 4', 'Number of the regulation: 1 or 4'),
        },
      },
      type: list('RegulationArticle'),
      resolve: ({ regulation }, context) =>
        answerRegulations(regulation == null ? null : String(regulation), context),
    },
  ];
}
