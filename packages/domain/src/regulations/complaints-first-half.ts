import { article, copyEdited, rebuilt, recovered } from './article.js';

/** Regulation 4, articles 1 to 14: from the purpose to the reply. */
export const complaintArticlesToReply = [
  article(
    'R4.1',
    ['目的', '目的', 'Purpose'],
    [
      '为使客户（终端消费者、代理商、加盟商）就公司商品销售提出的投诉案件，有统一、规范的处理程序和方法，防止类似情况再次发生，特制定本办法。',
      '為使客戶（終端消費者、代理商、加盟商）就公司商品銷售提出的投訴案件，有統一、規範的處理程序和方法，防止類似情況再次發生，特制定本辦法。',
      'To give complaint cases raised by customers (end consumers, agents, franchisees) about the sale of the goods of the company a unified, standard procedure and method, and to prevent similar situations, these measures are made.',
    ],
    'KEPT',
    copyEdited,
  ),
  article(
    'R4.2',
    ['投诉案件', '投訴案件', 'What a complaint case is'],
    [
      '本办法所称投诉案件，是指发生第三条所列事项，客户要求减价、退货、换货、损害赔偿，或提出批评建议的案件。',
      '本辦法所稱投訴案件，是指發生第三條所列事項，客戶要求減價、退貨、換貨、損害賠償，或提出批評建議的案件。',
      'A complaint case in these measures is one in which a matter listed in article 3 occurs and the customer asks for a price reduction, a return, an exchange or damages, or makes criticism or suggestions.',
    ],
  ),
  article(
    'R4.3',
    ['投诉范围', '投訴範圍', 'Scope of complaints'],
    [
      '客户正当投诉的范围：（一）品质有缺陷；（二）交货期不符；（三）规格、等级、数量与合同或装箱单不符；（四）技术规格超出允许误差；（五）运输途中损坏；（六）包装不良造成损坏；（七）其他质量问题或违反合同的情况。',
      '客戶正當投訴的範圍：（一）品質有缺陷；（二）交貨期不符；（三）規格、等級、數量與合約或裝箱單不符；（四）技術規格超出允許誤差；（五）運輸途中損壞；（六）包裝不良造成損壞；（七）其他品質問題或違反合約的情況。',
      'Legitimate complaints: (1) a defect of quality; (2) the delivery date; (3) specification, grade or quantity not as in the contract or packing list; (4) a technical specification beyond the allowed tolerance; (5) damage in transport; (6) damage through bad packing; (7) other problems of quality or breaches of contract.',
    ],
    'RECOVERED',
    recovered,
  ),
  article(
    'R4.4',
    ['处理原则', '處理原則', 'Principles'],
    [
      '全体人员处理投诉案件，应遵循谦恭、礼貌、迅速、周到的原则。被投诉部门应尽力防止类似情况再次发生。',
      '全體人員處理投訴案件，應遵循謙恭、禮貌、迅速、周到的原則。被投訴部門應盡力防止類似情況再次發生。',
      'In handling cases all staff follow the principle of modesty, courtesy, speed and thoroughness. Departments complained about do their utmost to prevent recurrence.',
    ],
  ),
  article(
    'R4.5',
    ['营运部客服职责', '營運部客服職責', 'Duties of customer service'],
    [
      '营运部客服的职责：（一）确定投诉案件是否受理；（二）迅速发出处理通知，督促尽快解决；（三）依据证据裁决有争议的事项；（四）尽快答复客户；（五）决定处理本身以外的有关事项。',
      '營運部客服的職責：（一）確定投訴案件是否受理；（二）迅速發出處理通知，督促盡快解決；（三）依據證據裁決有爭議的事項；（四）盡快答覆客戶；（五）決定處理本身以外的有關事項。',
      'Duties of operations customer service: (1) decide whether a case is accepted; (2) issue the handling notice quickly and press for an early solution; (3) rule on disputed matters on the evidence; (4) reply to the customer as soon as possible; (5) decide matters other than the handling itself.',
    ],
    'RECOVERED',
    recovered,
  ),
  article(
    'R4.6',
    ['行政人事部职责', '行政人事部職責', 'Duties of HR and administration'],
    [
      '行政人事部的职责：（一）审核处理通知，确定具体受理部门；（二）组织调查、分析；（三）提交调查报告，分发有关部门；（四）填报投诉统计表。',
      '行政人事部的職責：（一）審核處理通知，確定具體受理部門；（二）組織調查、分析；（三）提交調查報告，分發有關部門；（四）填報投訴統計表。',
      'Duties of HR and administration: (1) check the handling notice and fix the handling department; (2) organise investigation and analysis; (3) submit the investigation report and distribute it; (4) compile the statistics table.',
    ],
    'RECOVERED',
    recovered,
  ),
  article(
    'R4.7',
    ['理由确认与裁定', '理由確認與裁定', 'Assessment and ruling'],
    [
      '各门店接到投诉后，应确认其理由是否成立，呈报上级主管裁定是否受理。属客户原因的，应迅速答复客户，婉转说明理由，请求谅解。',
      '各門市接到投訴後，應確認其理由是否成立，呈報上級主管裁定是否受理。屬客戶原因的，應迅速答覆客戶，婉轉說明理由，請求諒解。',
      'On receiving a complaint each store confirms whether the reason holds and reports to the superior, who rules whether to accept it. If the cause lies with the customer, reply quickly, explain tactfully and ask for understanding.',
    ],
  ),
  article(
    'R4.8',
    ['受理案件的办理', '受理案件的辦理', 'Handling accepted cases'],
    [
      '营运单位对受理的投诉案件应详细记录，按下列原则办理：（一）品质缺陷、规格或数量与合同不符、现品与样品不符、超出技术误差的，填写投诉记录卡，送行政人事部；（二）纯属合同纠纷的，填写投诉记录卡并附处理意见，报公司领导裁决；（三）属发货手续问题的，按内销业务规定处理。',
      '營運單位對受理的投訴案件應詳細記錄，按下列原則辦理：（一）品質缺陷、規格或數量與合約不符、現品與樣品不符、超出技術誤差的，填寫投訴記錄卡，送行政人事部；（二）純屬合約糾紛的，填寫投訴記錄卡並附處理意見，報公司領導裁決；（三）屬出貨手續問題的，按內銷業務規定處理。',
      'Operations units record accepted complaints in detail and handle them so: (1) defects of quality, specification or quantity not as in the contract, goods not as the sample, beyond technical tolerance: fill in the record card and send it to HR and administration; (2) pure contract disputes: fill in the card, attach a handling opinion and send it to the leaders of the company for a ruling; (3) formalities of dispatch: handle by the rules of domestic sales.',
    ],
    'REBUILT',
    rebuilt,
  ),
  article(
    'R4.9',
    ['确定受理部门', '確定受理部門', 'The handling department'],
    [
      '行政人事部接到上述第一种情况的投诉记录卡后，确定具体受理部门，指示其展开调查。',
      '行政人事部接到上述第一種情況的投訴記錄卡後，確定具體受理部門，指示其展開調查。',
      'On receiving a record card of the first situation, HR and administration fixes the handling department and instructs it to investigate.',
    ],
    'KEPT',
    copyEdited,
  ),
  article(
    'R4.10',
    ['调查', '調查', 'Investigation'],
    [
      '受理部门依据投诉记录卡迅速查明原因。以现品调查为原则，必要时作资料调查或实地调查。调查内容：（一）投诉范围（数量、金额等）是否属实；（二）投诉理由是否合理；（三）投诉目的；（四）责任分析；（五）客户要求是否正当；（六）其他必要事项。',
      '受理部門依據投訴記錄卡迅速查明原因。以現品調查為原則，必要時作資料調查或實地調查。調查內容：（一）投訴範圍（數量、金額等）是否屬實；（二）投訴理由是否合理；（三）投訴目的；（四）責任分析；（五）客戶要求是否正當；（六）其他必要事項。',
      'The handling department finds the cause quickly from the card. Inspection of the actual goods is the rule, records or checks on site when needed. Items: (1) is the scope (quantity, amount) true; (2) is the reason sound; (3) the purpose; (4) analysis of responsibility; (5) is the demand justified; (6) other matters.',
    ],
    'REBUILT',
    rebuilt,
  ),
  article(
    'R4.11',
    ['调查报告', '調查報告', 'The investigation report'],
    [
      '受理部门汇总调查情况，填写投诉调查报告，连同原投诉书，经主管审核后，送行政人事部。',
      '受理部門彙總調查情況，填寫投訴調查報告，連同原投訴書，經主管審核後，送行政人事部。',
      'The handling department gathers the findings, fills in the investigation report, and passes it with the original complaint letter, after review by its supervisor, to HR and administration.',
    ],
    'KEPT',
    copyEdited,
  ),
  article(
    'R4.12',
    ['审核与批阅', '審核與批閱', 'Review and decision'],
    [
      '行政人事部收到调查报告后，整理审核，附具体意见，呈总经理批阅，并回复受理部门。',
      '行政人事部收到調查報告後，整理審核，附具體意見，呈總經理批閱，並回覆受理部門。',
      'On receipt HR and administration sorts and reviews the report, attaches its opinion, submits it to the general manager for decision, and replies to the handling department.',
    ],
  ),
  article(
    'R4.13',
    ['处理意见', '處理意見', 'The handling opinion'],
    [
      '受理部门根据行政人事部的意见，形成具体处理意见，报上级主管审核。',
      '受理部門根據行政人事部的意見，形成具體處理意見，報上級主管審核。',
      'The handling department forms a specific handling opinion on the basis of that of HR and administration, and submits it to its supervisor for review.',
    ],
  ),
  article(
    'R4.14',
    ['答复客户', '答覆客戶', 'The reply'],
    [
      '受理部门根据上级主管的审核意见，将案件转回营运部客服，由其以书面或口头形式答复客户。',
      '受理部門根據上級主管的審核意見，將案件轉回營運部客服，由其以書面或口頭形式答覆客戶。',
      'On the review of the supervisor the handling department returns the case to operations customer service, which answers the customer in writing or orally.',
    ],
  ),
];
