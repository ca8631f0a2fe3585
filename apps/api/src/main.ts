// Read by libraries when they are loaded: graphql checks every type twice without it.
process.env.NODE_ENV ??= 'production';

const { runUntilStopped } = await import('./start.js');
await runUntilStopped();

export {};
