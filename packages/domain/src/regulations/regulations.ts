import { type Label, label } from '../catalogue/labels.js';
import type { Article } from './article.js';
import { complaintArticlesToReply } from './complaints-first-half.js';
import { complaintArticlesFromCard } from './complaints-second-half.js';
import { serviceDeskArticles } from './service-desk.js';

/** Names of the regulations by number. */
export const regulationNames: Readonly<Record<string, Label>> = {
  '1': label('客户管理制度1 客户服务', '客戶管理制度1 客戶服務', 'Regulation 1: customer service'),
  '4': label(
    '客户管理制度4 客户投诉管理办法',
    '客戶管理制度4 客戶投訴管理辦法',
    'Regulation 4: customer complaints',
  ),
};

/** Every article that the complaint pipeline carries out, in order. */
export const articles: readonly Article[] = [
  ...serviceDeskArticles,
  ...complaintArticlesToReply,
  ...complaintArticlesFromCard,
];
