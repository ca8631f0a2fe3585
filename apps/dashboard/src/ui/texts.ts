import { label } from '@kehu/domain/catalogue/labels';
import type { Texts } from '../app/texts';

export const problemTexts = {
  network: label(
    '连不上服务器，请检查网络后再试。',
    '連不上伺服器，請檢查網路後再試。',
    'The server cannot be reached. Check the network and try again.',
  ),
  notFound: label(
    '没有这条记录，或您不可查看。',
    '沒有這筆紀錄，或您無權檢視。',
    'There is no such record, or you may not see it.',
  ),
  unknown: label(
    '出错了，这一步没有完成。',
    '發生錯誤，這一步沒有完成。',
    'Something failed; this step was not completed.',
  ),
} satisfies Texts;
