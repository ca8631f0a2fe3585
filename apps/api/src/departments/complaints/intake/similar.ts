import { type Language, label } from '@kehu/domain/catalogue/labels';
import type { Vocabulary } from '@kehu/domain/catalogue/vocabulary';
import {
  type ComplaintState,
  complaintCategory,
  complaintState,
  endedStates,
} from '@kehu/domain/complaints/vocabularies';
import type { Where } from '@kehu/query/arguments';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { type Chosen, chosen } from '../../../graphql/select.js';
import { sourceOfRequest } from '../../../records/source.js';
import { similarDays } from './earlier-cases.js';

const mostCases = 10;
const shortestWords = 2;
const mostWords = 4;

const fields = {
  id: true,
  no: true,
  subject: true,
  state: true,
  slaStatus: true,
  breached: true,
  waitingSince: true,
  category: true,
  receivedAt: true,
  store: { name: true },
} as const satisfies Chosen;

const wordOf = (words: Vocabulary, code: unknown, language: Language): string =>
  words.labels[String(code)]?.[language] ?? String(code ?? '');

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
      stateLabel: text('状态名称', '狀態名稱', 'State in words'),
      slaStatus: text('时限状况', '時限狀況', 'Standing of the clock'),
      breached: { type: () => GraphQLBoolean, label: label('已超期', '已超期', 'Breached') },
      waitingSince: { type: () => scalars.dateTime, label: label('等待起', '等待起', 'Waiting since') },
      category: text('类别', '類別', 'Category'),
      categoryLabel: text('类别名称', '類別名稱', 'Category in words'),
      storeName: text('门店', '門市', 'Store'),
      open: {
        type: () => GraphQLBoolean,
        required: true,
        label: label('未结', '未結', 'Still open: a further intake can be added to it'),
      },
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
      const days = await similarDays(sourceOfRequest(context));
      const page = await context.services.engine.page(
        'Complaint',
        {
          where: { and: [{ or: ways }, { receivedAt: { inLast: { days } } }] },
          orderBy: [{ receivedAt: 'DESC' }],
          limit: mostCases,
        },
        chosen({ items: fields }),
        readContext(context),
      );
      return page.items.map((row) => ({
        ...row,
        stateLabel: wordOf(complaintState, row.state, context.language),
        categoryLabel: wordOf(complaintCategory, row.category, context.language),
        storeName: (row.store as { name?: string } | null)?.name ?? null,
        open: !endedStates.includes(row.state as ComplaintState),
      }));
    },
  };
}
