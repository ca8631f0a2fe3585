import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { type ActSpec, actResolvers } from '../commands/act-schema.js';
import type { Department } from '../departments/department.js';
import { scalars } from '../graphql/schema/kinds.js';
import { startExport } from './start-export.js';

/** Exports belong to no department: whoever may read may export, masked as read and on record. */
export function exportsDepartment(): Department {
  const acts: readonly ActSpec[] = [
    {
      command: startExport,
      label: label(
        '导出一个列表或汇总；文件写好后由 /files/编号 下载，7 天内有效',
        '匯出一個清單或彙總；檔案寫好後由 /files/編號 下載，7 天內有效',
        'Export a list or an aggregate; the file is fetched from /files/:id within seven days',
      ),
      input: {
        query: {
          type: () => GraphQLString,
          required: true,
          label: label(
            '查询：一个列表或一个汇总',
            '查詢：一個清單或一個彙總',
            'The query: one list or one aggregate',
          ),
        },
        variables: { type: () => scalars.json, label: label('变量', '變數', 'Variables') },
        format: {
          type: () => GraphQLString,
          required: true,
          label: label('格式：CSV 或 XLSX', '格式：CSV 或 XLSX', 'Format: CSV or XLSX'),
        },
        reason: {
          type: () => GraphQLString,
          label: label(
            '理由；含个人信息、商业秘密或行数较多时须填写',
            '理由；含個人資料、營業秘密或列數較多時須填寫',
            'The reason; asked for personal data, business secrets, or many rows',
          ),
        },
      },
      returns: 'ExportRun',
      answer: (outcome: unknown) => ({ recordId: (outcome as { id: string }).id }),
    },
  ];
  return {
    name: 'exports',
    resolvers: actResolvers('Exports', acts),
    commands: acts.map(({ command }) => ({ name: command.name })),
  };
}
