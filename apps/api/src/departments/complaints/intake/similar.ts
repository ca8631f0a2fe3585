import { label } from '@kehu/domain/catalogue/labels';
import type { Where } from '@kehu/query/arguments';
import { GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../statistics/select.js';
import { similarDays } from './earlier-cases.js';

const mostCases = 10;
const shortestWords = 2;
const mostWords = 4;

/**
 * `similarComplaints`: cases of the last 90 days that a new one may belong with (R4.1): of the same
 * customer, of the same product and category, or whose subject has the words typed. Those that the person
 * may see, by the read engine.
 */
export function similarComplaintsQuery(): RootSpec {
  const { declarations } = catalogueTypes();
  const text = (hans: string, hant: string, en: string) => ({
    type: () => GraphQLString,
    label: label(hans, hant, en),
  });
  declarations.object(
    'SimilarComplaint',
    {
      id: { type: () => scalars.id, required: true, label: label('案件', '案件', 'Case') },
      no: text('案件编号', '案件編號', 'Case no.'),
      subject: text('主题', '主題', 'Subject'),
      state: text('状态', '狀態', 'State'),
      category: text('类别', '類別', 'Category'),
      receivedAt: { type: () => scalars.dateTime, label: label('收到时间', '收到時間', 'Received at') },
    },
    label('可能相关的案件', '可能相關的案件', 'A case that may belong with this one'),
  );
  const found = declarations.ref('SimilarComplaint');
  return {
    name: 'similarComplaints',
    label: label(
      '近 90 天可能相关的案件',
      '近 90 天可能相關的案件',
      'Cases of the last 90 days that may belong with a new one',
    ),
    args: {
      customerId: { type: () => scalars.id, label: label('客户', '客戶', 'Customer') },
      productId: { type: () => scalars.id, label: label('产品', '產品', 'Product') },
      category: text('类别', '類別', 'Category'),
      text: text('已输入的主题', '已輸入的主題', 'Subject as far as it was typed'),
    },
    type: () => [found() as never],
    async resolve(args, context) {
      const ways: Where[] = [];
      if (args.customerId != null) ways.push({ customer: { id: { eq: String(args.customerId) } } });
      if (args.productId != null)
        ways.push({
          product: { id: { eq: String(args.productId) } },
          ...(args.category == null ? {} : { category: { eq: String(args.category) } }),
        });
      const words = String(args.text ?? '')
        .split(/[\s,，。.、;；]+/)
        .filter((word) => [...word].length >= shortestWords)
        .slice(0, mostWords);
      if (words.length > 0) ways.push({ and: words.map((word) => ({ subject: { contains: word } })) });
      if (ways.length === 0) return [];
      const page = await context.services.engine.page(
        'Complaint',
        {
          where: { and: [{ or: ways }, { receivedAt: { inLast: { days: similarDays } } }] },
          orderBy: [{ receivedAt: 'DESC' }],
          limit: mostCases,
        },
        chosen({
          items: { id: true, no: true, subject: true, state: true, category: true, receivedAt: true },
        }),
        readContext(context),
      );
      return page.items;
    },
  };
}
