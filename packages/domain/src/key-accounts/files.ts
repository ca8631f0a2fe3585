import { label } from '../catalogue/labels.js';
import { fileKind } from '../platform/file-kind.js';

/** Papers of a contract: the signed copy and its annexes. */
export const contractFile = fileKind({
  name: 'ContractFile',
  plural: 'contractFiles',
  table: 'contract_file',
  parent: 'contract',
  parentKind: 'Contract',
  parentLabel: label('合同', '合約', 'Contract'),
  subject: 'contract',
});

/** Pictures, recordings and papers of a visit. */
export const visitFile = fileKind({
  name: 'VisitFile',
  plural: 'visitFiles',
  table: 'visit_file',
  parent: 'visit',
  parentKind: 'CustomerVisit',
  parentLabel: label('拜访', '拜訪', 'Visit'),
  subject: 'keyAccount',
});

/** Proof of delivery and pictures of damage. */
export const shipmentFile = fileKind({
  name: 'ShipmentFile',
  plural: 'shipmentFiles',
  table: 'shipment_file',
  parent: 'shipment',
  parentKind: 'Shipment',
  parentLabel: label('发运单', '出貨單', 'Shipment'),
  subject: 'shipment',
});

/** What the customer signed for technical support, and pictures of the site. */
export const supportFile = fileKind({
  name: 'SupportFile',
  plural: 'supportFiles',
  table: 'support_file',
  parent: 'request',
  parentKind: 'TechSupportRequest',
  parentLabel: label('技术支持单', '技術支援單', 'Technical support'),
  subject: 'techSupport',
});

/** Bills and receipts of an expense. */
export const expenseFile = fileKind({
  name: 'ExpenseFile',
  plural: 'expenseFiles',
  table: 'expense_file',
  parent: 'expense',
  parentKind: 'ExpenseClaim',
  parentLabel: label('费用申请', '費用申請', 'Expense'),
  subject: 'expense',
});
