/** A MariaDB server program that runs on this machine, with the folders that it needs. */
export interface ServerProgram {
  /** Absolute path of `mariadbd`. */
  readonly program: string;
  /** Three numbers: `10.11.19`. */
  readonly version: string;
  /** The folder with error messages, character sets and the SQL of the system tables. */
  readonly share: string;
  readonly plugins: string | null;
  /** What `LD_LIBRARY_PATH` must name; empty for a server that is installed properly. */
  readonly libraries: readonly string[];
}

export const OLDEST_SERIES: readonly [number, number];
export function cacheFolder(env?: NodeJS.ProcessEnv): string;
export function serverCache(env?: NodeJS.ProcessEnv): string;
export function findServer(env?: NodeJS.ProcessEnv, systemFolders?: readonly string[]): ServerProgram | null;
export function describeUnpacked(root: string): ServerProgram | null;
export function libraryEnvironment(libraries: readonly string[]): { LD_LIBRARY_PATH?: string };
