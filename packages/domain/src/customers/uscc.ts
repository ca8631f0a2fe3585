/** Characters of GB 32100-2015 by value: digits and capital letters without I, O, S, V, Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

/**
 * The check character of a unified social credit code (GB 32100-2015) from its first 17 characters;
 * null when they are not such characters.
 */
export function usccCheckCharacter(first17: string): string | null {
  if (first17.length !== length - 1) return null;
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = characters.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31] ?? null;
}

/** Whether a text is a unified social credit code: 18 characters, the last of which checks the others. */
export function isUscc(code: string): boolean {
  return code.length === length && usccCheckCharacter(code.slice(0, -1)) === code.at(-1);
}

/** The code as it is written on licences: capital letters, no spaces or hyphens. */
export function normaliseUscc(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
