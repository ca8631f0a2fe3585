import type { SelectedField } from '@kehu/query/arguments';
import { selectionOf } from '@kehu/query/selection';
import type { GraphQLResolveInfo } from 'graphql';
import { Companions } from './companions.js';
import { catalogueTypes } from './schema/catalogue-types.js';

let companions: Companions | null = null;

/** What a resolver's field asks for below itself, as the read engine takes it: without companions. */
export function selectedFields(info: GraphQLResolveInfo): readonly SelectedField[] {
  companions ??= new Companions(catalogueTypes().kinds);
  return companions.without(selectionOf(info));
}
