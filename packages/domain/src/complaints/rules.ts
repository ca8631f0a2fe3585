import { date, dateTime, integer, oneOf, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';
import { complaintCategory, handlingProcedureKind, severity } from './vocabularies.js';

/** Which procedure a category and severity take (R1.5); a new row replaces an older one from its date. */
export const handlingProcedure = kind('HandlingProcedure', {
  plural: 'handlingProcedures',
  table: 'handling_procedure',
  department: 'complaints',
  subject: 'complaintSettings',
  label: label('处理程序', '處理程序', 'Handling procedure'),
  title: 'procedure',
  fields: {
    procedureVersion: integer(label('版本', '版本', 'Version'), { min: 1 }),
    category: oneOf(label('类别', '類別', 'Category'), complaintCategory, { optional: true }),
    severity: oneOf(label('严重程度', '嚴重程度', 'Severity'), severity),
    procedure: oneOf(label('程序', '程序', 'Procedure'), handlingProcedureKind),
    effectiveFrom: date(label('生效日期', '生效日期', 'Effective from')),
    by: toOne('Staff', label('制定人', '制定人', 'By')),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 500 }),
  },
});

/** A value of the organisation's own settings for complaints, with history 参数设置. */
export const complaintSetting = kind('ComplaintSetting', {
  plural: 'complaintSettings',
  table: 'complaint_setting',
  department: 'complaints',
  subject: 'complaintSettings',
  label: label('投诉参数', '投訴參數', 'Complaint setting'),
  title: 'key',
  fields: {
    key: text(label('参数', '參數', 'Setting'), { max: 60 }),
    severity: oneOf(label('严重程度', '嚴重程度', 'Severity'), severity, { optional: true }),
    value: text(label('值', '值', 'Value'), { max: 200 }),
    effectiveFrom: dateTime(label('生效时间', '生效時間', 'Effective from')),
    by: toOne('Staff', label('设定人', '設定人', 'By')),
    reason: text(label('理由', '理由', 'Reason'), { optional: true, max: 500 }),
  },
});

/** A version of a regulation in force from a date (R4.28). */
export const policyVersion = kind('PolicyVersion', {
  plural: 'policyVersions',
  table: 'policy_version',
  department: 'complaints',
  subject: 'policyText',
  label: label('办法版本', '辦法版本', 'Version of the regulation'),
  title: 'code',
  fields: {
    regulation: text(label('办法', '辦法', 'Regulation'), { max: 10 }),
    code: text(label('版本号', '版本號', 'Version'), { max: 40 }),
    effectiveFrom: date(label('生效日期', '生效日期', 'Effective from')),
    by: toOne('Staff', label('发布人', '發布人', 'Published by')),
    note: text(label('说明', '說明', 'Note'), { optional: true, max: 2000 }),
  },
});

/** The organisation's own text of an article; where there is none the regulation's stands (R4.19–24 are lost). */
export const policyArticle = kind('PolicyArticle', {
  plural: 'policyArticles',
  table: 'policy_article',
  department: 'complaints',
  subject: 'policyText',
  partOf: 'policyVersion',
  label: label('条款', '條款', 'Article'),
  title: 'article',
  fields: {
    policyVersion: toOne('PolicyVersion', label('办法版本', '辦法版本', 'Version'), {
      required: true,
      inverse: 'articles',
      inverseLabel: label('条款', '條款', 'Articles'),
    }),
    article: text(label('条号', '條號', 'Article'), { max: 10 }),
    text: text(label('条文', '條文', 'Text'), { max: 8000 }),
  },
});

/** HR's answer to a question about the regulation (R4.28: final interpretation). */
export const policyInterpretation = kind('PolicyInterpretation', {
  plural: 'policyInterpretations',
  table: 'policy_interpretation',
  department: 'complaints',
  subject: 'policyText',
  label: label('条款解释', '條款解釋', 'Interpretation'),
  title: 'article',
  fields: {
    article: text(label('条号', '條號', 'Article'), { max: 10 }),
    question: text(label('问题', '問題', 'Question'), { max: 2000 }),
    answer: text(label('解释', '解釋', 'Answer'), { optional: true, max: 8000 }),
    askedBy: toOne('Staff', label('提问人', '提問人', 'Asked by')),
    askedAt: dateTime(label('提问时间', '提問時間', 'Asked at')),
    answeredBy: toOne('Staff', label('解释人', '解釋人', 'Answered by')),
    answeredAt: dateTime(label('解释时间', '解釋時間', 'Answered at'), { optional: true }),
  },
});
