import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import type { FieldProblem } from '../commands/errors.js';
import { commonPasswords } from './common-passwords.js';

export const shortestPassword = 10;
export const longestPassword = 200;

/** argon2id with 19 MiB, two passes, one lane (the algorithm's number is 2). */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes at once: each takes 19 MiB and a core, so never more than there are cores. */
const places = Math.max(1, availableParallelism());
let taken = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (taken >= places) await new Promise<void>((free) => waiting.push(free));
  else taken += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), parameters));
}

/** A hash that fits no password, made once: an unknown login costs the same time as a known one. */
let decoy: Promise<string> | null = null;

/** Makes the decoy ahead of the first sign-in, so that its making shows nowhere. */
export function prepareDecoy(): Promise<string> {
  decoy ??= hashPassword(randomPassword());
  return decoy;
}

/**
 * Whether a password fits. Without a stored hash (unknown login, no password yet) it works just as
 * long and answers false.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await prepareDecoy());
  const fits = await inTurn(() => verify(against, password.normalize('NFKC')));
  return fits && stored !== null;
}

/** What is wrong with a new password; empty when nothing is. */
export function passwordProblems(password: string, login: string | null, path: string): FieldProblem[] {
  const plain = password.normalize('NFKC');
  const lower = plain.toLowerCase();
  const length = [...plain].length;
  const problems: FieldProblem[] = [];
  if (length < shortestPassword) {
    problems.push({ path, message: 'password.short', values: { min: shortestPassword } });
  }
  if (length > longestPassword) {
    problems.push({ path, message: 'password.long', values: { max: longestPassword } });
  }
  if (login && login.length >= 3 && lower.includes(login.toLowerCase())) {
    problems.push({ path, message: 'password.containsLogin' });
  }
  if (isCommon(lower)) problems.push({ path, message: 'password.common' });
  return problems;
}

/** Known words with or without digits and signs behind them, one character over and over, and runs along the keyboard. */
function isCommon(lower: string): boolean {
  const stem = lower.replace(/[\d\W_]+$/u, '');
  if (commonPasswords.has(lower) || (stem.length >= 4 && commonPasswords.has(stem))) return true;
  if (new Set(lower).size <= 3) return true;
  return [
    '01234567890123456789',
    '98765432109876543210',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjklzxcvbnm',
  ].some((run) => run.includes(lower));
}

/** Letters and digits that cannot be mistaken for one another when read aloud or copied by hand. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password for a new account or a reset, about 79 bits: `k7vq-m2xd-9hta-…`. */
export function randomPassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
  return groups.join('-');
}
