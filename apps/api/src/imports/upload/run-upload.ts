import { rm } from 'node:fs/promises';
import type { Actor } from '@kehu/domain/access/actor';
import { uploadLimits } from '@kehu/importer/limits';
import type { Profile } from '@kehu/importer/profile/profile';
import type { Services } from '../../services.js';
import type { ImportProgress } from '../progress.js';
import { runImport } from '../run-import.js';
import { openSources } from '../source-files.js';
import { importTargets } from '../targets.js';
import type { Upload } from './store-upload.js';

/** What somebody asked for with an upload. */
export interface UploadWish {
  readonly profile: Profile;
  readonly options: ReadonlyMap<string, boolean>;
  readonly dryRun: boolean;
  readonly acceptGoodRows: boolean;
  readonly actor: Actor;
}

/** A running import: its record, and its end, which never throws. */
export interface StartedImport {
  readonly runId: string;
  readonly ended: Promise<void>;
}

const progressMilliseconds = 700;

/**
 * Opens the files within the limits of uploads, so that what cannot be used is refused at once, then imports in the
 * background. Answers when the run is on record; throws `ImportError` when it cannot begin. The files
 * are deleted when it has ended.
 */
export async function startUpload(
  services: Services,
  upload: Upload,
  wish: UploadWish,
  failed: (error: unknown) => void,
): Promise<StartedImport> {
  const { database, ids, codec, clock, organisation, secrets } = services;
  await openSources(upload.files, wish.profile, uploadLimits);
  let begun: (runId: string) => void = () => {};
  const started = new Promise<string>((resolve) => {
    begun = resolve;
  });
  let runId: string | null = null;
  const tell = progressTeller(services, () => runId);
  const running = runImport(
    {
      database,
      ids,
      codec,
      auditSecret: secrets.auditChain,
      targets: importTargets(),
      now: () => clock.now(),
      zone: organisation.facts().zone,
    },
    {
      profile: wish.profile,
      files: upload.files,
      options: wish.options,
      limits: uploadLimits,
      dryRun: wish.dryRun,
      acceptGoodRows: wish.acceptGoodRows,
      staffId: wish.actor.staffId,
      via: wish.actor.via,
      progress: tell,
      started(id) {
        runId = id;
        begun(id);
      },
    },
  );
  // A failure before the record exists is the caller's; one after it stands on the record.
  const id = await Promise.race([started, running.then(({ runId: own }) => own)]);
  const ended = running
    .then(() => {})
    .catch(failed)
    .finally(() => rm(upload.folder, { recursive: true, force: true }).catch(failed));
  return { runId: id, ended };
}

/** Writes where the import stands on its record, about once a second. */
function progressTeller({ database }: Services, runId: () => string | null) {
  let told = 0;
  return ({ phase, file, rows }: ImportProgress): void => {
    const id = runId();
    if (id === null || Date.now() - told < progressMilliseconds) return;
    told = Date.now();
    const message = `import.${phase} ${JSON.stringify({ file, rows })}`.slice(0, 1000);
    const read = phase === 'checking' ? rows : null;
    // Progress that cannot be written down is no reason to stop.
    database
      .change(
        "UPDATE import_run SET message = ?, rows_read = COALESCE(?, rows_read) WHERE id = ? AND state = 'RUNNING'",
        [message, read, id],
      )
      .catch(() => {});
  };
}
