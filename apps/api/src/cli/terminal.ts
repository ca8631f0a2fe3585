import { randomUUID } from 'node:crypto';
import { operatorActor } from '../access/actors.js';
import { policyFor } from '../access/policy-for.js';
import { sealAll } from '../audit/seal.js';
import { ActError } from '../commands/errors.js';
import type { RequestContext } from '../context.js';
import { openProduct } from '../open-product.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings.js';
import { terminalLanguage } from './language.js';
import { type CliText, cliText } from './texts.js';

/** Prints a line in the terminal's language. */
export function say(key: CliText, values: Readonly<Record<string, string | number>> = {}): void {
  process.stdout.write(`${cliText(key, terminalLanguage(), values)}\n`);
}

/** Why a command of the tool cannot go on, in the terminal's language; told without a stack. */
export class CliError extends Error {
  constructor(key: CliText, values: Readonly<Record<string, string | number>> = {}) {
    super(cliText(key, terminalLanguage(), values));
    this.name = 'CliError';
  }
}

/** Opens the product, does something with it, and closes it whatever happens. */
export async function withServices<T>(
  work: (services: Services) => Promise<T>,
  options: { readonly migrate?: boolean } = {},
): Promise<T> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const product = await openProduct(readSettings(), { log, ...options });
  const { database, secrets, clock } = product.services;
  try {
    const result = await work(product.services);
    // What the operator did is linked also when no server runs.
    await sealAll(database, secrets.auditChain, clock.now());
    return result;
  } finally {
    await product.close();
  }
}

/** The operator as somebody who acts: through the command runner like everybody, marked as `operator` in the audit trail. */
export function operatorContext(services: Services): RequestContext {
  const actor = operatorActor();
  return {
    services,
    requestId: `operator-${randomUUID().slice(0, 8)}`,
    language: terminalLanguage(),
    actor,
    policy: policyFor(actor),
    sessionId: null,
    organisation: services.organisation.facts(),
    primary: true,
    ip: null,
    secure: false,
    fromBrowser: false,
    explain: null,
    responseHeaders: new Map(),
  };
}

/** What went wrong, for people: each bad field of an input on its own line. */
export function problemOf(error: unknown): string | null {
  if (error instanceof CliError) return error.message;
  if (!(error instanceof ActError)) return null;
  const language = terminalLanguage();
  const fields = error.extensions(language).fields as { path: string; message: string }[] | undefined;
  return fields ? fields.map(({ path, message }) => `${path}: ${message}`).join('\n') : error.text(language);
}
