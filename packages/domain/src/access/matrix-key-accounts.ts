import type { CellWith, Matrix } from './matrix.js';
import { permissionRows } from './matrix.js';
import type { Permission } from './permission.js';

/** Products are no secret: whoever works with orders or customers reads them. */
const readsProducts: CellWith = { cell: 'R:*', basis: 'product' };

/** The orders of whom one serves, where B6 names no cell. */
const orders = (scope: string, basis = 'product'): CellWith => ({ cell: `R:${scope}`, basis });

/** While the responsibility phase is EARLY the key-account manager works on the order; later he reads (R3.2). */
const early = (cell: string): CellWith => ({ cell, basis: 'B6 (EARLY)' });

/** Dossier B6, key accounts. KAM reaches the own accounts (practice 2; a setting widens it). */
const matrix: Matrix = {
  KAM: {
    keyAccount: 'CRU:o',
    solicitation: 'CRU:o',
    contract: 'CRU:o',
    order: ['R:o', early('CU:o')],
    orderComment: 'C:o',
    phaseHandover: { cell: 'C:o', basis: 'D5' },
    shipment: ['R:o', early('U:o')],
    afterSales: ['RT:o', early('CU:o')],
    techSupport: 'CRT:o',
    salesPlan: 'CRU:o',
    dealerRules: 'R:* C:o',
    resourceCost: 'CRU:o',
    proposal: 'C:* R:o',
    product: readsProducts,
  },
  OPS: {
    keyAccount: 'R:*',
    solicitation: 'R:*',
    contract: 'R:*',
    order: ['CRU:*', { cell: 'I:*', basis: 'product' }],
    phaseHandover: { cell: 'RA:*', basis: 'D5' },
    shipment: 'RU:*',
    afterSales: 'CRU:*',
    techSupport: 'CR:*',
    salesPlan: 'R:*',
    dealerRules: 'R:*',
    resourceCost: 'R:*',
    proposal: 'C:* R:o',
    product: { cell: 'CRUI:*', basis: 'product' },
  },
  LOGISTICS: {
    keyAccount: 'R:c',
    order: 'R:c',
    shipment: 'CRUT:*',
    afterSales: 'R:c',
    proposal: 'C:* R:o',
    product: readsProducts,
  },
  TECH: {
    keyAccount: 'R:c',
    order: 'R:c',
    afterSales: 'RU:c',
    techSupport: 'RUT:c',
    proposal: 'C:* R:o',
    product: readsProducts,
  },
  OPS_CS: {
    keyAccount: 'R:*',
    order: 'R:*',
    shipment: 'R:*',
    afterSales: 'CRU:*',
    techSupport: 'CR:*',
    dealerRules: 'R:*',
    proposal: 'C:* R:o',
    product: readsProducts,
  },
  DEPT_HEAD: {
    keyAccount: 'RU:d',
    solicitation: 'A:d',
    contract: 'A:d',
    order: 'R:d',
    phaseHandover: 'A:d',
    shipment: 'R:d',
    afterSales: 'R:d',
    techSupport: 'R:d',
    salesPlan: 'A:d',
    dealerRules: 'A:d',
    resourceCost: 'A:d',
    proposal: 'A:d',
    product: readsProducts,
  },
  GM: {
    keyAccount: 'R:*',
    solicitation: 'A:*',
    contract: 'A:*',
    order: 'R:*',
    shipment: 'R:*',
    afterSales: 'R:*',
    techSupport: 'R:*',
    salesPlan: 'A:*',
    dealerRules: 'A:*',
    resourceCost: 'A:*',
    proposal: 'A:*',
    product: readsProducts,
    payment: { cell: 'R:*', basis: 'product' },
    invoice: { cell: 'R:*', basis: 'product' },
    creditRelease: { cell: 'R:*', basis: 'product' },
    expense: { cell: 'RA:*', basis: 'product' },
  },
  ANALYST: {
    keyAccount: 'R:*',
    solicitation: 'R:*',
    contract: 'R:*',
    order: 'R:*',
    shipment: 'R:*',
    afterSales: 'R:*',
    techSupport: 'R:*',
    salesPlan: 'R:*',
    dealerRules: 'R:*',
    resourceCost: 'R:*',
    proposal: 'R:*',
    product: readsProducts,
  },
};

/** What B6 does not name: money received, invoices and expenses, readers of the sales history, and two further roles. */
const added: Matrix = {
  KAM: { payment: 'R:o', invoice: 'R:o', expense: 'CRU:o', creditRelease: 'C:o' },
  OPS: { payment: 'R:*', invoice: 'R:*', creditRelease: 'C:*' },
  DEPT_HEAD: { payment: 'R:d', invoice: 'R:d', expense: 'A:d', creditRelease: 'R:d' },
  ANALYST: { payment: 'R:*', invoice: 'R:*', expense: 'R:*' },
  STORE_STAFF: { order: orders('s'), product: readsProducts },
  STORE_SUP: { order: orders('s'), product: readsProducts },
  HR_ADMIN: { order: orders('*'), product: readsProducts },
  HANDLER: { order: orders('c', 'R4.10'), product: readsProducts },
  HANDLER_SUP: { order: orders('c', 'R4.10'), product: readsProducts },
  RM: { order: orders('o'), product: readsProducts },
  FINANCE: {
    order: orders('*'),
    product: readsProducts,
    contract: 'R:*',
    payment: 'CRU:*',
    invoice: 'CRU:*',
    creditRelease: 'RA:*',
    expense: 'RA:*',
    resourceCost: 'R:*',
    afterSales: 'R:*',
    proposal: 'C:* R:o',
  },
  AREA_MANAGER: {
    keyAccount: 'RU:g',
    solicitation: 'RA:g',
    contract: 'R:g',
    order: orders('g'),
    product: readsProducts,
    shipment: 'R:g',
    afterSales: 'R:g',
    techSupport: 'R:g',
    salesPlan: 'CRU:g',
    dealerRules: 'R:*',
    resourceCost: 'RA:g',
    proposal: 'C:* R:g',
    payment: 'R:g',
    invoice: 'R:g',
    expense: 'A:g',
  },
};

export const keyAccountPermissions: readonly Permission[] = [
  ...permissionRows('B6', matrix),
  ...permissionRows('product', added),
];
