import { useTexts } from '../../app/texts';
import type { PrintPart } from './parts';
import { printTexts } from './texts';

/** Places to sign, side by side: who signs, room for the name, room for the day. Never cut by a sheet's end. */
export function SignatureRow({ roles }: { roles: readonly string[] }) {
  const t = useTexts(printTexts);
  return (
    <div style={{ display: 'flex', gap: '8mm', paddingTop: '8mm' }}>
      {roles.map((role) => (
        <div key={role} style={{ flex: 1, minWidth: 0 }}>
          <div>{role}</div>
          <div
            style={{
              height: '12mm',
              display: 'flex',
              alignItems: 'flex-end',
              borderBottom: '1px solid #000',
            }}
          >
            {t('signed')}
          </div>
          <div style={{ textAlign: 'right', paddingTop: '2mm' }}>{t('day')}</div>
        </div>
      ))}
    </div>
  );
}

/** The same as a part of a document. */
export function signaturePart(key: string, roles: readonly string[]): PrintPart {
  return {
    key,
    widths: [100],
    plain: true,
    rows: [
      {
        key: 'signatures',
        row: (
          <tr>
            <td>
              <SignatureRow roles={roles} />
            </td>
          </tr>
        ),
      },
    ],
  };
}
