import { bool, dateTime, integer, text, toOne } from '../catalogue/fields.js';
import { type Kind, kind } from '../catalogue/kind.js';
import { type Label, label } from '../catalogue/labels.js';

/** The record that files belong to, as the kind of its files names it. */
export interface FilesOf {
  /** `ContractFile` */
  readonly name: string;
  readonly plural: string;
  readonly table: string;
  /** The relation that leads to the record: `contract`. */
  readonly parent: string;
  readonly parentKind: string;
  readonly parentLabel: Label;
  /** What decides about the record decides about its files. */
  readonly subject: string;
}

/**
 * The kind of the files of one kind of record: contents lie outside the database, rights are those of the
 * record. Each kind of record has a kind of its own, so that a file never belongs to two or to none.
 */
export function fileKind({ name, plural, table, parent, parentKind, parentLabel, subject }: FilesOf): Kind {
  return kind(name, {
    plural,
    table,
    department: 'key-accounts',
    subject,
    partOf: parent,
    label: label('附件', '附件', `File of a ${parentLabel.en.toLowerCase()}`),
    title: 'fileName',
    fields: {
      [parent]: toOne(parentKind, parentLabel, {
        required: true,
        inverse: 'files',
        inverseLabel: label('附件', '附件', 'Files'),
      }),
      fileName: text(label('文件名', '檔名', 'File name'), { max: 200 }),
      mime: text(label('类型', '類型', 'Type'), { max: 80, system: true }),
      size: integer(label('大小（字节）', '大小（位元組）', 'Bytes'), { min: 0, system: true }),
      sha256: text(label('校验值', '校驗值', 'SHA-256'), { max: 64, system: true }),
      personal: bool(label('含个人信息', '含個人資料', 'Holds personal data')),
      uploadedBy: toOne('Staff', label('上传人', '上傳人', 'Uploaded by'), { system: true }),
      uploadedAt: dateTime(label('上传时间', '上傳時間', 'Uploaded at'), { system: true }),
    },
  });
}
