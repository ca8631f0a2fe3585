import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importError } from '@kehu/importer/problem';
import type { Profile } from '@kehu/importer/profile/profile';
import { readProfile } from '@kehu/importer/profile/read-profile';
import type { Targets } from '@kehu/importer/profile/target';

/** The profiles that come with the product: `profiles/` of the project. */
const ownFolder = fileURLToPath(new URL('../../../../profiles/', import.meta.url));

/** The profiles that come with the product, by name. */
export function ownProfiles(targets: Targets): Profile[] {
  return readdirSync(ownFolder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readProfile(readFileSync(join(ownFolder, file), 'utf8'), file, targets));
}

/** A profile of the product by its name, or of a file by its path. Throws `ImportError`. */
export function openProfile(nameOrPath: string, targets: Targets): Profile {
  const own = /^[\w-]+$/.test(nameOrPath) ? join(ownFolder, `${nameOrPath}.yaml`) : null;
  const path = own && existsSync(own) ? own : nameOrPath;
  if (!existsSync(path)) throw importError('import.noProfile', { profile: nameOrPath });
  return readProfile(readFileSync(path, 'utf8'), basename(path), targets);
}
