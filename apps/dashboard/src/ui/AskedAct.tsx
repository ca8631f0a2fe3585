import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Sure } from './Sure';
import { useAct } from './useAct';

/** A button for one act that is asked about first, with a reason where the act needs one. */
export function AskedAct(props: {
  button: string;
  question: string;
  act: string;
  input: Readonly<Record<string, unknown>>;
  said: string;
  asksReason?: boolean;
  children?: ReactNode;
}) {
  const { run, busy } = useAct();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {props.button}
      </Button>
      {open && (
        <Sure
          title={props.question}
          act={props.button}
          busy={busy}
          asksReason={props.asksReason ?? false}
          onClose={() => setOpen(false)}
          onSure={async (reason) => {
            await run(props.act, { ...props.input, ...(props.asksReason ? { reason } : {}) }, props.said);
            setOpen(false);
          }}
        >
          {props.children}
        </Sure>
      )}
    </>
  );
}
