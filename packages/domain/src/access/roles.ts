import { label } from '../catalogue/labels.js';
import { type CodeOf, vocabulary } from '../catalogue/vocabulary.js';

/** Every role of the four regulations (dossier B1) and the two that practice adds (FINANCE, AREA_MANAGER). */
export const role = vocabulary('Role', {
  STORE_STAFF: label('门店员工', '門市員工', 'Store staff'),
  STORE_SUP: label('门店主管', '門市主管', 'Store supervisor'),
  OPS_CS: label('营运部客服', '營運部客服', 'Customer service'),
  HR_ADMIN: label('行政人事部', '行政人事部', 'HR and administration'),
  HANDLER: label('受理部门经办人', '受理部門承辦人', 'Handler'),
  HANDLER_SUP: label('受理部门主管', '受理部門主管', 'Handling supervisor'),
  GM: label('总经理', '總經理', 'General manager'),
  KAM: label('大客户经理', '大客戶經理', 'Key-account manager'),
  OPS: label('营运部', '營運部', 'Operations'),
  LOGISTICS: label('物流配送', '物流配送', 'Logistics'),
  TECH: label('技术支持', '技術支援', 'Technical support'),
  RM: label('客户经理', '客戶經理', 'Relationship manager'),
  CREDIT_REVIEWER: label('授信审查', '授信審查', 'Credit reviewer'),
  RISK_MGR: label('风险经理', '風險經理', 'Risk manager'),
  DEPT_HEAD: label('部门负责人', '部門負責人', 'Head of department'),
  ANALYST: label('分析人员', '分析人員', 'Analyst'),
  SYS_ADMIN: label('系统管理员', '系統管理員', 'System administrator'),
  PRIVACY_OFFICER: label('个人信息保护负责人', '個人資料保護負責人', 'Privacy officer'),
  FINANCE: label('财务', '財務', 'Finance'),
  AREA_MANAGER: label('大区经理', '大區經理', 'Area manager'),
});
export type Role = CodeOf<typeof role>;
