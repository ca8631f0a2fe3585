import type { Language } from '@kehu/domain/catalogue/labels';
import {
  buildClientSchema,
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type GraphQLSchema,
  type IntrospectionQuery,
  introspectionFromSchema,
} from 'graphql';
import type { Descriptions } from './schema/declare.js';

/** Answers kept, by document and language; GraphiQL sends one document again and again. */
const mostAnswers = 12;

/** An element of the introspection answer; its texts are made for this copy alone. */
interface Described {
  readonly description?: string | null | undefined;
}

/** Answers introspection with descriptions in the reader's language. */
export class Introspection {
  private readonly schemas = new Map<Language, GraphQLSchema>();
  private readonly answers = new Map<string, ExecutionResult>();
  private readonly documentNumbers = new WeakMap<DocumentNode, number>();
  private documents = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly descriptions: Descriptions,
  ) {}

  answer(
    document: DocumentNode,
    operationName: string | null,
    variables: Readonly<Record<string, unknown>>,
    language: Language,
  ): ExecutionResult {
    const key = JSON.stringify([this.numberOf(document), operationName, variables, language]);
    const known = this.answers.get(key);
    if (known) return known;
    const answer = executeSync({
      schema: this.schemaIn(language),
      document,
      operationName,
      variableValues: variables,
    });
    if (this.answers.size >= mostAnswers) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /** The schema with its texts in a language; made when it is first asked for. */
  schemaIn(language: Language): GraphQLSchema {
    if (language === 'zh-Hans') return this.schema;
    let translated = this.schemas.get(language);
    if (!translated) {
      translated = buildClientSchema(translate(this.schema, this.descriptions, language));
      this.schemas.set(language, translated);
    }
    return translated;
  }

  private numberOf(document: DocumentNode): number {
    let number = this.documentNumbers.get(document);
    if (number === undefined) {
      number = this.documents;
      this.documents += 1;
      this.documentNumbers.set(document, number);
    }
    return number;
  }
}

function translate(
  schema: GraphQLSchema,
  descriptions: Descriptions,
  language: Language,
): IntrospectionQuery {
  const introspection = introspectionFromSchema(schema, { inputValueDeprecation: true });
  const say = (element: Described, coordinate: string) => {
    const text = descriptions.get(coordinate);
    if (text) Object.assign(element, { description: text[language] });
  };
  // The answer has every property on every type, null where it does not belong.
  for (const type of introspection.__schema.types) {
    say(type, type.name);
    if ('fields' in type && type.fields) {
      for (const field of type.fields) {
        say(field, `${type.name}.${field.name}`);
        for (const argument of field.args) say(argument, `${type.name}.${field.name}.${argument.name}`);
      }
    }
    if ('inputFields' in type && type.inputFields) {
      for (const field of type.inputFields) say(field, `${type.name}.${field.name}`);
    }
    if ('enumValues' in type && type.enumValues) {
      for (const value of type.enumValues) say(value, `${type.name}.${value.name}`);
    }
  }
  return introspection;
}
