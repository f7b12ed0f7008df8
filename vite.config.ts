import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the browser app into `web/client/dist`, which web serves. `vite` alone proxies the API to a running web. */
export default defineConfig({
  root: 'web/client',
  plugins: [react(), tailwindcss()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.PARLEY_URL ?? 'http://127.0.0.1:3000' } },
});
