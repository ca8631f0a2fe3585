import type { ServerProgram } from './find-server.mjs';

/** No server on this machine and none to be had; the message names the ways out. */
export class NoServerError extends Error {}

export interface ObtainOptions {
  /** Gets one line for every step that takes longer than two seconds. */
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** Searched beside the PATH; the usual ones unless given. */
  readonly systemFolders?: readonly string[];
}

/** A server program: installed, cached, or fetched now from the distribution's packages. */
export function obtainServer(options?: ObtainOptions): Promise<ServerProgram>;
