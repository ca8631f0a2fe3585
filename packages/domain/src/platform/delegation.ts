import { dateTime, text, toOne } from '../catalogue/fields.js';
import { kind } from '../catalogue/kind.js';
import { label } from '../catalogue/labels.js';

/** A delegation 委托代理 with an end: the deputy acts in the person's name, and both stand on each step (B7.7, F10). */
export const delegation = kind('Delegation', {
  plural: 'delegations',
  table: 'delegation',
  department: 'platform',
  subject: 'delegation',
  label: label('委托代理', '委託代理', 'Delegation'),
  title: 'id',
  fields: {
    from: toOne('Staff', label('委托人', '委託人', 'From'), {
      required: true,
      inverse: 'delegationsGiven',
      inverseLabel: label('委托他人', '委託他人', 'Delegations given'),
    }),
    to: toOne('Staff', label('代理人', '代理人', 'To'), {
      required: true,
      inverse: 'delegationsHeld',
      inverseLabel: label('代理他人', '代理他人', 'Delegations held'),
    }),
    startsAt: dateTime(label('开始', '開始', 'Starts at')),
    endsAt: dateTime(label('结束', '結束', 'Ends at')),
    reason: text(label('理由', '理由', 'Reason'), { max: 500 }),
    endedAt: dateTime(label('提前结束', '提前結束', 'Ended early at'), { optional: true }),
  },
});
