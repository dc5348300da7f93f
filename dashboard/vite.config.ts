import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ prefreshEnabled: false, devToolsEnabled: false })],
  build: {
    // The widget's files live there too, under a/.
    outDir: '../dist/assets',
    emptyOutDir: false,
    assetsDir: 'd',
    target: 'es2023',
    modulePreload: { polyfill: false },
    manifest: 'd/manifest.json',
  },
})
