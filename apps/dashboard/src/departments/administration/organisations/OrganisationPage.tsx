import { role } from '@kehu/domain/access/roles';
import { labelOverride, organisation } from '@kehu/domain/administration/settings';
import type { Label } from '@kehu/domain/catalogue/labels';
import { customer } from '@kehu/domain/customers/customer';
import { order, product } from '@kehu/domain/key-accounts/order';
import { departmentKind } from '@kehu/domain/organisation/organisation';
import { Typography } from '@mui/material';
import { useRights } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useSay, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { OpenForm } from '../../../ui/OpenForm';
import { Page, Section } from '../../../ui/Page';
import { Facts } from '../../../ui/record/Facts';
import { Lines } from '../../../ui/record/Lines';
import { NotThere } from '../../../ui/record/NotThere';
import { useAsk } from '../../../ui/useAsk';
import { adminTexts } from '../texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const facts = ['name', 'timeZone', 'currency', 'locale', 'demo'];
const labelNames = ['key', 'labelHans', 'labelHant', 'labelEn'];

/** What may be renamed: roles, kinds of departments, fields of customers and orders, by `Role.GM`, `DepartmentKind.STORE`. */
const renamed: readonly { readonly value: string; readonly label: Label }[] = [
  ...role.codes.map((code) => ({ value: `Role.${code}`, label: role.labels[code] })),
  ...departmentKind.codes.map((code) => ({
    value: `DepartmentKind.${code}`,
    label: departmentKind.labels[code],
  })),
  ...[customer, order, product].flatMap((kind) =>
    Object.entries(kind.fields).map(([name, field]) => ({
      value: `${kind.name}.${name}`,
      label: {
        'zh-Hans': `${kind.label['zh-Hans']} · ${field.label['zh-Hans']}`,
        'zh-Hant': `${kind.label['zh-Hant']} · ${field.label['zh-Hant']}`,
        en: `${kind.label.en} · ${field.label.en}`,
      },
    })),
  ),
];

/** The organisation itself, and its own words for roles and departments (总经理 → 支行行长). */
export function OrganisationPage() {
  const t = useTexts(adminTexts);
  const say = useSay();
  const rights = useRights();
  const { data, error } = useAsk<{ own: { items: readonly Row[] }; labels: { items: readonly Row[] } }>(
    `query Organisation { own: organisations(limit: 1) { items { ${selectionOf(organisation, [...facts, 'version'], rights)} } }
      labels: labelOverrides(limit: 200) { items { ${selectionOf(labelOverride, [...labelNames, 'version'], rights)} } } }`,
  );
  if (error) return <NotThere error={error} />;
  if (!data) return <Waiting />;
  const changes = rights.may('UPDATE', labelOverride.subject);
  const form = [{ names: labelNames }];
  const options = { key: renamed.map((each) => ({ value: each.value, label: say(each.label) })) };
  const [own] = data.own.items;
  return (
    <Page title={t('organisation')}>
      {own && (
        <Section
          title={String(own.name)}
          acts={
            changes && (
              <OpenForm
                button={t('edit')}
                title={t('organisation')}
                kind={organisation}
                record={own}
                groups={[{ names: ['name', 'timeZone', 'currency', 'locale'] }]}
                act="updateOrganisation"
              />
            )
          }
        >
          <Facts kind={organisation} names={facts} record={own} />
        </Section>
      )}
      <Section
        title={t('ownLabels')}
        acts={
          changes && (
            <OpenForm
              button={t('newLabel')}
              title={t('newLabel')}
              kind={labelOverride}
              groups={form}
              options={options}
              act="saveLabelOverride"
            />
          )
        }
      >
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {t('ownLabelsHint')}
        </Typography>
        <Lines
          kind={labelOverride}
          names={labelNames}
          rows={data.labels.items}
          label={t('ownLabels')}
          cell={(name, row) => {
            const known = renamed.find((each) => each.value === row.key);
            return name === 'key' && known ? say(known.label) : null;
          }}
          {...(changes
            ? {
                acts: (row) => (
                  <OpenForm
                    button={t('edit')}
                    title={t('editLabel')}
                    kind={labelOverride}
                    record={row}
                    groups={form}
                    options={options}
                    act="saveLabelOverride"
                    identify={() => ({})}
                    whole
                  />
                ),
              }
            : {})}
        />
      </Section>
    </Page>
  );
}
