// A program for tests: uses the private server of a home folder as the API does, until it is
// killed or asked to stop. Prints what it found.
import { startPrivateServer } from './private-server.js';

const [home = '', grace = '60'] = process.argv.slice(2);
const server = await startPrivateServer({
  home,
  graceSeconds: Number(grace),
  bufferPoolMegabytes: 128,
  durable: false,
});
console.log(JSON.stringify({ pid: server.pid, takenOver: server.takenOver, url: server.migrateUrl }));
const alive = setInterval(() => {}, 1000);
process.once('SIGTERM', () => {
  void server.stop().then(() => clearInterval(alive));
});
