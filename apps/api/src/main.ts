import { runUntilStopped } from './start.js';

await runUntilStopped();
