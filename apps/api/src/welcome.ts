import { role } from '@kehu/domain/access/roles';
import type { Services } from './services.js';

/** What is printed when the server listens: the address and how to sign in, Chinese and English. */
export async function welcome({ database, settings }: Services, address: string): Promise<string[]> {
  const [organisation] = await database.query<{ demo: number }>(
    'SELECT demo FROM organisation ORDER BY id LIMIT 1',
  );
  const lines = ['', `客户 Kehu  ${address}`, ''];
  if (!organisation) {
    lines.push(
      '还没有用户。请创建管理员：npm run kehu -- user create --role SYS_ADMIN',
      'There is nobody yet. Make an administrator: npm run kehu -- user create --role SYS_ADMIN',
    );
  } else if (Number(organisation.demo) === 1) {
    const logins = role.codes.map((code) => code.toLowerCase().replaceAll('_', '-'));
    lines.push(
      `演示登录（密码 ${settings.demoPassword}） / Demo sign-ins (password ${settings.demoPassword}):`,
      ...inRows(logins, 7),
    );
  }
  lines.push('', 'Ctrl-C 停止 / stops', '');
  return lines;
}

function inRows(words: readonly string[], perRow: number): string[] {
  const rows: string[] = [];
  for (let i = 0; i < words.length; i += perRow) rows.push(`  ${words.slice(i, i + perRow).join('  ')}`);
  return rows;
}
