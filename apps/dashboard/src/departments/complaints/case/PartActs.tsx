import { Box, Button, Tooltip } from '@mui/material';
import { useSay } from '../../../app/texts';
import { formOf } from './act-forms';
import type { Acting } from './CaseShow';
import type { AllowedAction, Row } from './file';

interface PartActsProps {
  /** A task, a request, a measure, with its `allowedActions`. */
  readonly row: Row;
  readonly onAct: (acting: Acting) => void;
  /** Something is still due, so that acts which are not open yet stand there with the reason. */
  readonly waits?: boolean;
}

/** What may be done with a part of a case, as the server says: open acts as buttons, closed ones with the reason. */
export function PartActs({ row, onAct, waits = false }: PartActsProps) {
  const say = useSay();
  const acts = shownActs(row, waits);
  if (acts.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {acts.map(({ action, enabled, reason }) => {
        const form = formOf(action);
        return (
          form && (
            <Tooltip key={action} title={enabled ? '' : (reason ?? '')}>
              <span>
                <Button
                  size="small"
                  variant="outlined"
                  disabled={!enabled}
                  aria-description={enabled ? undefined : (reason ?? undefined)}
                  onClick={() => onAct({ form, record: { id: row.id, version: Number(row.version) } })}
                >
                  {say(form.label)}
                </Button>
              </span>
            </Tooltip>
          )
        );
      })}
    </Box>
  );
}

/** Acts of a part that stand on the page: those with a form; closed ones only while something is due. */
export function shownActs(row: Row, waits: boolean): readonly AllowedAction[] {
  const acts = (row.allowedActions ?? []) as readonly AllowedAction[];
  return acts.filter(({ action, enabled }) => (enabled || waits) && formOf(action) !== undefined);
}
