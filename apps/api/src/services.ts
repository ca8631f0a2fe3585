import type { Database } from '@kehu/database/connection';
import type { IdBlocks } from '@kehu/database/id-blocks';
import type { ReadEngine } from '@kehu/query/engine';
import type { ReadModel } from '@kehu/query/model';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock.js';
import type { Organisation } from './organisation.js';
import type { FieldCodec } from './records/codec.js';
import type { Secrets } from './secrets.js';
import type { Settings } from './settings.js';

/** What a running server is made of; put together once in `start.ts` and handed down. */
export interface Services {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly database: Database;
  /** TypeORM over the same server, for the commands' writes. */
  readonly dataSource: DataSource;
  readonly ids: IdBlocks;
  readonly codec: FieldCodec;
  readonly model: ReadModel;
  readonly engine: ReadEngine;
  readonly organisation: Organisation;
}
