import type { Queryable } from '@kehu/database/connection';
import type { Migration } from '@kehu/database/migrations';

/** Role grants come in with the staff directory, waiting for approval; so they have an import's key. */
export const importedGrants: Migration = {
  id: '0003-imported-grants',
  steps: [
    { name: 'role_grant.source', run: (database) => addColumn(database, 'source', 'VARCHAR(40) NULL') },
    {
      name: 'role_grant.source_key',
      run: (database) => addColumn(database, 'source_key', 'VARCHAR(190) NULL'),
    },
    {
      name: 'role_grant_source',
      async run(database) {
        const known = await database.query(
          "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'role_grant' AND index_name = 'role_grant_source'",
        );
        if (known.length > 0) return;
        await database.query('ALTER TABLE role_grant ADD UNIQUE KEY role_grant_source (source, source_key)');
      },
    },
  ],
};

/** MySQL has no `ADD COLUMN IF NOT EXISTS`, and an interrupted step is run again. */
async function addColumn(database: Queryable, name: string, type: string): Promise<void> {
  const known = await database.query(
    "SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'role_grant' AND column_name = ?",
    [name],
  );
  if (known.length === 0) await database.query(`ALTER TABLE role_grant ADD COLUMN ${name} ${type}`);
}
