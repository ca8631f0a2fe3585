import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

/** Customer types of all four regulations (R4.1 names the first three; dossier C2). */
export const customerType = vocabulary('CustomerType', {
  CONSUMER: label('终端消费者', '終端消費者', 'End consumer'),
  AGENT: label('代理商', '代理商', 'Agent'),
  FRANCHISEE: label('加盟商', '加盟商', 'Franchisee'),
  DEALER: label('经销商', '經銷商', 'Dealer'),
  KEY_ACCOUNT: label('终端大客户', '終端大客戶', 'Key account'),
  CORPORATE: label('公司类客户', '公司類客戶', 'Corporate customer'),
});

/** Whether the customer is a natural person or an organisation; decides about masking of the name. */
export const partyType = vocabulary('PartyType', {
  PERSON: label('个人', '個人', 'Person'),
  ORGANISATION: label('单位', '單位', 'Organisation'),
});

export const customerRelation = vocabulary('CustomerRelation', {
  TARGET: label('目标客户', '目標客戶', 'Target'),
  POTENTIAL: label('潜在客户', '潛在客戶', 'Potential'),
  GENERAL: label('一般客户', '一般客戶', 'General'),
  KEY: label('重点客户', '重點客戶', 'Key'),
});

export const lifecycle = vocabulary('CustomerLifecycle', {
  PROSPECT: label('潜在', '潛在', 'Prospect'),
  ACTIVE: label('正常', '正常', 'Active'),
  DORMANT: label('休眠', '休眠', 'Dormant'),
  LOST: label('流失', '流失', 'Lost'),
  BLACKLISTED: label('黑名单', '黑名單', 'Blacklisted'),
  MERGED: label('已合并', '已合併', 'Merged'),
  ERASED: label('已删除', '已刪除', 'Erased'),
});

export const customerGrade = vocabulary('CustomerGrade', {
  A: label('A 级', 'A 級', 'Grade A'),
  B: label('B 级', 'B 級', 'Grade B'),
  C: label('C 级', 'C 級', 'Grade C'),
  D: label('D 级', 'D 級', 'Grade D'),
});

export const gender = vocabulary('Gender', {
  FEMALE: label('女', '女', 'Female'),
  MALE: label('男', '男', 'Male'),
});

export const idType = vocabulary('IdType', {
  RESIDENT_ID: label('居民身份证', '居民身分證', 'Resident ID card'),
  PASSPORT: label('护照', '護照', 'Passport'),
  HK_MACAO_PASS: label(
    '港澳居民来往内地通行证',
    '港澳居民來往內地通行證',
    'Mainland travel permit (HK, Macao)',
  ),
  TAIWAN_PASS: label('台湾居民来往大陆通行证', '臺灣居民來往大陸通行證', 'Mainland travel permit (Taiwan)'),
  OTHER: label('其他', '其他', 'Other'),
});

export const decisionRole = vocabulary('DecisionRole', {
  DECIDER: label('决策人', '決策人', 'Decider'),
  INFLUENCER: label('影响人', '影響人', 'Influencer'),
  USER: label('使用人', '使用人', 'User'),
  FINANCE: label('财务联系人', '財務聯絡人', 'Finance'),
  TECHNICAL: label('技术联系人', '技術聯絡人', 'Technical'),
});

export const addressPurpose = vocabulary('AddressPurpose', {
  REGISTERED: label('注册地址', '註冊地址', 'Registered'),
  BUSINESS: label('经营地址', '經營地址', 'Business'),
  DELIVERY: label('收货地址', '收貨地址', 'Delivery'),
  HOME: label('住址', '住址', 'Home'),
});

/** What of a customer is kept with from and to, so that "as they were then" has an answer. */
export const customerAttribute = vocabulary('CustomerAttribute', {
  OWNER: label('负责人', '負責人', 'Owner'),
  GRADE: label('等级', '等級', 'Grade'),
  REGION: label('区域', '區域', 'Region'),
  STORE: label('门店', '門市', 'Store'),
});
