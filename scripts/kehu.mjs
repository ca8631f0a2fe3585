// npm run kehu -- COMMAND: the operator's tool.
import { enter, main } from './lib/enter.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopOnSignals } from './lib/run.mjs';

await main(async () => {
  stopOnSignals();
  // help needs no database, and a missing one is the doctor's to explain
  const needless = process.argv.includes('--help') || process.argv[2] === 'doctor';
  await prepare({ database: !process.env.DATABASE_URL && !needless });
  await enter('apps/api/dist/cli/main.js', process.argv.slice(2));
});
