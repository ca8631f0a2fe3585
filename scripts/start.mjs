// npm start: installs what is missing, builds what has changed, and runs the product.
import { enter, main } from './lib/enter.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopOnSignals } from './lib/run.mjs';

await main(async () => {
  stopOnSignals();
  await prepare({ database: !process.env.DATABASE_URL });
  await enter('apps/api/dist/main.js', process.argv.slice(2));
});
