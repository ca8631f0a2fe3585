/**
 * A rule that stands before a transition of a workflow: after which article, what it says, and whether
 * it holds for the facts. Guards are pure: everything they ask is in the facts.
 */
export interface Guard<Facts, Message extends string = string> {
  readonly article: string;
  readonly message: Message;
  /** It chooses between branches of the same act; the refusal is another guard's. */
  readonly routes?: true;
  /** It asks for what the form brings; a button that is only drawn does not ask it. */
  readonly asksInput?: true;
  readonly holds: (facts: Facts) => boolean;
}

/** A guard that does not hold, as the refusal names it. */
export interface BrokenGuard<Name extends string, Message extends string = string> {
  readonly name: Name;
  readonly article: string;
  readonly message: Message;
}

/** The guards of a transition that do not hold, in the order of the table. */
export function brokenGuards<Name extends string, Facts, Message extends string>(
  register: Readonly<Record<Name, Guard<Facts, Message>>>,
  names: readonly Name[],
  facts: Facts,
): BrokenGuard<Name, Message>[] {
  return names.flatMap((name) => {
    const guard = register[name];
    return guard.holds(facts) ? [] : [{ name, article: guard.article, message: guard.message }];
  });
}
