import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { useRights } from '../../app/person';
import { useTexts } from '../../app/texts';
import { act, ask } from '../../data/client';
import { inputOf } from '../../data/input';
import { actText, oneText } from '../../data/query';
import { selectionOf } from '../../data/selection';
import { KindForm, type KindFormProps } from './KindForm';
import { formTexts } from './texts';

type RecordLike = Readonly<Record<string, unknown>> & { readonly id: string };

export interface DialogFormProps
  extends Pick<
    KindFormProps,
    'kind' | 'groups' | 'required' | 'choices' | 'options' | 'initial' | 'submitLabel'
  > {
  readonly title: string;
  /** The act by its name in the API. */
  readonly act: string;
  readonly record?: RecordLike | undefined;
  /** What the act needs beside the form (`customerId`). */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly returns?: string;
  /** How the record is named in the input; by its id and the version that was seen unless said otherwise. */
  readonly identify?: (record: RecordLike, version: number | null) => Readonly<Record<string, unknown>>;
  /** For acts that take their values as arguments rather than as an input. */
  readonly document?: string;
  /** Sends every field of the form, not only what changed. */
  readonly whole?: boolean;
  /** Told with the answer when it went well, with null when it was left. */
  readonly onClose: (answer: Readonly<Record<string, unknown>> | null) => void;
  readonly said?: string;
}

/** A small form in a dialog for one act on one record; afterwards the page is read again. */
export function DialogForm(props: DialogFormProps) {
  const { kind, record } = props;
  const t = useTexts(formTexts);
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const rights = useRights();
  const names = props.groups.flatMap((group) => group.names);

  return (
    <Dialog
      open
      onClose={() => props.onClose(null)}
      maxWidth="sm"
      fullWidth
      aria-labelledby="dialog-form-title"
    >
      <DialogTitle id="dialog-form-title">{props.title}</DialogTitle>
      <DialogContent
        sx={{ pt: '8px !important', pb: 4, '& fieldset > div': { gridTemplateColumns: { sm: '1fr 1fr' } } }}
      >
        <KindForm
          {...props}
          draft={`${props.act}.${record?.id ?? 'new'}`}
          onCancel={() => props.onClose(null)}
          onSubmit={async (values, changed, version) => {
            const input = {
              ...props.extra,
              ...inputOf(kind, values, props.whole ? names : changed),
              ...(record
                ? (props.identify?.(record, version) ?? { id: record.id, expectedVersion: version })
                : {}),
            };
            const text = props.document ?? actText(props.act, props.returns ?? '__typename');
            const answer = await act<{ act: Record<string, unknown> }>(
              text,
              props.document ? input : { input },
            );
            notify(props.said ?? t('saved'), { type: 'success' });
            await queries.invalidateQueries({ queryKey: ['ask'] });
            refresh();
            props.onClose(answer.act);
          }}
          {...(record
            ? {
                onConflict: async () => {
                  const text = oneText(kind, selectionOf(kind, [...names, 'version'], rights));
                  return (await ask<{ one: RecordLike | null }>(text, { id: record.id })).one ?? undefined;
                },
              }
            : {})}
        />
      </DialogContent>
    </Dialog>
  );
}
