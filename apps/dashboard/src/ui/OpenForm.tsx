import { Button, type ButtonProps } from '@mui/material';
import { useState } from 'react';
import { DialogForm, type DialogFormProps } from './form/DialogForm';

/** A button that opens the form of one act. */
export function OpenForm(
  props: { button: string; variant?: ButtonProps['variant'] } & Omit<DialogFormProps, 'onClose'> & {
      onDone?: (answer: Readonly<Record<string, unknown>>) => void;
    },
) {
  const { button, variant = 'text', onDone, ...form } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant={variant} onClick={() => setOpen(true)}>
        {button}
      </Button>
      {open && (
        <DialogForm
          {...form}
          onClose={(answer) => {
            setOpen(false);
            if (answer) onDone?.(answer);
          }}
        />
      )}
    </>
  );
}
