import type { Command } from '../../../commands/command.js';
import { perform } from '../../../commands/run.js';
import { platformActs } from '../../platform/acts.js';
import { collaborationActs } from '../collaboration/acts.js';
import type { CaseHouse } from './case-house.js';

/** What an act beside the pipeline came to. */
export interface BesideDone {
  readonly id: string;
  readonly told: readonly { readonly staffId: string }[];
}

/** Acts beside the pipeline and of the desk, as people of a house do them. */
export interface BesideActs {
  /** Performs an act as a person of the house, by login or id. */
  act(by: string, name: string, input?: Readonly<Record<string, unknown>>): Promise<BesideDone>;
  /** A record as it stands, by its table: what an act on it names. */
  on(id: string, table?: string): Promise<{ readonly id: string; readonly expectedVersion: number }>;
}

export function besideActs(house: CaseHouse): BesideActs {
  const commands = new Map(
    [...collaborationActs(), ...platformActs()].map(({ command }) => [
      command.name,
      command as unknown as Command<never, unknown>,
    ]),
  );
  return {
    async act(by, name, input = {}) {
      const command = commands.get(name);
      if (!command) throw new Error(`There is no act ${name}.`);
      const context = await house.as(house.people[by] ?? by);
      return (await perform(command, input as never, context)) as BesideDone;
    },
    async on(id, table = 'complaint') {
      const [row] = await house.services.database.query<{ version: number }>(
        `SELECT version FROM ${table} WHERE id = ?`,
        [id],
      );
      return { id, expectedVersion: Number(row?.version) };
    },
  };
}
