import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes `.br` and `.gz` beside what is worth it, so that the server sends them without work of its own. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = at('./dist') }) {
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const content = readFileSync(path);
        if (content.length < 1024) continue;
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 8 }));
      }
    },
  };
}

/**
 * Two pages: the dashboard and GraphiQL. Counter PCs and the browsers built into 企业微信 and 钉钉 are old,
 * so the target is Chrome 87. Everything is served by the product itself; nothing points elsewhere.
 */
export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    target: 'chrome87',
    rolldownOptions: { input: { index: at('./index.html'), graphiql: at('./graphiql.html') } },
    chunkSizeWarningLimit: 2500,
    sourcemap: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/imports', '/events', '/health'].map((path) => [
        path,
        process.env.KEHU_API ?? 'http://127.0.0.1:4000',
      ]),
    ),
  },
});
