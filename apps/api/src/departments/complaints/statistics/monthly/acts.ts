import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { type ActSpec, inputFields, versioned } from '../../../../commands/act-schema.js';
import {
  correctMonthlyReport,
  draftMonthlyReportCommand,
  fillMonthlyReport,
  type ReportOutcome,
  reviewMonthlyReport,
  submitMonthlyReport,
} from './commands.js';

const answer = (outcome: unknown) => {
  const { id, told } = outcome as ReportOutcome;
  return { recordId: id, told };
};
const returns = 'ComplaintMonthlyReport';

/** Acts of the monthly table (R4.27, dossier D1.5). */
export function monthlyActs(): ActSpec[] {
  return [
    {
      command: draftMonthlyReportCommand,
      label: label('编制某月统计表草稿', '編製某月統計表草稿', 'Draft the table of a month'),
      input: inputFields(returns, ['period'], ['period']),
      returns,
      answer,
    },
    {
      command: fillMonthlyReport,
      label: label('填写统计表', '填寫統計表', 'Fill in the monthly table'),
      input: { ...versioned, ...inputFields(returns, ['causes', 'comment']) },
      returns,
      answer,
    },
    {
      command: submitMonthlyReport,
      label: label('报送统计表', '報送統計表', 'Submit the monthly table'),
      input: versioned,
      returns,
      answer,
    },
    {
      command: reviewMonthlyReport,
      label: label('审阅统计表', '審閱統計表', 'Review the monthly table'),
      input: {
        ...versioned,
        result: {
          type: () => GraphQLString,
          required: true,
          label: label('结果：AGREE 同意，RETURN 退回', '結果：AGREE 同意，RETURN 退回', 'AGREE or RETURN'),
        },
        comment: { type: () => GraphQLString, label: label('意见', '意見', 'Comment') },
      },
      returns,
      answer,
    },
    {
      command: correctMonthlyReport,
      label: label('更正统计表', '更正統計表', 'Correct an approved table'),
      input: {
        ...versioned,
        ...inputFields('MonthlyReportCorrection', ['cell', 'after', 'reason'], ['cell', 'after', 'reason']),
      },
      returns,
      answer,
    },
  ] as ActSpec[];
}
