import { language } from '../../../app/boot/preferences';
import { whenRefused } from '../../../data/client';
import { Refusal } from '../../../data/refusal';

/** Saves the table of a month as a workbook, in the company's own template where it has one. Throws `Refusal`. */
export const saveWorkbook = (period: string): Promise<void> =>
  save(`/monthly-table/${period}.xlsx`, `complaints-${period}.xlsx`);

/** Saves a workbook that names the place of each figure: the beginning of a template. Throws `Refusal`. */
export const savePlaces = (period: string): Promise<void> =>
  save(`/monthly-table/${period}.xlsx?places=true`, 'complaints-template.xlsx');

/** Replaces the company's template of the table. Throws `Refusal` with the server's words. */
export async function sendTemplate(file: File): Promise<void> {
  const body = new FormData();
  body.append('file', file, file.name);
  await asked('/monthly-table/template', { method: 'POST', body });
}

async function save(path: string, name: string): Promise<void> {
  const response = await asked(path, {});
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; kept longer it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function asked(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    credentials: 'same-origin',
    headers: { 'accept-language': language() },
  }).catch(() => null);
  if (!response) throw new Refusal('', 'NETWORK');
  if (response.ok) return response;
  const said = (await response.json().catch(() => null)) as {
    readonly error?: { readonly code?: string; readonly message?: string };
  } | null;
  throw whenRefused(new Refusal(said?.error?.message ?? '', said?.error?.code ?? 'NETWORK'));
}
