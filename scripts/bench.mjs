// npm run bench: the API against hand-written SQL on a million orders, in one run.
import { enter, main } from './lib/enter.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopOnSignals } from './lib/run.mjs';

await main(async () => {
  stopOnSignals();
  await prepare({ everything: true });
  await enter('bench/dist/main.js', process.argv.slice(2));
});
