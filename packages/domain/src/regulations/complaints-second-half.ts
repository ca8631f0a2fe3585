import { article, lost, rebuilt } from './article.js';

/** Articles 19 to 24, which were not found anywhere. */
const lostArticles = [19, 20, 21, 22, 23, 24].map((number) =>
  article(`R4.${number}`, ['（佚失）', '（佚失）', '(lost)'], null, 'LOST', lost),
);

/** Regulation 4, articles 15 to 28: from the record card to the force of the measures. */
export const complaintArticlesFromCard = [
  article(
    'R4.15',
    ['投诉记录卡', '投訴記錄卡', 'The record card'],
    [
      '投诉记录卡应写明投诉客户名称、客户要求、受理时间和编号，以及受理部门的处理意见。',
      '投訴記錄卡應寫明投訴客戶名稱、客戶要求、受理時間和編號，以及受理部門的處理意見。',
      'The record card states the name of the complaining customer, the demand, the time of acceptance and the number, and the opinion of the handling department.',
    ],
  ),
  article(
    'R4.16',
    ['记录卡流转', '記錄卡流轉', 'Copies of the card'],
    [
      '投诉记录卡分联流转：存根由营运单位留存；通知送行政人事部；通知副本呈上级主管；调查报告由受理部门送行政人事部；答复由行政人事部送受理部门；审核联呈上级审核。',
      '投訴記錄卡分聯流轉：存根由營運單位留存；通知送行政人事部；通知副本呈上級主管；調查報告由受理部門送行政人事部；答覆由行政人事部送受理部門；審核聯呈上級審核。',
      'Copies of the card: the stub stays with the operating unit; the notice goes to HR and administration, its copy to the superior; the investigation report from the handling department to HR and administration; the reply from there to the handling department; the review copy upward.',
    ],
    'REBUILT',
    rebuilt,
  ),
  article(
    'R4.17',
    ['调查报告内容', '調查報告內容', 'Content of the report'],
    [
      '投诉调查报告的内容包括：发生原因、具体经过、具体责任者、结论、对策和防范措施。',
      '投訴調查報告的內容包括：發生原因、具體經過、具體責任者、結論、對策和防範措施。',
      'The investigation report contains: the cause, the course of events, the person responsible, the conclusion, countermeasures and preventive measures.',
    ],
  ),
  article(
    'R4.18',
    ['折价与赔偿', '折價與賠償', 'Discount and compensation'],
    [
      '投诉处理中的折价、赔偿，依照有关销售业务处理规定办理。',
      '投訴處理中的折價、賠償，依照有關銷售業務處理規定辦理。',
      'Discount and compensation in handling follow the relevant rules of the sales business.',
    ],
  ),
  ...lostArticles,
  article(
    'R4.25',
    ['牵头与督办', '牽頭與督辦', 'Lead and supervision'],
    [
      '本办法所涉投诉案件，由营运部客服牵头办理；行政人事部负责案件的检查、监督、落实和协调。',
      '本辦法所涉投訴案件，由營運部客服牽頭辦理；行政人事部負責案件的檢查、監督、落實和協調。',
      'For complaints under these measures operations customer service takes the lead; HR and administration is responsible for inspection, supervision, implementation and coordination of the cases.',
    ],
  ),
  article(
    'R4.26',
    ['结案期限', '結案期限', 'Time limit'],
    [
      '投诉案件自接到投诉之日起7天内结案。',
      '投訴案件自接到投訴之日起7天內結案。',
      'A case is closed within 7 days of receiving the complaint.',
    ],
  ),
  article(
    'R4.27',
    ['投诉统计表', '投訴統計表', 'The statistics table'],
    [
      '行政人事部于每月初10日内填报投诉统计表，呈总经理审阅。',
      '行政人事部於每月初10日內填報投訴統計表，呈總經理審閱。',
      'HR and administration fills in the complaint statistics table within the first 10 days of each month and submits it to the general manager for review.',
    ],
  ),
  article(
    'R4.28',
    ['施行与解释', '施行與解釋', 'Force and interpretation'],
    [
      '本办法自公布的生效之日起施行，由行政人事部负责最终解释。',
      '本辦法自公布的生效之日起施行，由行政人事部負責最終解釋。',
      'These measures are in force from the published date. Final interpretation rests with HR and administration.',
    ],
    'KEPT',
    [
      '原文生效日期留空（20xx年x月1日），以本公司公布的版本为准。',
      '原文生效日期留空（20xx年x月1日），以本公司公布的版本為準。',
      'The source leaves the date open (day 1 of month x, 20xx); that of the published version holds.',
    ],
  ),
];
