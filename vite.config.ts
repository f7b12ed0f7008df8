import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { backdropAssets } from './lib/backdrop-assets.ts';
import { boardAssets } from './lib/board/assets.ts';

const own = /[\\/]web[\\/]client[\\/](ui|features)[\\/]|[\\/]lib[\\/]/;
const icons = /[\\/]node_modules[\\/]lucide-react[\\/]/;
/** What lays menus and dialogs over a page: heavy, and loaded when one is opened, however many there are. */
const layers = /import \{(?! Slot \})[^}]*\} from ['"]radix-ui['"]/;

/**
 * Our own modules that at least seven pages or parts need, in one file: alone they are about a kilobyte each, which
 * compresses badly. With seven the pages weigh least; below five the sign-in page carries what only others need. A
 * module brings along whatever it imports, so those that need a layer stay with what opens it.
 */
const sharedParts = {
  name: (id: string, graph: Rolldown.ChunkingContext) => (needsLayers(id, graph) ? null : 'shared'),
  test: (id: string) => icons.test(id) || (own.test(id) && !id.includes('node_modules')),
  minShareCount: 7,
};

function needsLayers(id: string, graph: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  if (seen.has(id) || id.includes('node_modules')) return false;
  seen.add(id);
  const module = graph.getModuleInfo(id);
  if (layers.test(module?.code ?? '')) return true;
  return module?.importedIds.some((each) => needsLayers(each, graph, seen)) ?? false;
}

/** Builds the browser app into `web/client/dist`, which web serves. `vite` alone proxies the API to a running web. */
export default defineConfig({
  root: 'web/client',
  plugins: [
    react(),
    tailwindcss(),
    sonnerWithoutStyleElement(),
    fontsOfBoards(),
    filesOfBackdrops(),
    iconsWithoutKeys(),
  ],
  resolve: {
    alias: {
      // React has had it since 18; TanStack Store still brings its own for those before.
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
      // As CommonJS, like @twilio/video-processors, which needs it: to mix them would cost every page some helpers.
      comlink: 'comlink/dist/umd/comlink.js',
    },
  },
  // web/page.ts puts a nonce in its place.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // All browsers that can join a meeting know `modulepreload`.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Every file names those that it loads later: longer names are a kilobyte and a half on some pages.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: { groups: [sharedParts] },
      },
    },
  },
  server: { proxy: { '/api': process.env.PARLEY_URL ?? 'http://127.0.0.1:3000' } },
});

/** sonner writes a style element, which the content security policy forbids; web/client/styles.css imports the same. */
function sonnerWithoutStyleElement(): Plugin {
  return {
    name: 'sonner-without-style-element',
    transform(code, id) {
      if (!id.includes('/sonner/dist/index.mjs')) return null;
      const rest = code.replace(/^__insertCSS\(".*"\);?$/m, '');
      if (rest === code) this.error('sonner no longer writes its style as it did');
      return rest;
    },
  };
}

/** Excalidraw takes its fonts by their names from another host, unless its build is told where else they are. */
function fontsOfBoards(): Plugin {
  const folder = join(import.meta.dirname, 'node_modules/@excalidraw/excalidraw/dist/prod');
  const otherHost = /`https:\/\/esm\.sh\/\$\{.*?\}\/dist\/prod\/`/;
  let redirected = false;
  return {
    name: 'fonts-of-boards',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/@excalidraw/excalidraw/') || !otherHost.test(code)) return null;
      redirected = true;
      return code.replace(otherHost, `\`\${window.location.origin}${boardAssets}\``);
    },
    async generateBundle() {
      if (!redirected) this.error('Excalidraw no longer says where its fonts are as it did');
      const files = await readdir(join(folder, 'fonts'), { recursive: true });
      for (const file of files.filter((name) => name.endsWith('.woff2'))) {
        const fileName = `${boardAssets.slice(1)}fonts/${file}`;
        this.emitFile({ type: 'asset', fileName, source: await readFile(join(folder, 'fonts', file)) });
      }
    },
  };
}

/** What finds a person in a picture: fetched by the names that its package gives, when a background is hidden. */
function filesOfBackdrops(): Plugin {
  const folder = join(import.meta.dirname, 'node_modules/@twilio/video-processors');
  const needed = /^(tflite-.*|selfie_segmentation.*|twilio-.*-worker)\.(js|wasm|tflite)$/;
  return {
    name: 'files-of-backdrops',
    apply: 'build',
    async generateBundle() {
      const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      if (!backdropAssets.includes(`-${version}/`))
        this.error(`lib/backdrop-assets.ts does not name version ${version}`);
      for (const file of (await readdir(join(folder, 'dist/build'))).filter((name) => needed.test(name))) {
        const source = await readFile(join(folder, 'dist/build', file));
        this.emitFile({ type: 'asset', fileName: `${backdropAssets.slice(1)}${file}`, source });
      }
    },
  };
}

/**
 * lucide gives every line of an icon a random key, which compresses to nothing less: 1 KB of a page, 3 KB in the room.
 * React wants keys of children that may change places; these never do, and its production build does not ask.
 */
function iconsWithoutKeys(): Plugin {
  return {
    name: 'icons-without-keys',
    apply: 'build',
    transform(code, id) {
      if (!icons.test(id) || !code.includes('__iconData = {')) return null;
      const rest = code.replace(/,\s*key: "\w+"/g, '').replace(/,\s*aliases: \[.*?\]/s, '');
      if (rest === code) this.error(`${id} is no longer written as it was`);
      return rest;
    },
  };
}
