import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Field, Kind } from '@kehu/domain/catalogue/kind';
import type { Label, Language } from '@kehu/domain/catalogue/labels';
import { Box, Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { listedInWords } from '../app/code-lists';
import { codeInWords, fieldLabel } from '../app/own-labels';
import { useHere } from '../app/person';
import { useLanguage } from '../app/texts';
import { kindsWithPage } from '../departments/pages';
import { dateTime, day, decimal, quantity, relative, whole } from './figures';

const yesNo: Readonly<Record<'true' | 'false', Label>> = {
  true: { 'zh-Hans': '是', 'zh-Hant': '是', en: 'Yes' },
  false: { 'zh-Hans': '否', 'zh-Hant': '否', en: 'No' },
};

/** A field's value as text in the reader's language; empty for nothing. */
export function textOf(field: Field, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '';
  if (field.is === 'toOne') {
    const title = kindNamed(field.target).title;
    return String((value as Record<string, unknown>)[title] ?? '');
  }
  if (field.is === 'column' && field.vocabulary) return codeInWords(field.vocabulary, value, language);
  if (field.is === 'column' && field.codeList) return listedInWords(field.codeList, value, language);
  if (field.type === 'boolean') return yesNo[value ? 'true' : 'false'][language];
  if (field.type === 'dateTime') return dateTime(value) || String(value);
  if (field.type === 'date') return day(value) || String(value);
  if (field.money) return decimal(value, 2);
  if (field.type === 'decimal') return quantity(value);
  if (field.type === 'integer') return whole(value);
  if (field.type === 'double') return decimal(value, 2);
  if (field.type === 'json') return typeof value === 'string' ? value : JSON.stringify(value);
  return String(value);
}

/** Whether a column of such values stands at the right. */
export function isNumeric(field: Field): boolean {
  return field.is !== 'toOne' && ['integer', 'decimal', 'double'].includes(field.type);
}

/** A field's value as it stands in tables and files: relations lead to their page, times say how long ago. */
export function Value(props: {
  kind: Kind;
  name: string;
  record: Readonly<Record<string, unknown>>;
  plain?: boolean;
}) {
  const language = useLanguage();
  const { rights, zone } = useHere();
  const { field, value } = at(props.kind, props.name, props.record);
  if (!field) return null;
  const text = textOf(field, value, language);
  if (text === '')
    return (
      <Box component="span" sx={{ color: 'text.secondary' }} aria-hidden="true">
        –
      </Box>
    );
  if (field.is === 'toOne') {
    const target = kindNamed(field.target);
    const id = (value as { id?: string }).id;
    if (props.plain || !id || !kindsWithPage.has(target.plural) || !rights.reads(target)) return <>{text}</>;
    return (
      <Link
        component={LinkBase}
        to={`/${target.plural}/${id}/show`}
        color="text.primary"
        onClick={(event: React.MouseEvent) => event.stopPropagation()}
      >
        {text}
      </Link>
    );
  }
  if (field.type === 'dateTime' || (field.type === 'date' && recent.has(props.name)))
    return (
      <Box component="span" className="moment" sx={{ whiteSpace: 'nowrap' }}>
        {text}
        <Box component="span" sx={{ color: 'text.secondary', ml: 2 }}>
          {relative(value, new Date(), language, zone)}
        </Box>
      </Box>
    );
  return <>{text}</>;
}

/** Days of which it matters how near they are. */
const recent = new Set(['nextContactDue']);

/** The field and value at a path: `owner`, `region.code`. */
export function at(
  kind: Kind,
  path: string,
  record: Readonly<Record<string, unknown>>,
): { field: Field | undefined; value: unknown } {
  const [name = '', ...rest] = path.split('.');
  const field = kind.fields[name];
  const value = record[name];
  if (rest.length === 0 || field?.is !== 'toOne') return { field, value };
  return at(kindNamed(field.target), rest.join('.'), (value ?? {}) as Record<string, unknown>);
}

/** The label of the field at a path; `region.code` is told as its own. */
export function labelOf(kind: Kind, path: string): Label {
  const [name = '', ...rest] = path.split('.');
  const field = kind.fields[name];
  if (rest.length > 0 && field?.is === 'toOne') return labelOf(kindNamed(field.target), rest.join('.'));
  return fieldLabel(kind, name);
}
