import type { Branch } from './answers.js';
import type { Compilation } from './compilation.js';
import type { Place } from './place.js';
import { badInput } from './problems.js';
import type { Source } from './run.js';
import type { Sql } from './sql.js';
import type { ToMany } from './to-many.js';

/** Plans the aggregate of a list: one statement for all parents. */
export function planListAggregate(
  _c: Compilation,
  _statements: Sql[],
  _parent: Place,
  relation: ToMany,
  field: Source,
): Branch {
  throw badInput('fieldUnknown', field.path, { name: relation.name });
}
