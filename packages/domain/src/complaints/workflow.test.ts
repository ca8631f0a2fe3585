import { describe, expect, it } from 'vitest';
import { permits } from '../access/permissions.js';
import { workflowProblems } from '../workflow/workflow.js';
import { complaintTransitions, complaintWorkflow } from './workflow.js';

describe('the table of the complaint pipeline', () => {
  it('is sound: every state is reached, an end from every state, no number twice', () => {
    expect(workflowProblems(complaintWorkflow)).toEqual([]);
  });

  it('holds all of D1.2', () => {
    const ids = new Set(complaintTransitions.map(({ id }) => id));
    const printed = Array.from({ length: 25 }, (_, i) => String(i + 1)).flatMap((n) =>
      n === '7' ? ['7a', '7b', '7c'] : [n],
    );
    expect(printed.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(complaintTransitions.map((row) => [row.id, row] as const))(
    'gives no. %s to people whose role has the right for it',
    (_, row) => {
      for (const role of row.by) {
        expect(
          row.rights.some(({ subject, action }) => permits([role], subject, action).length > 0),
          `${role} has none of the rights`,
        ).toBe(true);
      }
    },
  );
});
