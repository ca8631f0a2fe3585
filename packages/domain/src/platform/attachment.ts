import { bool, dateTime, integer, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';

/** A file that somebody put to a record; its content lies outside the database, its rights are those of the record. */
export const attachment = kind('Attachment', {
  plural: 'attachments',
  table: 'attachment',
  department: 'platform',
  subject: 'complaintCard',
  partOf: 'complaint',
  label: label('附件', '附件', 'Attachment'),
  title: 'fileName',
  fields: {
    complaint: toOne('Complaint', label('案件', '案件', 'Case'), {
      inverse: 'attachments',
      inverseLabel: label('附件', '附件', 'Attachments'),
    }),
    fileName: text(label('文件名', '檔名', 'File name'), { max: 200 }),
    mime: text(label('类型', '類型', 'Type'), { max: 80, system: true }),
    size: integer(label('大小（字节）', '大小（位元組）', 'Bytes'), { min: 0, system: true }),
    sha256: text(label('校验值', '校驗值', 'SHA-256'), { max: 64, system: true }),
    personal: bool(label('含个人信息', '含個人資料', 'Holds personal data')),
    original: bool(label('投诉原件', '投訴原件', 'Original complaint')),
    uploadedBy: toOne('Staff', label('上传人', '上傳人', 'Uploaded by'), { system: true }),
    uploadedAt: dateTime(label('上传时间', '上傳時間', 'Uploaded at'), { system: true }),
  },
});
