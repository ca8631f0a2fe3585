import { maskPersonalName } from '@kehu/domain/access/masks';
import { permits } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { customerType } from '@kehu/domain/customers/vocabularies';
import { cleanLine } from '@kehu/domain/text/clean';
import { GraphQLString } from 'graphql';
import type { RootSpec } from '../../../commands/act-schema.js';
import { badInput, forbidden, unauthenticated } from '../../../commands/errors.js';
import type { RequestContext } from '../../../context.js';
import { readContext } from '../../../graphql/read-resolvers.js';
import { catalogueTypes } from '../../../graphql/schema/catalogue-types.js';
import { scalars } from '../../../graphql/schema/kinds.js';
import { chosen } from '../../../graphql/select.js';
import { type DriverRow, decodeRow, instantOf } from '../../../records/decode.js';
import { logLookup } from './lookup-log.js';

/** Most cards of one look-up; whoever has a commoner name needs a number. */
const mostCards = 5;
const ways = ['phone', 'memberNo', 'receiptNo', 'orderNo', 'name'] as const;
type Way = (typeof ways)[number];

interface Hit {
  readonly customer_id: unknown;
  readonly order_id: unknown;
  readonly order_no: string | null;
  readonly receipt_no: string | null;
}

/**
 * `findForIntake`: any customer of the company by one exact number or name, as a minimal card (name masked
 * beyond the own scope, phone always masked), for whoever may register complaints. Each customer found is
 * put on record as personal-data access of the person, and may be taken into one case.
 */
export function findForIntakeQuery(): RootSpec {
  const { declarations } = catalogueTypes();
  const text = (hans: string, hant: string, en: string) => ({
    type: () => GraphQLString,
    label: label(hans, hant, en),
  });
  declarations.object(
    'IntakeCard',
    {
      customerId: { type: () => scalars.id, required: true, label: label('客户', '客戶', 'Customer') },
      name: text('名称（本人权限外脱敏）', '名稱（本人權限外遮罩）', 'Name, masked beyond the own scope'),
      customerNo: text('客户编号', '客戶編號', 'Customer no.'),
      type: text('客户类型', '客戶類型', 'Type'),
      phone: text('电话（脱敏）', '電話（遮罩）', 'Phone, masked'),
      storeId: { type: () => scalars.id, label: label('门店编号', '門市編號', 'Id of the store') },
      storeName: text('门店', '門市', 'Store'),
      lastOrderAt: { type: () => scalars.dateTime, label: label('最近下单', '最近下單', 'Last order') },
      orderId: { type: () => scalars.id, label: label('查到的订单', '查到的訂單', 'The order found') },
      orderNo: text('查到的订单号', '查到的訂單號', 'Its number'),
      receiptNo: text('查到的小票号', '查到的收據號', 'The receipt found'),
    },
    label(
      '登记投诉用的客户卡片',
      '登記投訴用的客戶卡片',
      'A customer as far as the intake of a complaint needs',
    ),
  );
  const card = declarations.ref('IntakeCard');
  const argument = (hans: string, hant: string, en: string) => ({ ...text(hans, hant, en) });
  return {
    name: 'findForIntake',
    label: label(
      '登记投诉时在全公司查找客户：号码或姓名须完整一致，每次查找留痕，只供本案使用',
      '登記投訴時在全公司查找客戶：號碼或姓名須完整一致，每次查找留痕，只供本案使用',
      'Finds a customer of the whole company for a complaint by one complete number or name; on record, for this case only',
    ),
    args: {
      phone: argument('电话', '電話', 'Phone'),
      memberNo: argument('会员号', '會員號', 'Member no.'),
      receiptNo: argument('小票号', '收據號', 'Receipt no.'),
      orderNo: argument('订单号', '訂單號', 'Order no.'),
      name: argument('姓名', '姓名', 'Name'),
    },
    type: () => [card() as never],
    resolve: (args, context) => find(args, context),
  };
}

async function find(
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<readonly object[]> {
  const { actor } = context;
  if (!actor) throw unauthenticated();
  if (permits(actor.roles, 'complaintCard', 'CREATE').length === 0) throw forbidden();
  const given = ways.filter((way) => args[way] != null && args[way] !== '');
  const [way] = given;
  if (!way || given.length > 1) throw badInput({ path: way ?? 'phone', message: 'input.oneLookup' });
  const value = cleanLine(String(args[way])).text;
  if ([...value].length < 2 || value.length > 120) throw badInput({ path: way, message: 'input.oneLookup' });
  const hits = await hitsOf(way, value, context);
  const ids = [...new Set(hits.map(({ customer_id: id }) => String(id)))];
  if (ids.length === 0) return [];
  const cards = await Promise.all(
    ids.map((id) => cardOf(id, bestOf(hits.filter((hit) => String(hit.customer_id) === id)), context)),
  );
  await logLookup(context, actor.staffId, ids, way);
  return cards.flatMap((card) => card ?? []);
}

/** Of several ways to one customer that by an order says most. */
const bestOf = (hits: readonly Hit[]): Hit | undefined =>
  hits.find(({ order_id: order }) => order != null) ?? hits[0];

function hitsOf(way: Way, value: string, { services }: RequestContext): Promise<Hit[]> {
  const { database, codec } = services;
  const nothing = 'NULL AS order_id, NULL AS order_no, NULL AS receipt_no';
  const alive = "c.lifecycle NOT IN ('MERGED', 'ERASED')";
  const limit = `ORDER BY 1 DESC LIMIT ${mostCards}`;
  switch (way) {
    case 'phone':
      return database.query<Hit>(
        `SELECT c.id AS customer_id, ${nothing} FROM customer c WHERE c.phone_hash = ? AND ${alive}
         UNION SELECT c.id, ${nothing} FROM contact k JOIN customer c ON c.id = k.customer_id
         WHERE k.phone_hash = ? AND ${alive} ${limit}`,
        [codec.hash('mobile', value), codec.hash('mobile', value)],
      );
    case 'memberNo':
      return database.query<Hit>(
        `SELECT c.id AS customer_id, ${nothing} FROM customer c WHERE c.member_no = ? AND ${alive} ${limit}`,
        [value],
      );
    case 'name':
      return database.query<Hit>(
        `SELECT c.id AS customer_id, ${nothing} FROM customer c WHERE c.name = ? AND ${alive} ${limit}`,
        [value],
      );
    case 'orderNo':
      return database.query<Hit>(
        `SELECT o.customer_id, o.id AS order_id, o.order_no, NULL AS receipt_no FROM \`${kindNamed('Order').table}\` o
         JOIN customer c ON c.id = o.customer_id WHERE o.order_no = ? AND ${alive} ${limit}`,
        [value],
      );
    case 'receiptNo':
      return database.query<Hit>(
        // The sale itself, and earlier cases that name the receipt of a sale that was never an order here.
        `SELECT o.customer_id, o.id AS order_id, o.order_no, o.receipt_no FROM \`${kindNamed('Order').table}\` o
         JOIN customer c ON c.id = o.customer_id WHERE o.receipt_no = ? AND ${alive}
         UNION SELECT p.customer_id, p.order_id, po.order_no, p.receipt_no FROM complaint p
         JOIN customer c ON c.id = p.customer_id LEFT JOIN \`${kindNamed('Order').table}\` po ON po.id = p.order_id
         WHERE p.receipt_no = ? AND ${alive} ${limit}`,
        [value, value],
      );
  }
}

async function cardOf(id: string, hit: Hit | undefined, context: RequestContext): Promise<object | null> {
  const { services } = context;
  const { database, engine, codec } = services;
  const customer = kindNamed('Customer');
  const [stored] = await database.query<DriverRow>('SELECT * FROM customer WHERE id = ?', [id]);
  if (!stored) return null;
  const row = decodeRow(customer, stored, codec);
  const seen = await engine
    .one('Customer', id, chosen({ name: true }), readContext(context))
    .catch(() => null);
  const name = String(row.name);
  const [store] =
    row.storeId == null
      ? []
      : await database.query<{ name: string }>('SELECT name FROM department WHERE id = ?', [
          String(row.storeId),
        ]);
  const [order] = await database.query<{ at: unknown }>(
    `SELECT MAX(ordered_at) AS at FROM \`${kindNamed('Order').table}\` WHERE customer_id = ?`,
    [id],
  );
  const type = row.type as (typeof customerType.codes)[number];
  return {
    customerId: id,
    name: seen ? seen.name : row.partyType === 'PERSON' ? maskPersonalName(name) : name,
    customerNo: row.customerNo,
    type: customerType.labels[type]?.[context.language] ?? type,
    phone: stored.phone_mask ?? null,
    storeId: row.storeId ?? null,
    storeName: store?.name ?? null,
    lastOrderAt: order?.at == null ? null : instantOf(order.at),
    orderId: hit?.order_id == null ? null : String(hit.order_id),
    orderNo: hit?.order_no ?? null,
    receiptNo: hit?.receipt_no ?? null,
  };
}
