import { language } from '../../../app/boot/preferences';
import { whenRefused } from '../../../data/client';
import { Refusal } from '../../../data/refusal';
import { momentIn } from '../../../ui/figures';

/** A file that the server has: an act takes its id. */
export interface SentFile {
  readonly id: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
}

interface Body {
  readonly id?: unknown;
  readonly file?: Partial<SentFile>;
  readonly fileName?: unknown;
  readonly mime?: unknown;
  readonly size?: unknown;
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** Sends one file; `sent` is told the share that has gone out, from 0 to 1. Throws `Refusal` with the server's words. */
export function sendFile(file: File, sent: (share: number) => void): Promise<SentFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    // fetch tells nothing of what has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.setRequestHeader('accept-language', language());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) sent(event.loaded / event.total);
    };
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300 && body.id !== undefined)
        resolve({
          id: String(body.id),
          fileName: String(body.fileName ?? file.name),
          mime: String(body.mime ?? file.type),
          size: Number(body.size ?? file.size),
        });
      else reject(whenRefused(new Refusal(body.error?.message ?? '', body.error?.code ?? 'NETWORK')));
    };
    request.onerror = () => reject(new Refusal('', 'NETWORK'));
    request.send(form);
  });
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}

/** Where a file is read; the server asks the policy of its case. */
export const fileAddress = (id: string): string => `/files/${id}`;

/** A size as people read it. */
export function inBytes(size: unknown): string {
  const bytes = Number(size);
  if (!Number.isFinite(bytes)) return '';
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Files out of a paste or a drop; a pasted picture gets a name that says when, in the organisation's zone. */
export function filesOf(data: DataTransfer | null, now: Date, zone: string): File[] {
  return [...(data?.files ?? [])].map((file) => {
    if (file.name !== 'image.png' && file.name !== '') return file;
    const at = momentIn(now, zone).replace(/\D/g, '') + String(now.getSeconds()).padStart(2, '0');
    return new File([file], `${at}.${file.type.split('/')[1] ?? 'png'}`, { type: file.type });
  });
}
