/** Tables that only ever grow: the application's own account may not change or remove their rows. */
export const appendOnlyTables: readonly string[] = ['audit_entry', 'audit_seal'];
