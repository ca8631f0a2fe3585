import { catalogue } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import type { DataProvider } from 'react-admin';
import { inOrder, type ListAnswer, listResult, type RecordData } from './answer';
import { ask } from './client';
import { listText, oneText, someText } from './query';
import { Refusal } from './refusal';
import type { Rights } from './rights';
import { allFields, selectionOf } from './selection';
import { listVariables, orderByOf } from './variables';
import { whereOf } from './where';

const byPlural = new Map(catalogue.map((kind) => [kind.plural, kind]));

/** The kind of a react-admin resource; resources are named as the GraphQL lists are. */
export function kindOf(resource: string): Kind {
  const kind = byPlural.get(resource);
  if (!kind) throw new Error(`There is no kind whose list is named ${resource}.`);
  return kind;
}

/** What a page may say about the fields that it shows; without it every field is read. */
interface Meta {
  readonly fields?: readonly string[];
}

const mostReferences = 200;

/**
 * react-admin's data provider over the GraphQL contract. It only joins the three parts: which document
 * (`query`), which variables (`variables`), what of the answer (`answer`).
 */
export function dataProviderFor(rights: Rights): DataProvider {
  const selection = (kind: Kind, meta?: Meta) => selectionOf(kind, meta?.fields ?? allFields(kind), rights);

  async function list(resource: string, params: Parameters<DataProvider['getList']>[1]) {
    const kind = kindOf(resource);
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
    const variables = listVariables(kind, { page, perPage, sort: params.sort, filter: params.filter });
    const answer = await ask<ListAnswer>(listText(kind, selection(kind, params.meta)), { ...variables });
    return listResult(answer, page);
  }

  async function one(resource: string, id: unknown, meta?: Meta) {
    const kind = kindOf(resource);
    const { one: found } = await ask<{ one: RecordData | null }>(oneText(kind, selection(kind, meta)), {
      id,
    });
    if (!found) throw new Refusal('', 'NOT_FOUND');
    return { data: found };
  }

  async function some(kind: Kind, ids: readonly unknown[], meta?: Meta) {
    const { list: found } = await ask<ListAnswer>(someText(kind, selection(kind, meta)), {
      where: whereOf(kind, { id: ids.map(String) }),
      orderBy: orderByOf(kind, undefined),
      limit: Math.min(ids.length, mostReferences),
    });
    return inOrder(found.items, ids);
  }

  const refuse = async (): Promise<never> => {
    throw new Error('Changes are business acts of their own (`act`); react-admin only reads.');
  };

  const provider = {
    supportAbortSignal: false,
    getList: list,
    getOne: (resource: string, params: { id: unknown; meta?: Meta }) => one(resource, params.id, params.meta),
    getMany: async (resource: string, params: { ids: unknown[]; meta?: Meta }) => ({
      data: await some(kindOf(resource), params.ids, params.meta),
    }),
    getManyReference: (resource: string, params: Parameters<DataProvider['getManyReference']>[1]) =>
      list(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
    create: refuse,
    update: refuse,
    delete: refuse,
    deleteMany: refuse,
    updateMany: refuse,
  };
  // react-admin's type lets each caller choose the record's type; what comes is what was selected.
  return provider as unknown as DataProvider;
}
