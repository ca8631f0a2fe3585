/** Lists whose records have a page of their own; kept apart from the register, which imports the pages. */
export const kindsWithPage: ReadonlySet<string> = new Set([
  'complaints',
  'assignedTasks',
  'customers',
  'orders',
  'products',
  'staffMembers',
  'importRuns',
]);
