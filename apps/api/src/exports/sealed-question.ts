import type { FieldCodec } from '../records/codec.js';

/** What an export asks, as it was sent. */
export interface AskedQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A question that only the server reads again: it is compared with people's numbers or names. */
export function seal(codec: FieldCodec, question: AskedQuestion): string {
  return codec.encrypt(JSON.stringify(question)).toString('base64');
}

/** The reverse of `seal`. */
export function unseal(codec: FieldCodec, sealed: string): AskedQuestion {
  return JSON.parse(codec.decrypt(Buffer.from(sealed, 'base64'))) as AskedQuestion;
}
