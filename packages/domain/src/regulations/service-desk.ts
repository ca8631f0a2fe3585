import { article, copyEdited, mended } from './article.js';

/** Articles of regulation 1 (customer service desk) that the complaint pipeline carries out. */
export const serviceDeskArticles = [
  article(
    'R1.1',
    ['接听投诉', '接聽投訴', 'Taking complaints'],
    [
      '接受客户投诉和意见时，保持礼貌用语，措辞得当，准确、完整地表达自己的意思，耐心倾听客户的问题和意见。',
      '接受客戶投訴和意見時，保持禮貌用語，措辭得當，準確、完整地表達自己的意思，耐心傾聽客戶的問題和意見。',
      'When taking complaint calls and opinions, keep polite language, choose the wording properly, express yourself accurately and fully, be patient, and listen to the problems and opinions of the customer.',
    ],
    'KEPT',
    copyEdited,
  ),
  article(
    'R1.2',
    ['反馈与答复', '反饋與答覆', 'Feedback and reply'],
    [
      '及时、完整、准确地反馈客户问题，并做好记录；与相关部门配合解决，及时给予客户答复。',
      '及時、完整、準確地反饋客戶問題，並做好記錄；與相關部門配合解決，及時給予客戶答覆。',
      'Feed back the problems of customers promptly, completely and accurately, and keep a record; solve them together with the departments concerned, and reply to the customer in time.',
    ],
  ),
  article(
    'R1.5',
    ['分类处理与严重事件', '分類處理與嚴重事件', 'Classes of complaints and serious events'],
    [
      '按内容和严重程度对投诉分类，制定不同的处理程序；对严重事件，第一时间向客户反馈并处理，持续跟踪事件进展，做好客户的安抚与沟通。',
      '按內容和嚴重程度對投訴分類，制定不同的處理程序；對嚴重事件，第一時間向客戶反饋並處理，持續追蹤事件進展，做好客戶的安撫與溝通。',
      'Classify complaints by content and severity and set different handling procedures; for serious events, respond to the customer and act at once, keep following the event, and soothe and talk with the customer.',
    ],
    'KEPT',
    mended('“资料”作“内容”', '「資料」作「內容」', 'one misprinted word (“contents”)'),
  ),
];
