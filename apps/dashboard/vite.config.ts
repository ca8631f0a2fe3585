import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two pages: the dashboard and GraphiQL. Counter PCs and the browsers built into 企业微信 and 钉钉 are old,
 * so the target is Chrome 87. Everything is served by the product itself; nothing points elsewhere.
 */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome87',
    rolldownOptions: { input: { index: at('./index.html'), graphiql: at('./graphiql.html') } },
    chunkSizeWarningLimit: 2500,
    sourcemap: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/events', '/health'].map((path) => [
        path,
        process.env.KEHU_API ?? 'http://127.0.0.1:4000',
      ]),
    ),
  },
});
