import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** One chunk per language, so that nobody downloads the texts of the other two. */
const languageOf = (file: string) => /[\\/](?:messages|react-admin)[\\/](nl|en|fr)\.ts$/.exec(file)?.[1]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: id => languageOf(id) ?? null, test: id => languageOf(id) !== undefined }] } },
    },
  },
  server: { proxy: { '/api': `http://localhost:${process.env['PORT'] ?? 3000}` } },
})
