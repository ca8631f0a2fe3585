import { label } from '../catalogue/labels.js';

/** What a guard of the order's path says to whoever it stops, and why a button is grey. */
export const orderGuardMessages = {
  'orderGuard.accountable': label(
    '前期由大客户经理负责，移交后由营运部负责；您目前只能查看和批注。',
    '前期由大客戶經理負責，移交後由營運部負責；您目前只能檢視和批註。',
    'In the early phase the account manager is responsible, afterwards operations; you may read and comment.',
  ),
  'orderGuard.hasLines': label('订单没有明细。', '訂單沒有明細。', 'The order has no lines.'),
  'orderGuard.contractInForce': label(
    '须选用当日有效的合同。',
    '須選用當日有效的合約。',
    'A contract in force on this day is needed.',
  ),
  'orderGuard.reviewComplete': label(
    '七个评审项须逐项判断：产品、数量、规格、价格、交期、库存、信用额度。',
    '七個審查項須逐項判斷：產品、數量、規格、價格、交期、庫存、信用額度。',
    'All seven items must be answered: product, quantity, specification, price, date, stock, credit limit.',
  ),
  'orderGuard.submitterDoesNotReview': label(
    '提交人不得评审自己的订单。',
    '提交人不得審查自己的訂單。',
    'Nobody reviews an order that he submitted.',
  ),
  'orderGuard.everythingMet': label(
    '有评审项不满足；价格须经特价审批，信用额度须由财务放行，其余须先解决。',
    '有審查項不滿足；價格須經特價審批，信用額度須由財務放行，其餘須先解決。',
    'Something is not met: a price needs a special approval, the credit limit a release by finance, the rest must be solved.',
  ),
  'orderGuard.promiseGiven': label('须给出承诺交期。', '須給出承諾交期。', 'A promised date is needed.'),
  'orderGuard.customerTold': label(
    '须先告知客户订单已确认。',
    '須先告知客戶訂單已確認。',
    'The customer must be told of the confirmation first.',
  ),
  'orderGuard.milestonesDated': label(
    '须为跟单节点排定日期，发货日期必填。',
    '須為跟單節點排定日期，出貨日期必填。',
    'Milestones need their dates, the shipping date among them.',
  ),
  'orderGuard.slipsExplained': label(
    '逾期超过两个工作日的节点须写明原因并告知客户。',
    '逾期超過兩個工作日的節點須寫明原因並告知客戶。',
    'A milestone that slips more than two working days needs its reason and word to the customer.',
  ),
  'orderGuard.noChangeOpen': label(
    '变更尚待客户确认。',
    '變更尚待客戶確認。',
    'A change still waits for the customer.',
  ),
  'orderGuard.resumesWhereHeld': label(
    '恢复到暂停前的状态。',
    '恢復到暫停前的狀態。',
    'It goes on where it was held.',
  ),
  'orderGuard.customerConfirmed': label(
    '须记录客户的答复。',
    '須記錄客戶的答覆。',
    'The customer’s answer must be recorded.',
  ),
  'orderGuard.reasonGiven': label('须填写原因。', '須填寫原因。', 'A reason is needed.'),
  'orderGuard.nothingShipped': label(
    '已有发货；取消须经审批。',
    '已有出貨；取消須經審批。',
    'Something was shipped; a cancellation needs an approval.',
  ),
  'orderGuard.lateCancellationApproved': label(
    '发货后取消须先获批准。',
    '出貨後取消須先獲核准。',
    'A cancellation after shipping began must be approved first.',
  ),
  'orderGuard.partOnTheWay': label('还没有发出货物。', '還沒有出貨。', 'Nothing has been dispatched yet.'),
  'orderGuard.allOnTheWay': label('尚未全部发出。', '尚未全部出貨。', 'Not everything has been dispatched.'),
  'orderGuard.allSettled': label(
    '每一行须已签收或另行处理，发运单须已结束。',
    '每一行須已簽收或另行處理，出貨單須已結束。',
    'Every line must be signed for or settled, and every shipment ended.',
  ),
  'orderGuard.proofOnFile': label('须有签收凭证。', '須有簽收憑證。', 'A proof of delivery is needed.'),
  'orderGuard.invoiced': label('须先开具发票。', '須先開立發票。', 'An invoice must be issued first.'),
  'orderGuard.paidOrTermed': label(
    '须已回款，或在约定账期内。',
    '須已收款，或在約定帳期內。',
    'It must be paid, or within the agreed term.',
  ),
  'orderGuard.noOpenAfterSales': label(
    '还有未结的售后单。',
    '還有未結的售後單。',
    'An after-sales case is still open.',
  ),
} as const;

export type OrderGuardMessageKey = keyof typeof orderGuardMessages;
