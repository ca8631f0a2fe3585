import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { limitsOf, type RoleLimits } from '@kehu/domain/access/role-limits';
import type { Language } from '@kehu/domain/catalogue/labels';
import type { ExecutionResult } from 'graphql';
import { mayAskAdHoc } from '../access/ad-hoc.js';
import type { Authenticated, AuthenticationRequest } from '../access/authenticate.js';
import { unauthenticated } from '../commands/errors.js';
import type { RequestContext } from '../context.js';
import { clientAddress, isSecure } from '../server/client-address.js';
import type { Log } from '../server/log.js';
import type { Metrics } from '../server/metrics.js';
import { BadRequest, readText, requireJson } from '../server/request-body.js';
import { isCrossSite, isFromBrowser } from '../server/same-site.js';
import { writeAnswer } from '../server/write-answer.js';
import type { Services } from '../services.js';
import { apolloServer, type Passing } from './apollo.js';
import { Documents, type KnownDocument } from './documents.js';
import { compilingExecutor, plainExecutor } from './executor.js';
import { type GraphqlRequest, graphqlRequest } from './graphql-request.js';
import { Introspection } from './introspection.js';
import { languageOf } from './language.js';
import { LearnedForms } from './learned-forms.js';
import { limitProblem } from './limits.js';
import { LongRequests } from './long-requests.js';
import { badDocument, Refused, refusedBy } from './refusals.js';
import { type OperationParts, runOperation } from './run-operation.js';
import type { ApiSchema } from './schema.js';
import { statusOf } from './status.js';
import { validationErrors } from './validation-errors.js';

/** What the endpoint is made of. */
export interface EndpointParts {
  readonly services: Services;
  readonly api: ApiSchema;
  readonly authenticate: (services: Services, request: AuthenticationRequest) => Promise<Authenticated>;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** `POST /graphql`, answered without any framework. */
export interface Endpoint {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): Promise<void>;
}

/** A request on its way, as far as it is known. */
interface Asking {
  readonly requestId: string;
  language: Language;
  operationName: string | null;
}

/** Whoever has not signed in may send no more characters than a sign-in needs. */
const mostAnonymousCharacters = 4000;
const primarySeconds = 10;
/** Answers that took longer are in the log. */
const slowSeconds = 1;

/** Makes the endpoint; Apollo Server runs the requests that have passed our own gates. */
export async function openEndpoint(parts: EndpointParts): Promise<Endpoint> {
  const { api, services } = parts;
  const documents = new Documents(api.schema);
  const operations: OperationParts = {
    schema: api.schema,
    executor: (services.settings.executor === 'jit' ? compilingExecutor : plainExecutor)(api.schema),
    introspection: new Introspection(api.schema, api.descriptions),
    report: (context) => (error) =>
      parts.log.error('request.failed', { requestId: context.requestId }, error),
  };
  const apollo = apolloServer(documents, operations);
  await apollo.start();
  return new GraphqlEndpoint(parts, documents, operations, apollo);
}

class GraphqlEndpoint implements Endpoint {
  private readonly long = new LongRequests();
  private readonly wrote = new Map<string, number>();
  private readonly forms = new LearnedForms();

  constructor(
    private readonly parts: EndpointParts,
    private readonly documents: Documents,
    private readonly operations: OperationParts,
    private readonly apollo: ApolloServer<Passing>,
  ) {}

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const asking: Asking = {
      requestId: requestIdOf(request),
      language: languageOf(request.headers['accept-language']) ?? 'zh-Hans',
      operationName: null,
    };
    this.parts.metrics.running += 1;
    let code = 'OK';
    try {
      code = await this.answer(request, response, asking);
    } catch (thrown) {
      code = this.refuse(request, response, asking, thrown);
    } finally {
      this.parts.metrics.running -= 1;
      const seconds = (performance.now() - began) / 1000;
      this.parts.metrics.observe(asking.operationName, seconds, code);
      const slow = seconds > slowSeconds;
      this.parts.log[slow ? 'info' : 'debug'](slow ? 'graphql.slow' : 'graphql', {
        requestId: asking.requestId,
        operation: asking.operationName,
        code,
        milliseconds: Math.round(seconds * 1000),
      });
    }
  }

  /** The code of the answer: `OK` or that of its first error. */
  private async answer(request: IncomingMessage, response: ServerResponse, asking: Asking): Promise<string> {
    if (request.method !== 'POST') throw new BadRequest(405, 'http.methodNotAllowed');
    if (isCrossSite(request.headers)) throw new BadRequest(403, 'http.forbidden');
    requireJson(request);
    const { services } = this.parts;
    const [{ actor, policy, sessionId }, text] = await Promise.all([
      this.parts.authenticate(services, { headers: request.headers, method: 'POST' }),
      readText(request, limitsOf([]).bodyBytes),
    ]);
    const asked = graphqlRequest(text);
    const limits = limitsOf(actor?.roles ?? []);
    const known = this.document(asked, limits, actor !== null, asking);
    asking.operationName = asked.operationName ?? known.name;
    if (known.shape.introspections > 0 && !mayAskAdHoc(actor))
      throw new BadRequest(403, 'http.introspectionForbidden');
    const problems = known.problems();
    if (problems.length > 0)
      throw new Refused(400, validationErrors(problems, asking.language, known.document));

    const writes = known.document.definitions.some((d) => 'operation' in d && d.operation === 'mutation');
    const done = actor ? this.long.begin(actor.staffId, limits.longAtOnce) : () => {};
    if (!done) throw new BadRequest(429, 'http.tooManyAtOnce', { limit: limits.longAtOnce });
    const context: RequestContext = {
      services,
      requestId: asking.requestId,
      language: asking.language,
      actor,
      policy,
      sessionId,
      organisation: services.organisation.facts(),
      primary: writes || (actor !== null && this.wroteLately(actor.staffId)),
      ip: clientAddress(request),
      fromBrowser: isFromBrowser(request.headers),
      secure: isSecure(request),
      explain: actor && request.headers['x-kehu-explain'] === '1' ? { statements: [], cost: 0 } : null,
      responseHeaders: new Map(),
    };
    try {
      return await this.execute(
        request,
        response,
        { context, known, outcome: { result: null } },
        asked,
        limits,
      );
    } finally {
      done();
      if (writes && actor) this.wrote.set(actor.staffId, performance.now());
    }
  }

  /** The document of a request when it stays within the limits of whoever sends it. */
  private document(
    { query }: GraphqlRequest,
    limits: RoleLimits,
    signedIn: boolean,
    asking: Asking,
  ): KnownDocument {
    if (!signedIn && query.length > mostAnonymousCharacters) throw unauthenticated();
    const found = this.documents.get(query);
    if (!('document' in found)) throw badDocument(found, limits, asking.language);
    if (!signedIn && !this.isPublic(found)) throw unauthenticated();
    const problem = limitProblem(found.shape, found.tokens, limits);
    if (problem) throw new BadRequest(400, problem.key, problem.values);
    return found;
  }

  private isPublic({ shape }: KnownDocument): boolean {
    const names = [...shape.rootNames].filter((name) => name !== '__typename');
    return names.every((name) => this.parts.api.publicFields.has(name));
  }

  private wroteLately(staffId: string): boolean {
    const at = this.wrote.get(staffId);
    if (at === undefined) return false;
    if (performance.now() - at < primarySeconds * 1000) return true;
    this.wrote.delete(staffId);
    return false;
  }

  private async execute(
    request: IncomingMessage,
    response: ServerResponse,
    passing: Passing,
    asked: GraphqlRequest,
    limits: RoleLimits,
  ): Promise<string> {
    const { accept } = request.headers;
    const { type, status, body } =
      (await this.runAgain(passing, asked, accept)) ?? (await this.throughApollo(passing, asked, accept));
    if (body.length > limits.answerBytes / 3 && Buffer.byteLength(body) > limits.answerBytes) {
      throw new BadRequest(400, 'http.answerTooLarge', { limit: limits.answerBytes });
    }
    const { context, outcome } = passing;
    const { result } = outcome;
    writeAnswer(response, {
      status: result && status === 200 ? statusOf(result) : status,
      type,
      body,
      requestId: context.requestId,
      headers: context.responseHeaders,
    });
    return codeOf(result);
  }

  /**
   * Runs a document that Apollo Server has passed before, without its pipeline. Null when it has not;
   * an answer with errors is kept for it, since it words their form.
   */
  private async runAgain(passing: Passing, asked: GraphqlRequest, accept: string | undefined) {
    const { known, context, outcome } = passing;
    const type = this.forms.get(known, accept);
    if (type === null) return null;
    const result = await runOperation(this.operations, {
      known,
      operationName: asked.operationName ?? null,
      variables: asked.variables ?? {},
      context,
    });
    outcome.result = result;
    return result.errors ? null : { type, status: 200, body: `${JSON.stringify(result)}\n` };
  }

  private async throughApollo(passing: Passing, asked: GraphqlRequest, accept: string | undefined) {
    const headers = new HeaderMap([['content-type', 'application/json']]);
    if (accept) headers.set('accept', accept);
    const {
      body,
      status,
      headers: answered,
    } = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: asked },
      context: async () => passing,
    });
    if (body.kind !== 'complete') throw new Error('An answer in parts is not foreseen.');
    const type = answered.get('content-type') ?? 'application/json; charset=utf-8';
    const { result } = passing.outcome;
    if (result && !result.errors && (status ?? 200) === 200) this.forms.learn(passing.known, accept, type);
    return { type, status: status ?? 200, body: body.string };
  }

  /** Answers a request that was not run. */
  private refuse(
    request: IncomingMessage,
    response: ServerResponse,
    asking: Asking,
    thrown: unknown,
  ): string {
    const { requestId, language } = asking;
    const { status, errors } = refusedBy(thrown, language, requestId, (error) =>
      this.parts.log.error('request.failed', { requestId }, error),
    );
    if (response.headersSent || response.destroyed) return 'ABORTED';
    const headers = new Map<string, string>([['content-language', language]]);
    if (status === 405) headers.set('allow', 'POST');
    // The rest of a body that nobody will read would be taken for the next request.
    if (!request.complete) headers.set('connection', 'close');
    const modern = request.headers.accept?.includes('application/graphql-response+json');
    writeAnswer(response, {
      status,
      type: `application/${modern ? 'graphql-response+' : ''}json; charset=utf-8`,
      body: JSON.stringify({ errors }),
      requestId,
      headers,
    });
    return String(errors[0]?.extensions.code ?? 'INTERNAL');
  }
}

/** The client's own request id when it is harmless, so that its logs and ours can be laid side by side. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function codeOf(result: ExecutionResult | null): string {
  const [first] = result?.errors ?? [];
  return first ? String(first.extensions.code ?? 'INTERNAL') : 'OK';
}
