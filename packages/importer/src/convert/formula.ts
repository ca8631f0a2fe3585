import { add, divide, type Fraction, multiply, parseNumber, subtract } from './fraction.js';

/**
 * A formula of a profile: `{unitPrice} * {quantity} * (1 - {discount})`. Columns stand in braces,
 * numbers are exact, `+ - * /` and brackets work as in arithmetic. Nothing else exists in it.
 */
export type Formula =
  | { readonly is: 'number'; readonly value: Fraction }
  | { readonly is: 'column'; readonly column: string }
  | { readonly is: Operator; readonly left: Formula; readonly right: Formula };
type Operator = '+' | '-' | '*' | '/';

/** Parses a formula; the text of what is wrong when it is none. */
export function parseFormula(text: string): Formula | { readonly wrong: string } {
  const tokens = text.match(/\{[^{}]+\}|\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  let at = 0;
  let wrong: string | null = null;
  const fail = (): Formula => {
    wrong ??= tokens[at] ?? 'end';
    return { is: 'number', value: { over: 0n, under: 1n } };
  };
  const primary = (depth: number): Formula => {
    const token = tokens[at];
    if (token === undefined || depth > 30) return fail();
    if (token === '(') {
      at += 1;
      const inner = sum(depth + 1);
      if (tokens[at] !== ')') return fail();
      at += 1;
      return inner;
    }
    if (token === '-') {
      at += 1;
      const zero: Formula = { is: 'number', value: { over: 0n, under: 1n } };
      return { is: '-', left: zero, right: primary(depth + 1) };
    }
    if (token.startsWith('{') && token.length > 2) {
      at += 1;
      return { is: 'column', column: token.slice(1, -1).trim() };
    }
    const value = /^\d/.test(token) ? parseNumber(token) : null;
    if (!value) return fail();
    at += 1;
    return { is: 'number', value };
  };
  const chain = (operators: readonly string[], part: (depth: number) => Formula) => (depth: number) => {
    let left = part(depth);
    while (operators.includes(tokens[at] ?? '') && wrong === null) {
      const is = tokens[at] as Operator;
      at += 1;
      left = { is, left, right: part(depth) };
    }
    return left;
  };
  const product = chain(['*', '/'], primary);
  const sum: (depth: number) => Formula = chain(['+', '-'], product);
  const formula = sum(0);
  if (wrong === null && at < tokens.length) fail();
  return wrong === null ? formula : { wrong };
}

/** Columns that a formula reads. */
export function formulaColumns(formula: Formula): string[] {
  if (formula.is === 'column') return [formula.column];
  return formula.is === 'number' ? [] : [...formulaColumns(formula.left), ...formulaColumns(formula.right)];
}

/** Computes a formula; null when a column is empty or something is divided by zero. */
export function evaluate(formula: Formula, numberOf: (column: string) => Fraction | null): Fraction | null {
  switch (formula.is) {
    case 'number':
      return formula.value;
    case 'column':
      return numberOf(formula.column);
    default: {
      const left = evaluate(formula.left, numberOf);
      const right = left && evaluate(formula.right, numberOf);
      if (!left || !right) return null;
      switch (formula.is) {
        case '+':
          return add(left, right);
        case '-':
          return subtract(left, right);
        case '*':
          return multiply(left, right);
        default:
          return divide(left, right);
      }
    }
  }
}
