import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/** One chunk per language, so that nobody downloads the texts of the other two. */
const languageOf = (file: string) => /[\\/](?:messages|react-admin)[\\/](nl|en|fr)\.ts$/.exec(file)?.[1]

const offline = join(import.meta.dirname, 'src/screens/circulation/offline')
const WORKER = 'offline-worker'

/** Tells the worker of the page without a server which files that page needs: it keeps those and nothing else. */
const offlineFiles = (): Plugin => ({
  name: 'offline-files',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(part => part.type === 'chunk')
    const page = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('offline.html'))
    const worker = chunks.find(({ name }) => name === WORKER)
    if (!page || !worker) throw new Error('The page without a server, or its worker, is not built')
    const files = ['/offline.html', '/filiaal.svg', ...withImports(page, bundle).map(file => `/${file}`)].sort()
    const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
    worker.code = worker.code.replace('__OFFLINE_FILES__', JSON.stringify(files)).replace('__OFFLINE_VERSION__', JSON.stringify(version))
  },
})

function withImports(from: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): string[] {
  if (seen.has(from.fileName)) return []
  seen.add(from.fileName)
  for (const file of from.imports) {
    const part = bundle[file]
    if (part?.type === 'chunk') withImports(part, bundle, seen)
  }
  return [...seen]
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offlineFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'), offline: join(import.meta.dirname, 'offline.html'),
        [WORKER]: join(offline, 'worker.ts'),
      },
      output: {
        // A worker answers for the folder it stands in, and bears the same name for ever.
        entryFileNames: ({ name }) => name === WORKER ? '[name].js' : 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: id => languageOf(id) ?? null, test: id => languageOf(id) !== undefined }] },
      },
    },
  },
  server: { proxy: { '/api': `http://localhost:${process.env['PORT'] ?? 3000}` } },
})
