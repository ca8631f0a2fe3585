import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { type DocumentShape, shapeOf } from './document-shape.js';
import { mostTokens } from './limits.js';

/** A document that parses. */
export interface KnownDocument {
  readonly document: DocumentNode;
  readonly tokens: number;
  readonly shape: DocumentShape;
  /** Name of its only operation; null when it has none or there are several. */
  readonly name: string | null;
  /** What validation says; asked only after the limits, since validating a large document is dear. */
  problems(): readonly GraphQLError[];
}

/** A document that does not, with the reason. */
export interface BadDocument {
  readonly syntaxError: GraphQLError | null;
  /** More tokens than anybody may send. */
  readonly tooManyTokens: boolean;
}

/** Documents kept and characters of their texts. */
const mostDocuments = 1000;
const mostCharacters = 2_000_000;
const mostErrors = 10;

/**
 * Parses and validates every document once, however often it is sent; the least recently used go
 * first. Apollo Server finds them by the hash that it makes of the text.
 */
export class Documents {
  private readonly byText = new Map<string, KnownDocument & { readonly hash: string }>();
  private readonly byHash = new Map<string, DocumentNode>();
  private characters = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  get(text: string): KnownDocument | BadDocument {
    const known = this.byText.get(text);
    if (known) {
      this.byText.delete(text);
      this.byText.set(text, known);
      return known;
    }
    const parsed = parseDocument(text);
    if (!('document' in parsed)) return parsed;
    const entry = { ...this.examined(parsed), hash: createHash('sha256').update(text).digest('hex') };
    this.keep(text, entry);
    return entry;
  }

  /** For Apollo Server's document store, whose keys end in the hash of the text. */
  byStoreKey(key: string): DocumentNode | undefined {
    return this.byHash.get(key.slice(-64));
  }

  private examined(parsed: { document: DocumentNode; tokens: number }): KnownDocument {
    const { document, tokens } = parsed;
    let problems: readonly GraphQLError[] | null = null;
    return {
      document,
      tokens,
      shape: shapeOf(document),
      name: getOperationAST(document)?.name?.value ?? null,
      problems: () => {
        problems ??= validate(this.schema, document, undefined, { maxErrors: mostErrors }).slice(
          0,
          mostErrors,
        );
        return problems;
      },
    };
  }

  private keep(text: string, entry: KnownDocument & { readonly hash: string }): void {
    this.byText.set(text, entry);
    this.byHash.set(entry.hash, entry.document);
    this.characters += text.length;
    for (const [oldest, { hash }] of this.byText) {
      if (this.byText.size <= mostDocuments && this.characters <= mostCharacters) break;
      this.byText.delete(oldest);
      this.byHash.delete(hash);
      this.characters -= oldest.length;
    }
  }
}

function parseDocument(text: string): { document: DocumentNode; tokens: number } | BadDocument {
  try {
    const document = parse(text, { maxTokens: mostTokens });
    let tokens = 0;
    for (let token = document.loc?.startToken ?? null; token; token = token.next) tokens += 1;
    // The first and the last token are the document's edges.
    return { document, tokens: tokens - 2 };
  } catch (error) {
    if (!(error instanceof GraphQLError)) {
      // So deeply nested that the parser ran out of stack.
      return { syntaxError: null, tooManyTokens: true };
    }
    const tooManyTokens = error.message.includes('Parsing aborted');
    return { syntaxError: tooManyTokens ? null : error, tooManyTokens };
  }
}
