import type { Kind } from '@kehu/domain/catalogue/kind';
import { approvalLimit, salesRule } from '@kehu/domain/complaints/handling';
import { complaintSetting, handlingProcedure } from '@kehu/domain/complaints/rules';
import { complaintCategory, handlingProcedureKind, severity } from '@kehu/domain/complaints/vocabularies';
import { Box, Typography } from '@mui/material';
import { codeInWords } from '../../../app/own-labels';
import { useHere } from '../../../app/person';
import { Waiting } from '../../../app/shell/Shell';
import { useLanguage, useTexts } from '../../../app/texts';
import { selectionOf } from '../../../data/selection';
import { today } from '../../../ui/figures';
import { OpenForm } from '../../../ui/OpenForm';
import { Section } from '../../../ui/Page';
import { useProblem } from '../../../ui/problem';
import { Lines, Quiet } from '../../../ui/record/Lines';
import { useAsk } from '../../../ui/useAsk';
import { latestOf, type ProcedureLine, standingOfLimit } from './procedure-rows';
import { settingTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Answer {
  readonly procedures: { readonly items: readonly (Row & ProcedureLine)[] };
  readonly limits: { readonly items: readonly Row[] };
  readonly rules: { readonly items: readonly Row[] };
}

/** The limit's form asks for the reason too, which stands in the trail and not in the row. */
const limitForm: Kind = {
  ...approvalLimit,
  fields: {
    ...approvalLimit.fields,
    type: { ...approvalLimit.fields.type, note: settingTexts.typeHint },
    reason: complaintSetting.fields.reason,
  },
};
const procedureForm: Kind = {
  ...handlingProcedure,
  fields: {
    ...handlingProcedure.fields,
    category: { ...handlingProcedure.fields.category, note: settingTexts.categoryHint },
  },
};
const ruleNames = ['code', 'name', 'text', 'active'];

/** Which procedure a case takes, who approves up to which amount, and the rules of sale. */
export function Procedures({ mayChange }: { mayChange: boolean }) {
  const t = useTexts(settingTexts);
  const say = useProblem();
  const { rights, zone } = useHere();
  const day = today(new Date(), zone);
  const { data, error } = useAsk<Answer>(`query ComplaintRules {
    procedures: handlingProcedures(orderBy: [{ effectiveFrom: DESC }, { procedureVersion: DESC }], limit: 200) {
      items { ${selectionOf(handlingProcedure, ['procedureVersion', 'category', 'severity', 'procedure', 'effectiveFrom', 'by', 'note'], rights)} } }
    limits: approvalLimits(orderBy: [{ effectiveFrom: DESC }, { id: DESC }], limit: 200) {
      items { ${selectionOf(approvalLimit, ['role', 'type', 'maxAmount', 'effectiveFrom'], rights)} } }
    rules: salesRules(orderBy: [{ code: ASC }], limit: 200) {
      items { ${selectionOf(salesRule, [...ruleNames, 'version'], rights)} } }
  }`);
  if (error) return <Quiet>{say(error)}</Quiet>;
  if (!data) return <Waiting />;
  return (
    <>
      <Section
        title={t('procedureTable')}
        acts={
          mayChange && (
            <OpenForm
              button={t('newProcedure')}
              title={t('newProcedure')}
              kind={procedureForm}
              initial={{ effectiveFrom: day, severity: 'GENERAL', procedure: 'STANDARD' }}
              groups={[{ names: ['category', 'severity', 'procedure', 'effectiveFrom', 'note'] }]}
              act="saveHandlingProcedure"
              submitLabel={t('publish')}
              said={t('done')}
            />
          )
        }
      >
        <Hint words={t('procedureHint')} />
        <ProcedureTable rows={data.procedures.items} day={day} />
        <Box component="details" sx={{ mt: 3 }}>
          <Box component="summary" sx={{ cursor: 'pointer' }}>
            {t('procedureHistory')}
          </Box>
          <Lines
            kind={handlingProcedure}
            names={['procedureVersion', 'category', 'severity', 'procedure', 'effectiveFrom', 'by', 'note']}
            rows={data.procedures.items}
            label={t('procedureHistory')}
          />
        </Box>
      </Section>
      <Section
        title={t('approvalLimits')}
        acts={
          mayChange && (
            <OpenForm
              button={t('newLimit')}
              title={t('newLimit')}
              kind={limitForm}
              initial={{ effectiveFrom: day }}
              required={['reason']}
              groups={[{ names: ['role', 'type', 'maxAmount', 'effectiveFrom', 'reason'] }]}
              act="saveApprovalLimit"
              said={t('done')}
            />
          )
        }
      >
        <Hint words={t('limitHint')} />
        <Lines
          kind={approvalLimit}
          names={['role', 'type', 'maxAmount', 'effectiveFrom']}
          rows={data.limits.items}
          label={t('approvalLimits')}
          cell={(name, row) => {
            if (name === 'type' && row.type === null) return t('allTypes');
            if (name !== 'effectiveFrom') return undefined;
            return `${String(row.effectiveFrom)} · ${t(standingOfLimit(data.limits.items, row, day))}`;
          }}
        />
      </Section>
      <Section
        title={t('salesRules')}
        acts={
          mayChange && (
            <OpenForm
              button={t('newRule')}
              title={t('newRule')}
              kind={salesRule}
              initial={{ active: true }}
              groups={[{ names: ruleNames }]}
              act="saveSalesRule"
              said={t('done')}
            />
          )
        }
      >
        <Hint words={t('rulesHint')} />
        <Lines
          kind={salesRule}
          names={ruleNames}
          rows={data.rules.items}
          label={t('salesRules')}
          {...(mayChange
            ? {
                acts: (row: Row) => (
                  <OpenForm
                    button={t('change')}
                    title={t('editRule', { code: String(row.code) })}
                    kind={salesRule}
                    record={row}
                    groups={[{ names: ruleNames }]}
                    act="saveSalesRule"
                    said={t('done')}
                  />
                ),
              }
            : {})}
        />
      </Section>
    </>
  );
}

function Hint({ words }: { words: string }) {
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mb: 2, maxWidth: 720 }}>
      {words}
    </Typography>
  );
}

/** Category by severity: which procedure is in force, and since which version. */
function ProcedureTable({ rows, day }: { rows: readonly ProcedureLine[]; day: string }) {
  const t = useTexts(settingTexts);
  const language = useLanguage();
  const own = complaintCategory.codes.filter((code) => rows.some((row) => row.category === code));
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={t('procedureTable')}
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          maxWidth: 880,
          fontSize: 13,
          '& th': { textAlign: 'left', fontWeight: 500, py: 1, pr: 4 },
          '& thead th': { color: 'text.secondary' },
          '& td, & tbody th': { borderTop: 1, borderColor: 'divider', py: 2, pr: 4 },
        }}
      >
        <thead>
          <tr>
            <Box component="td" sx={{ borderTop: '0 !important' }} />
            {severity.codes.map((code) => (
              <th key={code} scope="col">
                {codeInWords(severity, code, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...own, null].map((category) => (
            <tr key={category ?? 'all'}>
              <th scope="row">
                {category ? codeInWords(complaintCategory, category, language) : t('otherCategories')}
              </th>
              {severity.codes.map((code) => {
                const row = latestOf(rows, category, code, day);
                return (
                  <td key={code}>
                    {row
                      ? codeInWords(handlingProcedureKind, row.procedure, language)
                      : category
                        ? t('asOthers')
                        : ''}
                    <Typography variant="caption" color="text.secondary" sx={{ ml: 2 }}>
                      {row ? t('version', { n: row.procedureVersion }) : category ? '' : t('byProduct')}
                    </Typography>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
