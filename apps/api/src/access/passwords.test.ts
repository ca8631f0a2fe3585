import { describe, expect, it } from 'vitest';
import { hashPassword, passwordProblems, randomPassword, verifyPassword } from './passwords.js';

const messages = (password: string, login: string | null = null) =>
  passwordProblems(password, login, 'password').map((problem) => problem.message);

describe('a new password', () => {
  it('needs ten characters, counted as people count them', () => {
    expect(messages('kx8-vut2w')).toEqual(['password.short']);
    expect(messages('kx8-vut2wq')).toEqual([]);
    expect(messages('天地玄黄宇宙洪荒日')).toEqual(['password.short']);
    expect(messages('天地玄黄宇宙洪荒日月')).toEqual([]);
  });

  it('must not hold the login', () => {
    expect(messages('my-li.wei-2048', 'li.wei')).toEqual(['password.containsLogin']);
    expect(messages('MY-LI.WEI-2048', 'li.wei')).toEqual(['password.containsLogin']);
  });

  it.each([
    'Password123!',
    'administrator',
    '1234567890',
    '1111111111',
    'qwertyuiop',
    'welcome2026!',
    'woaini1314',
  ])('must not be as common as %s', (password) => {
    expect(messages(password)).toContain('password.common');
  });

  it('is at most 200 characters, so that nobody makes the server hash a book', () => {
    expect(messages(`${'correct horse '.repeat(20)}`)).toEqual(['password.long']);
  });

  it('made by the product passes its own rules and is never the same', () => {
    const made = Array.from({ length: 50 }, randomPassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) expect(messages(password)).toEqual([]);
  });
});

describe('a stored password', () => {
  it('is an argon2id hash with 19 MiB, two passes and one lane', async () => {
    expect(await hashPassword('kx8-vut2wq')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('fits only its own password, however the characters are composed', async () => {
    const stored = await hashPassword('Zoë-kx8-vut2');
    expect(await verifyPassword(stored, 'Zoe\u0308-kx8-vut2')).toBe(true);
    expect(await verifyPassword(stored, 'Zoe-kx8-vut2')).toBe(false);
  });

  it('that does not exist fits nothing', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
    expect(await verifyPassword(null, 'kx8-vut2wq')).toBe(false);
  });
});
