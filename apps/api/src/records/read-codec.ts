import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { ReadCodec } from '@kehu/query/codec';
import type { FieldCodec } from './codec.js';

/** The field codec as the read engine asks for it: by kind and field instead of by mask. */
export function readCodec(codec: FieldCodec): ReadCodec {
  return {
    decrypt: (cipher) => codec.decrypt(cipher),
    hash(kind, name, value) {
      const field = kindNamed(kind).fields[name];
      return codec.hash((field?.is === 'column' && field.mask) || 'handle', value);
    },
  };
}
