import { readdirSync, readFileSync } from 'node:fs';

/** A process that can be told from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks between the machine's start and the process's; 0 where `/proc` is absent. */
  readonly startedAt: number;
}

/** This process, as others may find it in a lock file or in the list of a server's clients. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, startedAt: startTicks(process.pid) ?? 0 };
}

/**
 * Whether this very process still runs. A number that the system has given to another program in
 * the meantime, and a zombie that nobody has collected, count as dead.
 */
export function isAlive(mark: ProcessMark): boolean {
  const started = startTicks(mark.pid);
  if (started !== undefined) return mark.startedAt === 0 || started === mark.startedAt;
  if (hasProc()) return false;
  try {
    process.kill(mark.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The mark of a running process, or undefined when there is none with this number. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const mark = { pid, startedAt: startTicks(pid) ?? 0 };
  return isAlive(mark) ? mark : undefined;
}

/** The arguments that a process was started with; empty when it is gone or not to be read. */
export function argumentsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

/** A running process that was started with this argument, or undefined. */
export function processWith(argument: string): ProcessMark | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return undefined;
  }
  for (const pid of names.filter((name) => /^\d+$/.test(name)).map(Number)) {
    const mark = argumentsOf(pid).includes(argument) ? markOf(pid) : undefined;
    if (mark) return mark;
  }
  return undefined;
}

function startTicks(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold anything, so the fields are counted from its end
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return Number(fields[19]);
  } catch {
    return undefined;
  }
}

function hasProc(): boolean {
  return startTicks(process.pid) !== undefined;
}
