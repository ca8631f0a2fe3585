import { role } from '../access/roles.js';
import { type ComplaintActName, complaintActLabel } from './act-labels.js';
import { deadlineLabel } from './deadlines.js';
import { guardMessages } from './guard-messages.js';
import { complaintGuards } from './guards.js';
import { type ComplaintTransition, handlers } from './transition.js';
import { complaintState, handlingProcedureKind } from './vocabularies.js';
import { complaintTransitions } from './workflow.js';

const introduction = `# The complaint pipeline

Written from the table of transitions (\`packages/domain/src/complaints/transitions-*.ts\`); a test fails when this
page and the table differ. The same rows enforce the pipeline, put the buttons on a case with the reason of those that
are closed, start the clocks, and are tried by the tests for every role in every state.`;

/**
 * The pipeline as a page for readers: the states with their ways as a diagram, every transition with who
 * takes it, under which guards and limit, with which documents and after which article (dossier D1).
 */
export function pipelineSheet(): string {
  return [introduction, '## States', diagram(), '## Transitions', table(), '## Guards', guards(), ''].join(
    '\n\n',
  );
}

const inWords = (state: (typeof complaintState.codes)[number]) =>
  `${complaintState.labels[state].en} ${complaintState.labels[state]['zh-Hans']}`;

function diagram(): string {
  const states = complaintState.codes.map((code) => `  ${code} : ${inWords(code)}`);
  const ways = complaintTransitions.flatMap(({ id, from, to }) =>
    (from.length > 0 ? from : ['[*]']).map((start) => `  ${start} --> ${to} : ${id}`),
  );
  return ['```mermaid', 'stateDiagram-v2', ...states, ...ways, '```'].join('\n');
}

function table(): string {
  return [
    '| No. | Act | From → to | By | Guards | Needs → writes | Limit | Article |',
    '|---|---|---|---|---|---|---|---|',
    ...complaintTransitions.map(line),
  ].join('\n');
}

function line(row: ComplaintTransition): string {
  const { id, act, when, from, to, by, procedures, guards: asked, requires, writes, limit, article } = row;
  const words = complaintActLabel(act as ComplaintActName);
  const outcome = when ? ` (${when.equals})` : '';
  const kept = procedures ? `; ${procedures.map((code) => labelOf(code)).join(', ')} only` : '';
  const documents = [requires.join(', '), writes.join(', ')].filter(Boolean).join(' → ');
  return `| ${[
    id,
    `${act}${outcome} ${words['zh-Hans']}`,
    `${from.join(', ') || '–'} → ${to}${kept}`,
    by === handlers ? 'Whoever handles the case' : by.map((code) => role.labels[code].en).join(', '),
    asked.join(', '),
    documents,
    limit ? deadlineLabel(limit).en : '',
    article,
  ].join(' | ')} |`;
}

function labelOf(code: string): string {
  const labels: Readonly<Record<string, { readonly en: string }>> = handlingProcedureKind.labels;
  return labels[code]?.en ?? code;
}

function guards(): string {
  return [
    '| Guard | Article | What it says when it stands against the act |',
    '|---|---|---|',
    ...Object.entries(complaintGuards).map(([name, { article, message, routes }]) =>
      routes
        ? `| ${name} | ${article} | chooses between branches of the same act |`
        : `| ${name} | ${article} | ${guardMessages[message].en} |`,
    ),
  ].join('\n');
}
