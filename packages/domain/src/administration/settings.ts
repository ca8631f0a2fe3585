import { bool, integer, json, text, toOne } from '../catalogue/fields.js';
import { kind, type RowOf } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';

/** The organisation itself; one row. */
export const organisation = kind('Organisation', {
  plural: 'organisations',
  table: 'organisation',
  department: 'administration',
  subject: 'organisationSettings',
  label: label('本单位', '本單位', 'Organisation'),
  title: 'name',
  fields: {
    name: text(label('名称', '名稱', 'Name'), { max: 120 }),
    timeZone: text(label('时区', '時區', 'Time zone'), { max: 60 }),
    currency: text(label('币种', '幣別', 'Currency'), { max: 3 }),
    locale: text(label('默认语言', '預設語言', 'Default language'), { max: 10 }),
    demo: bool(label('演示数据', '示範資料', 'Demo data')),
  },
});
export type OrganisationRow = RowOf<typeof organisation>;

/** An entry of a code list that the organisation keeps itself (segments, industries, channels …). */
export const codeListEntry = kind('CodeListEntry', {
  plural: 'codeListEntries',
  table: 'code_list_entry',
  department: 'administration',
  subject: 'codeList',
  label: label('代码表条目', '代碼表條目', 'Code list entry'),
  title: 'code',
  defaultOrder: [{ field: 'position', direction: 'ASC' }],
  fields: {
    list: text(label('代码表', '代碼表', 'List'), { max: 40 }),
    code: text(label('代码', '代碼', 'Code'), { max: 40 }),
    labelHans: text(label('简体名称', '簡體名稱', 'Simplified'), { max: 80 }),
    labelHant: text(label('繁体名称', '繁體名稱', 'Traditional'), { optional: true, max: 80 }),
    labelEn: text(label('英文名称', '英文名稱', 'English'), { optional: true, max: 80 }),
    position: integer(label('顺序', '順序', 'Position')),
    active: bool(label('启用', '啟用', 'Active')),
  },
});
export type CodeListEntryRow = RowOf<typeof codeListEntry>;

/** The organisation's own word for a role, a department kind or a field (总经理 → 支行行长). */
export const labelOverride = kind('LabelOverride', {
  plural: 'labelOverrides',
  table: 'label_override',
  department: 'administration',
  subject: 'organisationSettings',
  label: label('自定义名称', '自訂名稱', 'Own label'),
  title: 'key',
  fields: {
    key: text(label('键', '鍵', 'Key'), { max: 120 }),
    labelHans: text(label('简体名称', '簡體名稱', 'Simplified'), { max: 80 }),
    labelHant: text(label('繁体名称', '繁體名稱', 'Traditional'), { optional: true, max: 80 }),
    labelEn: text(label('英文名称', '英文名稱', 'English'), { optional: true, max: 80 }),
  },
});
export type LabelOverrideRow = RowOf<typeof labelOverride>;

/** A list view that somebody saved: filter, order and columns. */
export const savedView = kind('SavedView', {
  plural: 'savedViews',
  table: 'saved_view',
  department: 'administration',
  subject: 'savedView',
  label: label('已存筛选', '已存篩選', 'Saved view'),
  title: 'name',
  fields: {
    staff: toOne('Staff', label('所有人', '所有人', 'Owner'), { required: true }),
    list: text(label('列表', '清單', 'List'), { max: 40 }),
    name: text(label('名称', '名稱', 'Name'), { max: 80 }),
    content: json(label('内容', '內容', 'Content')),
    shared: bool(label('共享', '共用', 'Shared')),
  },
});
export type SavedViewRow = RowOf<typeof savedView>;
