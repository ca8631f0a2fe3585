import type { Migration } from '@kehu/database/migrations';

/** What a step changed of its case, so that taking it back restores it; and which simple cases were sampled (R1.5). */
export const recallAndSample: Migration = {
  id: '0016-recall-and-sample',
  steps: [
    {
      name: 'case_step.prior_values',
      sql: 'ALTER TABLE case_step ADD COLUMN IF NOT EXISTS prior_values JSON NULL',
    },
    {
      name: 'complaint.sampled_at',
      sql: 'ALTER TABLE complaint ADD COLUMN IF NOT EXISTS sampled_at DATETIME(3) NULL',
    },
    {
      name: 'complaint.sample_result',
      sql: 'ALTER TABLE complaint ADD COLUMN IF NOT EXISTS sample_result VARCHAR(40) NULL',
    },
    {
      name: 'complaint_sampled_at',
      sql: 'ALTER TABLE complaint ADD KEY IF NOT EXISTS complaint_sampled_at (sampled_at)',
    },
  ],
};
