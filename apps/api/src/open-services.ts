import type { Database } from '@kehu/database/connection';
import { idBlocks } from '@kehu/database/id-blocks';
import { fold } from '@kehu/domain/text/fold';
import { createEngine } from '@kehu/query/create-engine';
import type { ReadModel } from '@kehu/query/model';
import { type Clock, systemClock } from './clock.js';
import { openOrganisation } from './organisation.js';
import { readRunner } from './read-runner.js';
import { createCodec } from './records/codec.js';
import { openDataSource } from './records/data-source.js';
import { readCodec } from './records/read-codec.js';
import { readModel } from './records/read-model.js';
import { openSecrets } from './secrets.js';
import type { Services } from './services.js';
import type { Settings } from './settings.js';

/** Puts the services together over a database that is migrated. */
export async function openServices(
  settings: Settings,
  database: Database,
  clock: Clock = systemClock,
): Promise<Services> {
  const secrets = openSecrets(settings.home);
  const codec = createCodec({ encryption: secrets.fieldEncryption, hashing: secrets.fieldHashing });
  const model: ReadModel = readModel();
  const engine = createEngine({
    model,
    runner: readRunner(database),
    codec: readCodec(codec),
    fold,
    cursorKey: secrets.cursor,
  });
  const [organisation, dataSource] = await Promise.all([
    openOrganisation(database, clock),
    openDataSource(database),
  ]);
  return {
    settings,
    secrets,
    clock,
    database,
    dataSource,
    ids: idBlocks(database, () => clock.now().getTime()),
    codec,
    model,
    engine,
    organisation,
  };
}
