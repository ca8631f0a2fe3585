import { type Problem, problem } from '../problem.js';
import type { FieldValue, TargetField } from '../profile/target.js';
import { type DateFormat, dayText, parseInstant, parseLocal, type ZoneClock } from './dates.js';
import { type Fraction, type NumberStyle, parseNumber, toNumber, toScale } from './fraction.js';

/** How a file writes its values. */
export interface ValueStyle {
  readonly numbers: NumberStyle;
  readonly formats: readonly DateFormat[];
  readonly zone: ZoneClock;
}

export type Converted = { readonly value: FieldValue } | { readonly problem: Problem };

const wrong = (message: string, values: Problem['values'] = {}): Converted => ({
  problem: problem(message, values),
});

/** DECIMAL(18, scale): the largest number before the point. */
const decimalDigits = 18;
const largestInteger = 2_147_483_647n;
const yes = new Set(['1', 'true', 'yes', 'y', 'x', '是', '有', '√']);
const no = new Set(['0', 'false', 'no', 'n', '否', '无', '無']);

/** Turns the text of a cell (not empty) into a value of a field; a problem names what is wrong with it. */
export function convert(text: string, field: TargetField, style: ValueStyle): Converted {
  switch (field.type) {
    case 'text':
      return textValue(text, field);
    case 'enum': {
      const code = field.codes?.get(text.toLowerCase());
      return code === undefined ? wrong('import.notOneOf', { codes: codesOf(field) }) : { value: code };
    }
    case 'boolean': {
      const word = text.normalize('NFKC').toLowerCase();
      if (yes.has(word)) return { value: true };
      return no.has(word) ? { value: false } : wrong('import.notABoolean');
    }
    case 'integer':
    case 'decimal':
    case 'double': {
      const number = parseNumber(text, style.numbers);
      return number ? numberValue(number, field) : wrong('import.notANumber');
    }
    case 'date': {
      const parts = parseLocal(text, style.formats);
      const day = parts && dayText(parts);
      return day ? { value: day } : wrong('import.notADate');
    }
    case 'dateTime': {
      const instant = parseInstant(text);
      if (instant) return { value: instant };
      const parts = parseLocal(text, style.formats);
      return parts ? { value: style.zone.toUtc(parts) } : wrong('import.notADate');
    }
  }
}

/** A number as a value of a field: rounded half-up to its scale, within its bounds. */
export function numberValue(number: Fraction, field: TargetField): Converted {
  if (field.min !== undefined && number.over < BigInt(field.min) * number.under) {
    return wrong('import.tooSmall', { min: field.min });
  }
  if (field.type === 'integer') {
    if (number.over % number.under !== 0n) return wrong('import.notAnInteger');
    const whole = number.over / number.under;
    if (whole > largestInteger || whole < -largestInteger) return wrong('import.tooLarge');
    return { value: Number(whole) };
  }
  if (field.type === 'double') return { value: toNumber(number) };
  const scale = field.scale ?? 4;
  const text = toScale(number, scale);
  const digits = text.replace('-', '').split('.')[0]?.length ?? 0;
  if (digits > decimalDigits - scale) return wrong('import.tooLarge');
  return { value: text };
}

function textValue(text: string, field: TargetField): Converted {
  const checked = field.check ? field.check(text) : { text };
  if (!('text' in checked)) return { problem: checked };
  const length = [...checked.text].length;
  if (field.max !== undefined && length > field.max) {
    return wrong('import.tooLong', { max: field.max, length });
  }
  if (length === 0 && !field.nullable) return wrong('import.required');
  return { value: length === 0 ? null : checked.text };
}

function codesOf(field: TargetField): string {
  return [...new Set(field.codes?.values() ?? [])].join(', ');
}
