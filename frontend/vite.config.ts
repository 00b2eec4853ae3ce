import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Paths that the backend answers; everything else is a page. */
const served = ['/v1', '/ipfs', '/rpc', '/docs', '/openapi.json', '/.well-known']
const backend = process.env.DAEDAL_BACKEND_URL ?? 'http://127.0.0.1:8400'

/** Every browser we build for reads WOFF2, so the WOFF copies of the fonts are left out. */
const onlyWoff2: Plugin = {
  name: 'daedal:only-woff2',
  enforce: 'pre',
  transform: (code, id) => (/@fontsource.*\.css$/.test(id) ? code.replaceAll(/,\s*url\([^)]+\.woff\) format\('woff'\)/g, '') : undefined),
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyWoff2, react()],
  build: {
    // Pages live under /assets/…, so built files do not.
    assetsDir: 'static',
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        // What every page needs first in two files, since it compresses better than in many: packages, which rarely change, and our own.
        // The entry stays outside; inside, it would be no entry any more.
        codeSplitting: {
          groups: [
            { name: 'vendor', tags: ['$initial'], test: /node_modules/ },
            { name: 'first', tags: ['$initial'], test: /[\\/]src[\\/](?!app[\\/]main)/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: backend, changeOrigin: true }])) },
})
