import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';
import type { Role } from './roles.js';

/** What may be done (dossier B2). REVEAL is the unmasking of an identifier; COUNT groups over rows that may not be opened. */
export const action = vocabulary('Action', {
  READ: label('查看', '檢視', 'Read'),
  COUNT: label('统计', '統計', 'Count'),
  CREATE: label('新建', '新增', 'Create'),
  UPDATE: label('修改', '修改', 'Update'),
  APPROVE: label('审批', '核准', 'Approve'),
  PERFORM: label('办理', '辦理', 'Perform'),
  REVEAL: label('查看完整号码', '查看完整號碼', 'Reveal'),
  IMPORT: label('导入', '匯入', 'Import'),
});
export type Action = CodeOf<typeof action>;

/** How far a permission reaches (dossier B2, practice 2). What a scope means for a kind stands in its department's policy. */
export const scope = vocabulary('Scope', {
  OWN: label('本人', '本人', 'Own'),
  TEAM: label('本人及下级', '本人及下級', 'Team'),
  STORE: label('本门店', '本門市', 'Store'),
  DEPARTMENT: label('本部门（含下级部门）', '本部門（含下級部門）', 'Department with its sub-departments'),
  REGION: label('本区域', '本區域', 'Region'),
  ASSIGNED: label('经办案件', '承辦案件', 'Assigned cases'),
  ALL: label('全部', '全部', 'All'),
});
export type Scope = CodeOf<typeof scope>;

/**
 * How much of a row is seen: everything; identifiers masked (`m`); identifiers and personal names
 * masked (`d`, de-identified).
 */
export type Disclosure = 'PLAIN' | 'MASKED' | 'DEIDENTIFIED';

/** One cell of a permission matrix, as a row (dossier B3–B6). Deny by default: what has no row is refused. */
export interface Permission {
  readonly role: Role;
  /** The matrix column; kinds name it as their `subject`. */
  readonly subject: string;
  readonly action: Action;
  readonly scope: Scope;
  readonly disclosure: Disclosure;
  /**
   * These fields only (logistics see the delivery contact, technicians the technical one), each as
   * `Customer.name` or, for all of a kind, `CustomerAddress.*`. A kind without a field here stays closed.
   */
  readonly onlyFields?: readonly string[];
  /** Where the row comes from: `B3`, `practice 2`, `product`; `basisLabel` says it in words to whoever asks why. */
  readonly basis: string;
}
