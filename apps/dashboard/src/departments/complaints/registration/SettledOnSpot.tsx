import { isWithin, type LimitRow, approvalLimit as limitOf } from '@kehu/domain/complaints/approval-limits';
import { compensationType } from '@kehu/domain/complaints/document-vocabularies';
import { approvalLimit } from '@kehu/domain/complaints/handling';
import { settingAt } from '@kehu/domain/complaints/settings-defaults';
import { Alert, Checkbox, FormControlLabel } from '@mui/material';
import { useHere } from '../../../app/person';
import { useTexts } from '../../../app/texts';
import { someText } from '../../../data/query';
import { selectionOf } from '../../../data/selection';
import { decimal, today } from '../../../ui/figures';
import { useAsk } from '../../../ui/useAsk';
import { useSetValues } from '../settings/read-settings';
import { CodeIn, Pair, TextIn } from './inputs';
import { registrationTexts } from './texts';
import { useForm } from './useRegistering';

/** 当场解决: a general case that is settled already, within what the store may give; it takes the simple way (R1.5). */
export function SettledOnSpot() {
  const t = useTexts(registrationTexts);
  const { values, put } = useForm();
  const limit = useStoreLimit(values.settledOnSpot, values.settledType);
  const amount = values.settledAmount.trim();
  const above = limit !== null && /^\d+(\.\d{1,2})?$/.test(amount) && !isWithin(amount, limit);
  return (
    <>
      <FormControlLabel
        label={t('settledOnSpot')}
        control={
          <Checkbox
            size="small"
            checked={values.settledOnSpot}
            onChange={(event) => put({ settledOnSpot: event.target.checked })}
          />
        }
      />
      {values.settledOnSpot && (
        <>
          <TextIn name="settledText" label={t('settledText')} required lines={2} max={1000} />
          <Pair>
            <TextIn
              name="settledAmount"
              label={t('settledAmount')}
              type="amount"
              hint={limit === null ? t('settledHint') : t('settledLimit', { limit: decimal(limit, 2) })}
            />
            {amount !== '' && (
              <CodeIn name="settledType" label={t('settledType')} vocabulary={compensationType} />
            )}
          </Pair>
          {above && <Alert severity="warning">{t('aboveLimit', { limit: decimal(limit, 2) })}</Alert>}
        </>
      )}
    </>
  );
}

/** Up to which amount the store gives by itself: its supervisor's limit, else that of the simple procedure. */
function useStoreLimit(asked: boolean, type: string): string | null {
  const { rights, zone } = useHere();
  const { data: set } = useSetValues();
  const { data } = useAsk<{ list: { items: readonly LimitRow[] } }>(
    asked && rights.reads(approvalLimit)
      ? someText(
          approvalLimit,
          selectionOf(approvalLimit, ['role', 'type', 'maxAmount', 'effectiveFrom'], rights),
        )
      : null,
    {
      where: { role: { eq: 'STORE_SUP' } },
      orderBy: [{ effectiveFrom: 'ASC' }, { id: 'ASC' }],
      limit: 200,
    },
  );
  if (!data || !set) return null;
  const now = new Date();
  const own = limitOf(data.list.items, ['STORE_SUP'], type, today(now, zone));
  return own ?? (settingAt(set, 'procedure.simpleLimit', 'GENERAL', now).value || null);
}
