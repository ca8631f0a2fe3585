import { language } from '../../../app/boot/preferences';
import { whenRefused } from '../../../data/client';
import { Refusal } from '../../../data/refusal';

/** A profile as the person may use it. */
export interface ImportProfile {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly tables: readonly {
    readonly name: string;
    readonly optional: boolean;
    readonly columns: readonly string[];
  }[];
  readonly options: readonly { readonly name: string; readonly label: string }[];
}

export interface UploadWish {
  readonly profile: string;
  readonly files: readonly File[];
  readonly options: readonly string[];
  readonly dryRun: boolean;
  readonly acceptGoodRows: boolean;
}

/** The profiles that the person may import with; throws `Refusal`. */
export async function importProfiles(): Promise<readonly ImportProfile[]> {
  const response = await fetch('/imports/profiles', {
    credentials: 'same-origin',
    headers: { 'accept-language': language() },
  }).catch(() => null);
  if (!response) throw new Refusal('', 'NETWORK');
  const body = parsed(await response.text());
  if (!response.ok || !Array.isArray(body.profiles)) throw refusalIn(body);
  return body.profiles as readonly ImportProfile[];
}

/**
 * Sends the files and answers the run's id. `sent` is told the share that has gone out, from 0 to 1. Throws
 * `Refusal` with the server's words.
 */
export function sendUpload(wish: UploadWish, sent: (share: number) => void): Promise<string> {
  const form = new FormData();
  form.append('profile', wish.profile);
  form.append('dryRun', String(wish.dryRun));
  form.append('acceptGoodRows', String(wish.acceptGoodRows));
  for (const option of wish.options) form.append('option', `${option}=true`);
  for (const file of wish.files) form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    // fetch tells nothing of what has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.setRequestHeader('accept-language', language());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) sent(event.loaded / event.total);
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 202 && typeof body.run === 'string') resolve(body.run);
      else reject(refusalIn(body));
    };
    request.onerror = () => reject(new Refusal('', 'NETWORK'));
    request.send(form);
  });
}

interface Body {
  readonly run?: unknown;
  readonly profiles?: unknown;
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly problems?: readonly string[];
  };
}

function refusalIn({ error }: Body): Refusal {
  const message = error?.problems?.length ? error.problems.join('\n') : (error?.message ?? '');
  return whenRefused(new Refusal(message, error?.code ?? 'NETWORK'));
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}
