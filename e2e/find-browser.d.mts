/** The path of a Chromium or Chrome that runs, or null. */
export function findBrowser(env?: NodeJS.ProcessEnv): string | null;
