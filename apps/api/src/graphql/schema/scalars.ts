import { type Label, label } from '@kehu/domain/catalogue/labels';
import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** Descriptions by scalar name, for introspection in each language. */
export const scalarTexts = new Map<string, Label>();

/**
 * The scalars of the contract. Values stay text all the way to the read engine: no JavaScript Date
 * moves a day, no floating-point number loses a digit. An impossible value is refused with the name
 * of the scalar, so that the message can be given in the reader's language.
 */
function scalar(
  name: string,
  text: Label,
  accept: (value: unknown) => unknown,
  serialize: (value: unknown) => unknown = (value) => value,
): GraphQLScalarType {
  const parseLiteral = (node: ValueNode, variables?: { [key: string]: unknown } | null) =>
    // Numbers are taken as they were written, so that no digit is lost on the way through a double.
    accept(
      node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : valueFromASTUntyped(node, variables),
    );
  scalarTexts.set(name, text);
  return new GraphQLScalarType({
    name,
    description: text['zh-Hans'],
    serialize,
    parseValue: accept,
    parseLiteral,
  });
}

/** What a scalar refuses. graphql-js adds the place; the words are made for the reader later. */
function impossible(scalarName: string): TypeError {
  return new TypeError(`${scalarName} cannot represent this value.`);
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether `YYYY-MM-DD` is a day of the calendar, from year 1 on. */
function isDay(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate();
}

function isTime(text: string): boolean {
  const match = timePattern.exec(text);
  if (!match || !isDay(match[1] ?? '')) return false;
  const [hour, minute, second] = [match[2] ?? '0', match[3] ?? '0', match[4] ?? '0'].map(Number) as [
    number,
    number,
    number,
  ];
  return hour < 24 && minute < 60 && second < 60;
}

function text(name: string, holds: (value: string) => boolean): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string' || !holds(value)) throw impossible(name);
    return value;
  };
}

/** An instant with offset, or a wall-clock time without one, read in the organisation's zone. */
export const DateTimeScalar = scalar(
  'DateTime',
  label(
    '时间。输入带时区偏移的时刻，或不带偏移的本地时间（2016-01-01、2016-01-01T08:30，按本单位时区）；输出为 UTC。',
    '時間。輸入帶時區位移的時刻，或不帶位移的當地時間（2016-01-01、2016-01-01T08:30，按本單位時區）；輸出為 UTC。',
    'An instant with offset, or a local time without one (2016-01-01, 2016-01-01T08:30) in the organisation’s zone; answers are UTC.',
  ),
  text('DateTime', isTime),
);

export const DateScalar = scalar(
  'Date',
  label('日期，YYYY-MM-DD', '日期，YYYY-MM-DD', 'A day, YYYY-MM-DD'),
  text('Date', isDay),
);

export const MonthScalar = scalar(
  'Month',
  label('月份，YYYY-MM', '月份，YYYY-MM', 'A month, YYYY-MM'),
  text('Month', (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value)),
);

const decimalPattern = /^[+-]?\d{1,24}(\.\d{1,12})?$/;

/** An exact decimal, sent as text; input may also be written as a number. */
export const DecimalScalar = scalar(
  'Decimal',
  label('精确小数，以文本传送', '精確小數，以文字傳送', 'An exact decimal, sent as text'),
  (value) => {
    const written = typeof value === 'number' ? String(value) : value;
    if (typeof written !== 'string' || !decimalPattern.test(written)) throw impossible('Decimal');
    return written;
  },
  (value) => (typeof value === 'string' ? value : String(value)),
);

export const JsonScalar = scalar(
  'JSON',
  label('自由格式的内容', '自由格式的內容', 'Free-form content'),
  (value) => value,
);
