import { label } from '@kehu/domain/catalogue/labels';
import type { Work } from '../commands/command.js';
import { badInput } from '../commands/errors.js';
import type { FieldSpecs } from '../graphql/schema/declare.js';
import { scalars } from '../graphql/schema/kinds.js';
import { storedInstant } from '../records/decode.js';
import type { RecordRow } from '../records/encode.js';
import { fileKinds } from './file-kinds.js';

/** Files that one act takes at most. */
export const mostFilesOfAct = 20;
/** So long an upload waits for an act that takes it. */
export const uploadLivesMilliseconds = 24 * 3_600_000;

interface UploadedColumns {
  readonly id: string;
  readonly file_name: string;
  readonly mime: string;
  readonly size: string | number;
  readonly sha256: string;
}

export interface TakeFiles {
  readonly complaintId: string;
  readonly fileIds: readonly string[];
  /** They are the original complaint: the letter, the recording, the signed record (R4.11). */
  readonly original?: boolean;
  /** Where the ids stand in the input. */
  readonly path?: string;
  /** The input names one file, not a list: its path stands without a number. */
  readonly single?: boolean;
}

/**
 * Makes attachments of a case of files that the person uploaded (`POST /files`), in the order given. Throws
 * BAD_USER_INPUT for a file that is not there, has expired, or was uploaded by somebody else: these look
 * the same. Answers the ids of the attachments.
 */
export function takeFiles(
  work: Work,
  { complaintId, fileIds, original = false, path = 'fileIds', single = false }: TakeFiles,
): Promise<string[]> {
  return takeInto(
    work,
    'Attachment',
    { complaintId, original },
    fileIds,
    single ? () => path : (at) => `${path}.${at}`,
    path,
  );
}

export interface TakeFilesOf {
  /** The kind of the files: `ContractFile`. */
  readonly kind: string;
  readonly recordId: string;
  /** As the input gives them; nothing is taken where it names none. */
  readonly fileIds: unknown;
  readonly path?: string;
}

/** As `takeFiles`, for the files of any kind of record that has files; how many were taken. */
export async function takeFilesOf(
  work: Work,
  { kind, recordId, fileIds, path = 'fileIds' }: TakeFilesOf,
): Promise<number> {
  const found = fileKinds.find((one) => one.kind.name === kind);
  if (!found) throw new Error(`${kind} is no kind of files.`);
  const ids = Array.isArray(fileIds) ? fileIds.map(String) : [];
  return (await takeInto(work, kind, { [`${found.parent}Id`]: recordId }, ids, (at) => `${path}.${at}`, path))
    .length;
}

/** The files that an act takes, as its input names them. */
export const fileIdsField: FieldSpecs = {
  fileIds: {
    type: () => [scalars.id],
    label: label('附件（先上传）', '附件（先上傳）', 'Files, uploaded before'),
  },
};

async function takeInto(
  work: Work,
  kind: string,
  more: RecordRow,
  fileIds: readonly string[],
  /** Where each id stands in the input. */
  pathOf: (at: number) => string,
  path: string,
): Promise<string[]> {
  if (fileIds.length > mostFilesOfAct)
    throw badInput({ path, message: 'input.tooManyFiles', values: { max: mostFilesOfAct } });
  const since = storedInstant(new Date(work.now.getTime() - uploadLivesMilliseconds));
  const taken: string[] = [];
  for (const [at, id] of [...new Set(fileIds.map(String))].entries()) {
    const [file] = /^[1-9]\d{0,15}$/.test(id)
      ? await work.rows<UploadedColumns>(
          `SELECT id, file_name, mime, size, sha256 FROM uploaded_file
           WHERE id = ? AND staff_id = ? AND at >= ? FOR UPDATE`,
          [id, work.actor.staffId, since],
        )
      : [];
    if (!file) throw badInput({ path: pathOf(at), message: 'input.fileGone' });
    taken.push(
      await work.insert(kind, {
        ...more,
        fileName: file.file_name,
        mime: file.mime,
        size: Number(file.size),
        sha256: file.sha256,
        personal: true,
        uploadedById: work.actor.staffId,
        uploadedAt: work.now.toISOString(),
      }),
    );
    await work.sql('DELETE FROM uploaded_file WHERE id = ?', [id]);
  }
  return taken;
}
