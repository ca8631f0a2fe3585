/** `?, ?, ?` for the values of a list that is not empty. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
