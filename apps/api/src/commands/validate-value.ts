import type { Column } from '@kehu/domain/catalogue/fields';
import { isPhoneNumber } from '@kehu/domain/customers/phone';
import { isUscc, normaliseUscc } from '@kehu/domain/customers/uscc';
import { cleanLine, cleanText } from '@kehu/domain/text/clean';
import { isRealDate } from '@kehu/domain/text/dates';
import type { FieldProblem } from './errors.js';

/** A value that may be stored, or what is wrong with it. */
export type Checked = { readonly value: unknown } | { readonly problem: Omit<FieldProblem, 'path'> };

/** Texts from this length on may have several lines. */
const multiline = 500;
/** Digits of a stored decimal, before and behind the point together. */
const decimalDigits = 18;
const largestInteger = 2_147_483_647;

const wrong = (message: FieldProblem['message'], values?: FieldProblem['values']): Checked => ({
  problem: values ? { message, values } : { message },
});

/**
 * Checks one value of an input against its field in the catalogue and brings it into the stored form:
 * text without invisible marks, numbers as exact text, dates that exist. `null` and empty text are
 * "nothing", which only an optional field may be.
 */
export function checkValue(name: string, field: Column, given: unknown): Checked {
  const input = typeof given === 'string' && field.type !== 'json' ? emptyToNull(given, field) : given;
  if (input === null) return field.nullable ? { value: null } : wrong('input.required');
  switch (field.type) {
    case 'text':
      return checkText(name, field, input);
    case 'enum': {
      const codes = field.vocabulary?.codes ?? [];
      return codes.includes(String(input))
        ? { value: input }
        : wrong('input.notOneOf', { codes: codes.join(', ') });
    }
    case 'boolean':
      return typeof input === 'boolean' ? { value: input } : wrong('input.notBoolean');
    case 'integer':
      return checkInteger(field, input);
    case 'decimal':
      return checkDecimal(field, input);
    case 'double':
      return checkDouble(field, input);
    case 'date':
      return typeof input === 'string' && isRealDate(input) && input >= '1000'
        ? { value: input }
        : wrong('input.notDate');
    case 'month':
      return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(String(input)) ? { value: input } : wrong('input.notMonth');
    case 'dateTime':
      return checkInstant(input);
    case 'id':
      return checkId(input);
    case 'json':
      return { value: input };
  }
}

/** An id as the product hands it out: digits, below 2^53. */
export function checkId(input: unknown): Checked {
  const text = String(input);
  return /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { value: text }
    : wrong('input.notId');
}

function emptyToNull(text: string, field: Column): string | null {
  const clean = ((field.max ?? 0) >= multiline ? cleanText : cleanLine)(text).text;
  return clean === '' ? null : clean;
}

function checkText(name: string, field: Column, input: unknown): Checked {
  if (typeof input !== 'string') return wrong('input.notText');
  const text = name === 'uscc' ? normaliseUscc(input) : input;
  const max = field.max ?? 200;
  if ([...text].length > max) return wrong('input.tooLong', { max });
  if (name === 'uscc' && !isUscc(text)) return wrong('input.uscc');
  // A masked value that a program sends back would take the place of the true one.
  if (field.protection === 'identifier' && text.includes('**')) return wrong('input.masked');
  if (field.mask === 'mobile' && !isPhoneNumber(text)) return wrong('input.mobile');
  if (field.mask === 'email' && !/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\]{2,}$/.test(text)) {
    return wrong('input.email');
  }
  return { value: text };
}

function checkInteger(field: Column, input: unknown): Checked {
  const number = typeof input === 'string' && /^[+-]?\d{1,15}$/.test(input) ? Number(input) : input;
  if (typeof number !== 'number' || !Number.isInteger(number)) return wrong('input.notInteger');
  if (Math.abs(number) > largestInteger) return wrong('input.tooLarge');
  return number < (field.min ?? -largestInteger)
    ? wrong('input.tooSmall', { min: field.min ?? 0 })
    : { value: number };
}

function checkDecimal(field: Column, input: unknown): Checked {
  const text =
    typeof input === 'number' ? String(input) : typeof input === 'string' ? input.normalize('NFKC') : '';
  const parts = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!parts) return wrong('input.notNumber');
  const [, sign = '', whole = '', fraction = ''] = parts;
  const scale = field.scale ?? 4;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) return wrong('input.tooManyDecimals', { scale });
  const bare = whole.replace(/^0+(?=\d)/, '');
  if (bare.length > decimalDigits - scale) return wrong('input.tooLarge');
  const value = `${sign === '-' ? '-' : ''}${bare}${digits === '' ? '' : `.${digits}`}`;
  if (field.min !== undefined && Number(value) < field.min)
    return wrong('input.tooSmall', { min: field.min });
  return { value: Number(value) === 0 ? '0' : value };
}

function checkDouble(field: Column, input: unknown): Checked {
  const number = typeof input === 'string' && input !== '' ? Number(input) : input;
  if (typeof number !== 'number' || !Number.isFinite(number)) return wrong('input.notNumber');
  return field.min !== undefined && number < field.min
    ? wrong('input.tooSmall', { min: field.min })
    : { value: number };
}

/** Instants arrive with their offset; times without one were read in the organisation's zone before (local-instants.ts). */
function checkInstant(input: unknown): Checked {
  if (input instanceof Date) return { value: input.toISOString() };
  const text = String(input);
  const parts =
    /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!parts || !isRealDate(parts[1] ?? '')) return wrong('input.notInstant');
  const instant = new Date(text.replace(' ', 'T'));
  // In UTC a time at the edge may fall out of the years that the database knows.
  const stored = Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
  return /^[1-9]\d{3}-/.test(stored) ? { value: stored } : wrong('input.notInstant');
}
