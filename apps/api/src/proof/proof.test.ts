import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Proof } from './prove.js';
import { runProof, sheetFile } from './run.js';
import { proofSheet } from './sheet.js';

let proof: Proof;
beforeAll(async () => {
  proof = await runProof();
}, 600_000);

describe('the policy proof', () => {
  it('asks every role about every kind on every path', () => {
    expect(proof.lines.length).toBeGreaterThan(400);
    expect(proof.questions).toBeGreaterThan(3000);
  });

  it('finds no path that answers more or less than the matrices say', () => {
    expect(proof.problems).toEqual([]);
  });

  it('is the sheet that is kept for auditors: after a change of rights, run npm run proof', () => {
    expect(proofSheet(proof)).toBe(readFileSync(sheetFile, 'utf8'));
  });
});
