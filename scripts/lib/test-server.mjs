// One database server for a whole test run. Uses the built database package.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './stamp.mjs';

/** Starts it in a temporary folder; `stop` ends it and removes the folder. */
export async function startTestServer() {
  const module = pathToFileURL(join(ROOT, 'packages/database/dist/private-server.js')).href;
  const { startPrivateServer } = await import(module);
  const home = mkdtempSync(join(tmpdir(), 'kehu-tests-'));
  const server = await startPrivateServer({
    home,
    durable: false,
    graceSeconds: 5,
    bufferPoolMegabytes: 512,
  });
  return {
    url: server.migrateUrl,
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
