/** Opens and hashes encrypted fields; the keys stay with whoever makes it. */
export interface ReadCodec {
  /** The plain value of a stored cipher. */
  decrypt(cipher: Buffer): string;
  /** The keyed hash that `eq` and `in` compare; the same for every spelling of one value. */
  hash(kind: string, field: string, value: string): Buffer | string;
}
