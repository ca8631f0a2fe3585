import type { Database } from '@kehu/database/connection';
import type { Label } from '@kehu/domain/catalogue/labels';
import type { Clock } from './clock.js';

/** What every request asks of the organisation: its zone, currency and own words. */
export interface OrganisationFacts {
  readonly name: string;
  /** IANA name; days, months and local times are counted in it. */
  readonly zone: string;
  readonly currency: string;
  /** The organisation's own words (`Role.GM` → 支行行长), by `<vocabulary>.<code>` or `<kind>.<field>`. */
  readonly ownLabels: ReadonlyMap<string, Label>;
}

/** The facts as they were at most a second ago. */
export interface Organisation {
  facts(): OrganisationFacts;
}

const beforeSetup: OrganisationFacts = {
  name: '',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  ownLabels: new Map(),
};

const freshMilliseconds = 1000;

/**
 * Reads the organisation once and keeps it fresh: a request that finds it older than a second is
 * answered with what is known and has it read again. A database without an organisation yet answers
 * with Asia/Shanghai and no words of its own.
 */
export async function openOrganisation(database: Database, clock: Clock): Promise<Organisation> {
  let facts = await readFacts(database);
  let readAt = clock.now().getTime();
  let reading = false;
  return {
    facts() {
      const now = clock.now().getTime();
      if (!reading && now - readAt > freshMilliseconds) {
        reading = true;
        readFacts(database)
          .then((fresh) => {
            facts = fresh;
          })
          // The database is away: what is known still holds, and the next request asks again.
          .catch(() => {})
          .finally(() => {
            readAt = clock.now().getTime();
            reading = false;
          });
      }
      return facts;
    },
  };
}

interface OrganisationColumns {
  readonly name: string;
  readonly time_zone: string;
  readonly currency: string;
}

interface LabelColumns {
  readonly key: string;
  readonly label_hans: string;
  readonly label_hant: string | null;
  readonly label_en: string | null;
}

async function readFacts(database: Database): Promise<OrganisationFacts> {
  const [own] = await database.query<OrganisationColumns>(
    'SELECT name, time_zone, currency FROM organisation ORDER BY id LIMIT 1',
  );
  const labels = await database.query<LabelColumns>(
    'SELECT `key`, label_hans, label_hant, label_en FROM label_override',
  );
  return {
    ...(own ? { name: own.name, zone: own.time_zone, currency: own.currency } : beforeSetup),
    ownLabels: new Map(
      labels.map(({ key, label_hans: hans, label_hant: hant, label_en: en }) => [
        key,
        { 'zh-Hans': hans, 'zh-Hant': hant ?? hans, en: en ?? hans },
      ]),
    ),
  };
}
