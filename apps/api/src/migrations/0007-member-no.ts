import type { Migration } from '@kehu/database/migrations';

/** 会员号: by which the intake of a complaint finds a customer of any store. */
export const memberNo: Migration = {
  id: '0007-member-no',
  steps: [
    {
      name: 'customer.member_no',
      async run(database) {
        const known = await database.query(
          "SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'customer' AND column_name = 'member_no'",
        );
        if (known.length === 0)
          await database.query('ALTER TABLE customer ADD COLUMN member_no VARCHAR(40) NULL');
      },
    },
    {
      name: 'customer_member_no',
      async run(database) {
        const known = await database.query(
          "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'customer' AND index_name = 'customer_member_no'",
        );
        if (known.length === 0)
          await database.query('ALTER TABLE customer ADD KEY customer_member_no (member_no)');
      },
    },
  ],
};
