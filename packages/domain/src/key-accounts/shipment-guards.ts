import type { Role } from '../access/roles.js';
import { label } from '../catalogue/labels.js';
import type { Guard } from '../workflow/guard.js';
import type { OrderState } from './order-vocabularies.js';
import type { ShipmentState } from './shipment.js';
import type { ShipmentGuard } from './shipment-workflow.js';

/** What is true of a shipment, and of whoever asks. */
export interface ShipmentFacts {
  readonly state: ShipmentState;
  readonly heldFrom: ShipmentState | null;
  readonly target: ShipmentState;
  readonly today: string;
  readonly actorIds: readonly string[];
  readonly actorRoles: readonly Role[];
  readonly orderState: OrderState;
  /** No line carries more than is open of it, tolerance included. */
  readonly withinOpen: boolean;
  readonly hasCarrier: boolean;
  /** What the receiver signed for, as the act says it. */
  readonly signed: 'ALL' | 'PART' | 'NONE';
  readonly hasSigner: boolean;
  readonly openExceptions: number;
  readonly reasonGiven: boolean;
}

export const shipmentGuardMessages = {
  'shipmentGuard.orderReady': label(
    '订单须已备货完成，且未暂停。',
    '訂單須已備貨完成，且未暫停。',
    'The order must be ready to ship and not on hold.',
  ),
  'shipmentGuard.withinOpenQuantity': label(
    '发货数量超过未发数量。',
    '出貨數量超過未出數量。',
    'More would be shipped than is open.',
  ),
  'shipmentGuard.carrierGiven': label('须填写承运商。', '須填寫承運商。', 'A carrier is needed.'),
  'shipmentGuard.everythingSigned': label(
    '并非全部签收；请选择部分签收或拒收。',
    '並非全部簽收；請選擇部分簽收或拒收。',
    'Not everything was signed for; choose partly signed or refused.',
  ),
  'shipmentGuard.partSigned': label(
    '部分签收须有签收与未签收的数量。',
    '部分簽收須有簽收與未簽收的數量。',
    'Partly signed needs something signed and something not.',
  ),
  'shipmentGuard.signerGiven': label('须填写签收人。', '須填寫簽收人。', 'Whoever signed must be named.'),
  'shipmentGuard.exceptionsResolved': label(
    '还有未处理的异常。',
    '還有未處理的異常。',
    'An exception is still open.',
  ),
  'shipmentGuard.resumesWhereHeld': label(
    '回到异常前的状态。',
    '回到異常前的狀態。',
    'It goes on where it was.',
  ),
  'shipmentGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
} as const;

type Message = keyof typeof shipmentGuardMessages;

/** Every guard that the table of shipments names (dossier D5). */
export const shipmentGuards: Readonly<Record<ShipmentGuard, Guard<ShipmentFacts, Message>>> = {
  orderReady: {
    article: 'D5',
    message: 'shipmentGuard.orderReady',
    holds: ({ orderState }) => orderState === 'READY' || orderState === 'PARTLY_SHIPPED',
  },
  withinOpenQuantity: {
    article: 'D5',
    message: 'shipmentGuard.withinOpenQuantity',
    holds: ({ withinOpen }) => withinOpen,
  },
  carrierGiven: {
    article: 'D5',
    message: 'shipmentGuard.carrierGiven',
    asksInput: true,
    holds: ({ hasCarrier }) => hasCarrier,
  },
  everythingSigned: {
    article: 'D5',
    message: 'shipmentGuard.everythingSigned',
    asksInput: true,
    holds: ({ signed }) => signed === 'ALL',
  },
  partSigned: {
    article: 'D5',
    message: 'shipmentGuard.partSigned',
    asksInput: true,
    holds: ({ signed }) => signed === 'PART',
  },
  signerGiven: {
    article: 'D5',
    message: 'shipmentGuard.signerGiven',
    asksInput: true,
    holds: ({ hasSigner }) => hasSigner,
  },
  exceptionsResolved: {
    article: 'D5',
    message: 'shipmentGuard.exceptionsResolved',
    holds: ({ openExceptions }) => openExceptions === 0,
  },
  resumesWhereHeld: {
    article: 'D5',
    message: 'shipmentGuard.resumesWhereHeld',
    routes: true,
    holds: ({ heldFrom, target }) => heldFrom === target,
  },
  reasonGiven: {
    article: 'D5',
    message: 'shipmentGuard.reasonGiven',
    asksInput: true,
    holds: ({ reasonGiven }) => reasonGiven,
  },
};
