import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, ownMark, type ProcessMark } from './processes.js';

/**
 * Runs `work` while no other process on this machine holds the same lock file. The lock of a
 * process that died is taken over at once, so nobody is locked out by a crash. Waits without
 * limit for a living holder, whose own work is bounded.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify(ownMark()), { mode: 0o600 });
  try {
    while (!acquire(path, own)) {
      clearDead(path);
      await sleep(50 + Math.random() * 50);
    }
    try {
      return await work();
    } finally {
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** A hard link either is made with its content complete, or not at all. */
function acquire(path: string, own: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function clearDead(path: string): void {
  const holder = read(path);
  if (!holder || isAlive(holder)) return;
  // Two processes may find the same dead lock. Renaming takes it away from the path in one step;
  // whoever then sees that it moved a living one's lock puts it back.
  const aside = `${path}.dead-${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && isAlive(moved)) {
    try {
      linkSync(aside, path);
    } catch {
      // a third process holds it by now
    }
  }
  rmSync(aside, { force: true });
}

function read(path: string): ProcessMark | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, startedAt } = value as Partial<ProcessMark>;
    return typeof pid === 'number' && typeof startedAt === 'number' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}
