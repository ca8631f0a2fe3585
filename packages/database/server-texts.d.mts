export interface ServerTexts {
  readonly still: (what: string, seconds: number) => string;
  readonly starting: string;
  readonly waiting: string;
  readonly notJoined: string;
  readonly notStarted: (log: string, errors: string) => string;
  readonly notReady: (log: string, seconds: number) => string;
  readonly died: (why: string) => string;
  readonly stopped: string;
  readonly newerData: (values: { data: string; written: string; program: string; version: string }) => string;
  readonly noTables: (data: string, errors: string) => string;
  readonly noSocket: (folder: string) => string;
  readonly badSecret: (path: string) => string;
  readonly badUrl: string;
  readonly badProtocol: (protocol: string) => string;
  readonly noDatabase: string;
  readonly unknownParameter: (name: string) => string;
  readonly badSsl: string;
  readonly migration: (id: string) => string;
  readonly stepFailed: (id: string, step: string, why: string) => string;
  readonly schemaTooNew: (unknown: string) => string;
  readonly otherMigrates: string;
  readonly otherMigratesTooLong: string;
  readonly leaseLost: string;
}

/** The language of the environment: traditional or simplified Chinese, else English. */
export function languageOf(env: NodeJS.ProcessEnv): 'hant' | 'zh' | 'en';

/** The texts in the language of the environment. */
export function serverTexts(env?: NodeJS.ProcessEnv): ServerTexts;
