import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import type { Kind } from '@kehu/domain/catalogue/kind';
import { useGetOne } from 'react-admin';
import { useLanguage, useSay, useTexts } from '../../app/texts';
import { at, labelOf, textOf } from '../Value';
import { listTexts } from './texts';

/** One filter as a person would say it: `等级：A 级`, `下单时间：2026-11-01 至 2026-12-01`. */
export function FilterSentence({ kind, name, value }: { kind: Kind; name: string; value: unknown }) {
  const t = useTexts(listTexts);
  const say = useSay();
  const language = useLanguage();
  if (name === 'where') return <>{t('given')}</>;
  if (name === 'q') return <>{t('searching', { value: String(value) })}</>;
  const { field } = at(kind, name, {});
  const label = say(labelOf(kind, name));
  if (!field) return <>{label}</>;
  if (field.is === 'toOne') {
    if (typeof value === 'object' && value !== null)
      return <>{t('is', { name: label, value: t('given') })}</>;
    return (
      <>
        {t('is', { name: label, value: '' })}
        <Title
          plural={kindNamed(field.target).plural}
          id={String(value)}
          title={kindNamed(field.target).title}
        />
      </>
    );
  }
  if (Array.isArray(value)) {
    const words = value.map((each) => textOf(field, each, language)).join('、');
    return <>{t('is', { name: label, value: words })}</>;
  }
  if (typeof value === 'object' && value !== null) {
    const { from, to } = value as { from?: string; to?: string };
    if (from && to) return <>{t('fromTo', { name: label, from, to })}</>;
    if (from) return <>{t('since', { name: label, from })}</>;
    return <>{to ? t('until', { name: label, to }) : t('is', { name: label, value: t('given') })}</>;
  }
  if (field.is === 'column' && field.searchable)
    return <>{t('contains', { name: label, value: String(value) })}</>;
  const shown = field.type === 'boolean' ? value === true || value === 'true' : value;
  return <>{t('is', { name: label, value: textOf(field, shown, language) })}</>;
}

function Title({ plural, id, title }: { plural: string; id: string; title: string }) {
  const { data } = useGetOne(plural, { id, meta: { fields: [title] } }, { retry: false });
  return <>{data ? String(data[title] ?? id) : id}</>;
}
