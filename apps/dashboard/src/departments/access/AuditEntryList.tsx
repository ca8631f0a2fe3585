import { auditEntry } from '@kehu/domain/administration/access-records';
import { catalogue } from '@kehu/domain/catalogue/catalogue';
import Close from '@mui/icons-material/Close';
import { Box, Button, Drawer, IconButton, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import { useLanguage, useTexts } from '../../app/texts';
import { LedgerList } from '../../ui/list/LedgerList';
import { Facts } from '../../ui/record/Facts';
import { actionInWords, entityInWords, fieldsInWords, viaInWords } from '../../ui/words';
import { kindsWithPage } from '../pages';
import { accessTexts } from './texts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The audit trail: who, what, before → after masked, when, from where, why; hash-chained by the server. */
export function AuditEntryList() {
  const t = useTexts(accessTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<Row | null>(null);
  return (
    <>
      <LedgerList
        kind={auditEntry}
        title={t('audit')}
        columns={['at', 'actor', 'action', 'entity', 'entityId', 'reason', 'actorVia']}
        moreColumns={['onBehalfOf', 'ip', 'requestId', 'sequence', 'chainNo']}
        alsoRead={[
          'before',
          'after',
          'entity',
          'entityId',
          'ip',
          'requestId',
          'sequence',
          'chainNo',
          'chainHash',
        ]}
        filters={['actor', 'action', 'entity', 'at']}
        moreFilters={['entityId', 'actorVia', 'requestId', 'ip']}
        narrow={['actor', 'action', 'entity', 'entityId']}
        rowTo={null}
        render={{
          entity: (row) => entityInWords(String(row.entity ?? ''), language),
          action: (row) => actionInWords(row.action, language),
          actorVia: (row) => viaInWords(row.actorVia, language),
        }}
        rowActs={(row) => (
          <Button size="small" onClick={() => setOpen(row)}>
            {t('details')}
          </Button>
        )}
      />
      <Drawer
        anchor="right"
        open={open !== null}
        onClose={() => setOpen(null)}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('auditDetail'),
            sx: { width: 560, maxWidth: '100%', p: 4 },
          },
        }}
      >
        {open && <Detail row={open} onClose={() => setOpen(null)} />}
      </Drawer>
    </>
  );
}

function Detail({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useTexts(accessTexts);
  const language = useLanguage();
  const entity = String(row.entity ?? '');
  const kind = catalogue.find((each) => each.name === entity);
  const before = changes(row.before);
  const after = changes(row.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {actionInWords(row.action, language)} · {entityInWords(entity, language)}{' '}
          {String(row.entityId ?? '')}
        </Typography>
        {kind && kindsWithPage.has(kind.plural) && (
          <Link component={LinkBase} to={`/${kind.plural}/${String(row.entityId)}/show`} sx={{ mr: 2 }}>
            {t('open')}
          </Link>
        )}
        <IconButton size="small" aria-label={t('close')} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      <Facts
        kind={auditEntry}
        names={['at', 'actor', 'reason', 'ip', 'requestId', 'sequence', 'chainNo', 'chainHash']}
        record={row}
        skipEmpty
        single
      />
      {names.length > 0 && (
        <Box
          component="table"
          sx={{
            mt: 4,
            width: '100%',
            borderCollapse: 'collapse',
            fontSize: 13,
            '& th, & td': {
              textAlign: 'left',
              p: 1,
              borderBottom: 1,
              borderColor: 'divider',
              verticalAlign: 'top',
              fontWeight: 400,
              overflowWrap: 'anywhere',
            },
          }}
        >
          <thead>
            <tr>
              <td />
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{fieldsInWords(entity, name.replace(/Id$/, ''), language)}</th>
                <td>{said(before[name])}</td>
                <td>{said(after[name])}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </>
  );
}

function changes(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') {
    try {
      return changes(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
