import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ImportError, type Problem, problem } from '../problem.js';

/** Gathers what is wrong with a profile, with the line of each point, so that all is told at once. */
export class ProfileProblems {
  readonly list: Problem[] = [];
  constructor(private readonly file: string) {}

  add(line: number, message: string, values: Problem['values'] = {}): void {
    this.list.push(problem(message, { file: this.file, line, ...values }));
  }
  throwIfAny(): void {
    if (this.list.length > 0) throw new ImportError(this.list);
  }
}

/** A place in a profile's YAML, read with its expectations; every surprise is noted with its line. */
export class YamlNode {
  constructor(
    private readonly node: Node | null,
    readonly line: number,
    private readonly lines: LineCounter,
    private readonly problems: ProfileProblems,
  ) {}

  get isMap(): boolean {
    return isMap(this.node);
  }
  get isList(): boolean {
    return isSeq(this.node);
  }
  get isText(): boolean {
    return isScalar(this.node) && (this.node.value !== null || Boolean(this.node.source));
  }

  /** The entries of a mapping by key; notes what is no mapping. */
  entries(): Map<string, YamlNode> {
    const found = new Map<string, YamlNode>();
    if (!isMap(this.node)) {
      if (this.node && !(isScalar(this.node) && this.node.value === null))
        this.wrong('import.profileNotAMap');
      return found;
    }
    for (const { key, value } of this.node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      found.set(name, this.at((value ?? key) as Node, value === null));
    }
    return found;
  }

  /** Like `entries`, but only these keys may occur. */
  only<const K extends string>(allowed: readonly K[]): Partial<Record<K, YamlNode>> {
    const found: Partial<Record<K, YamlNode>> = {};
    for (const [key, node] of this.entries()) {
      const known = allowed.find((name) => name === key);
      if (known) found[known] = node;
      else node.wrong('import.profileUnknownKey', { key, allowed: allowed.join(', ') });
    }
    return found;
  }

  /** The items of a list; a single item counts as a list of one. */
  items(): YamlNode[] {
    if (isSeq(this.node)) return this.node.items.map((item) => this.at(item as Node, false));
    return this.node ? [this] : [];
  }

  /** The text of a scalar, as it is written: also `NULL`, `true` or a number. */
  text(): string {
    if (isScalar(this.node) && this.isText) {
      return this.node.source ?? String(this.node.value);
    }
    this.wrong('import.profileNotText');
    return '';
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  flag(): boolean {
    const text = this.text();
    if (text !== 'true' && text !== 'false') this.wrong('import.profileNotBoolean');
    return text === 'true';
  }

  choice<const C extends string>(choices: readonly [C, ...C[]]): C {
    const text = this.text();
    const found = choices.find((choice) => choice === text);
    if (!found) this.wrong('import.profileNotOneOf', { value: text, allowed: choices.join(', ') });
    return found ?? choices[0];
  }

  wrong(message: string, values: Problem['values'] = {}): void {
    this.problems.add(this.line, message, values);
  }

  private at(node: Node, empty: boolean): YamlNode {
    const offset = node.range?.[0];
    const line = offset === undefined ? this.line : this.lines.linePos(offset).line;
    return new YamlNode(empty ? null : node, line, this.lines, this.problems);
  }
}

const mostCharacters = 200_000;

/** The root of a YAML text; throws when it is no YAML at all. Aliases are not followed (no billion laughs). */
export function yamlRoot(text: string, problems: ProfileProblems): YamlNode {
  const lines = new LineCounter();
  if (text.length > mostCharacters) problems.add(1, 'import.profileTooLong');
  problems.throwIfAny();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, keepSourceTokens: false });
  for (const error of document.errors) {
    problems.add(error.linePos?.[0].line ?? 1, 'import.profileNotYaml', { reason: error.code });
  }
  problems.throwIfAny();
  const { contents } = document;
  if (!isMap(contents)) problems.add(1, 'import.profileNotAMap');
  problems.throwIfAny();
  return new YamlNode(contents as Node, 1, lines, problems);
}
