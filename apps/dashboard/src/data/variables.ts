import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { titleOf } from './selection';
import { type Filter, type Where, whereOf } from './where';

/** Lists count up to here and then say "10,000+"; the exact figure costs a click. */
export const countLimit = 10_000;

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

export interface ListParams {
  readonly page: number;
  readonly perPage: number;
  readonly sort?: Sort | undefined;
  readonly filter?: Filter | undefined;
}

export interface ListVariables {
  readonly where?: Where;
  readonly orderBy?: readonly Where[];
  readonly limit: number;
  readonly offset: number;
  readonly countLimit: number;
}

/** The second part: the variables that go with the document. A filter that says nothing is left out altogether. */
export function listVariables(kind: Kind, params: ListParams): ListVariables {
  const where = whereOf(kind, params.filter ?? {});
  const orderBy = orderByOf(kind, params.sort);
  return {
    ...(where ? { where } : {}),
    ...(orderBy.length ? { orderBy } : {}),
    limit: params.perPage,
    offset: (params.page - 1) * params.perPage,
    countLimit,
  };
}

/** A column's order: a relation sorts by its title; without a choice the kind's own order. */
export function orderByOf(kind: Kind, sort: Sort | undefined): Where[] {
  if (sort?.field && sort.field !== 'id') {
    const [name = '', ...rest] = sort.field.split('.');
    const field = kind.fields[name];
    if (field?.is === 'toOne') {
      const target = kindNamed(field.target);
      return orderByOf(target, { field: rest.join('.') || titleOf(target), order: sort.order }).map(
        (inner) => ({
          [name]: inner,
        }),
      );
    }
    if (field) return [{ [name]: sort.order }];
  }
  if (sort?.field === 'id') return [{ id: sort.order }];
  return kind.defaultOrder.map(({ field, direction }) => ({ [field]: direction }));
}
