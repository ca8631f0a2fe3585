import { dateTime, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { vocabulary } from '../catalogue/vocabulary.js';

export const visitPurpose = vocabulary('VisitPurpose', {
  PURCHASE: label('购买', '購買', 'Purchase'),
  COMPLAINT: label('投诉', '投訴', 'Complaint'),
  NEGOTIATION: label('洽谈', '洽談', 'Negotiation'),
  AFTER_SALES: label('售后', '售後', 'After-sales'),
  MEETING: label('会议', '會議', 'Meeting'),
  OTHER: label('其他', '其他', 'Other'),
});

/** The visitor register 来访登记 (R1.4). Analysts count it without opening it (dossier B3). */
export const visitorRegistration = kind('VisitorRegistration', {
  plural: 'visitorRegistrations',
  table: 'visitor_registration',
  department: 'service-desk',
  subject: 'visitorRegister',
  label: label('来访登记', '來訪登記', 'Visitor registration'),
  title: 'visitorName',
  defaultOrder: [{ field: 'arrivedAt', direction: 'DESC' }],
  fields: {
    visitorName: text(label('来访人', '來訪人', 'Visitor'), {
      max: 80,
      protection: 'name',
      searchable: true,
    }),
    organisation: text(label('单位', '單位', 'Organisation'), { optional: true, max: 120, searchable: true }),
    customer: toOne('Customer', label('客户', '客戶', 'Customer'), { inverse: 'visitorRegistrations' }),
    phone: text(label('电话', '電話', 'Phone'), {
      optional: true,
      max: 40,
      protection: 'identifier',
      mask: 'mobile',
      encrypted: true,
    }),
    idNoLast4: text(label('证件后四位', '證件後四碼', 'Last 4 of ID'), {
      optional: true,
      max: 4,
      protection: 'identifier',
      mask: 'idNumber',
    }),
    companions: integer(label('随行人数', '隨行人數', 'Companions'), { min: 0 }),
    purpose: oneOf(label('来访事由', '來訪事由', 'Purpose'), visitPurpose),
    store: toOne('Department', label('到访部门', '到訪部門', 'Store or department'), {
      inverse: 'visitorRegistrations',
    }),
    visitedStaff: toOne('Staff', label('被访人', '受訪人', 'Host')),
    arrivedAt: dateTime(label('到达时间', '到達時間', 'Arrived at')),
    leftAt: dateTime(label('离开时间', '離開時間', 'Left at'), { optional: true }),
    badgeNo: text(label('来访证号', '來訪證號', 'Badge no.'), { optional: true, max: 20 }),
    receptionNotes: text(label('接待记录', '接待紀錄', 'Reception notes'), { optional: true, max: 1000 }),
    outcome: text(label('处理结果', '處理結果', 'Outcome'), { optional: true, max: 500 }),
  },
});
export type VisitorRegistrationRow = RowOf<typeof visitorRegistration>;
