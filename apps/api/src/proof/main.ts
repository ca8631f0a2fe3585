import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProof, sheetFile } from './run.js';
import { proofSheet } from './sheet.js';

// npm run proof: asks the product everything and writes docs/policy-proof.md.
const proof = await runProof();
writeFileSync(sheetFile, proofSheet(proof));
process.stdout.write(
  `${fileURLToPath(sheetFile)}: ${proof.lines.length} lines, ${proof.questions} questions\n`,
);
for (const problem of proof.problems) process.stdout.write(`✗ ${problem}\n`);
process.exit(proof.problems.length > 0 ? 1 : 0);
