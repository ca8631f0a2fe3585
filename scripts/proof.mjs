// npm run proof: asks the product, role by role and path by path, what it lets through, and writes docs/policy-proof.md.
import { enter, main } from './lib/enter.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopOnSignals } from './lib/run.mjs';

await main(async () => {
  stopOnSignals();
  await prepare({ database: true });
  await enter('apps/api/dist/proof/main.js', process.argv.slice(2));
});
