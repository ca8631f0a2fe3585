import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pipelineSheet } from './pipeline-sheet.js';

// From `src` and `dist` alike.
const kept = new URL('../../../../docs/complaint-pipeline.md', import.meta.url);

describe('the page about the pipeline', () => {
  it('is what the table of transitions says: after a change, write it anew with KEHU_WRITE_DOCS=1', async () => {
    if (process.env.KEHU_WRITE_DOCS === '1') {
      const { writeFileSync } = await import('node:fs');
      writeFileSync(kept, pipelineSheet());
    }
    expect(readFileSync(kept, 'utf8')).toBe(pipelineSheet());
  });
});
