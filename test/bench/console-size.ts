import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const ROOT = join(import.meta.dirname, '../..')

interface Chunk {
  readonly file: string
  readonly name?: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

/**
 * JavaScript until the landing page is usable: the entry, the Dutch texts and the page itself, with
 * all that they import, as the manifest of a fresh build tells.
 */
export async function consoleSize(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-console-'))
  try {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
    execFileSync(
      process.execPath,
      [vite, 'build', 'admin-ui', '--outDir', folder, '--manifest', '--logLevel', 'error'],
      { cwd: ROOT },
    )
    const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      Chunk
    >
    const wanted = neededBy(
      manifest,
      ({ isEntry, name }) => isEntry === true || name === 'NowPage' || name === 'nl',
    )
    const bytes = [...wanted].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
      0,
    )
    const scripts = readdirSync(join(folder, 'assets')).filter(file => file.endsWith('.js'))
    return [
      {
        name: `JavaScript until the landing page (${wanted.size} files)`,
        value: bytes / 1000,
        unit: 'kB gzipped',
        target: '≤ 350',
      },
      {
        name: `JavaScript of the whole console (${scripts.length} files)`,
        unit: 'kB, not compressed',
        value: scripts.reduce((sum, file) => sum + statSync(join(folder, 'assets', file)).size, 0) / 1000,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files of the chunks asked for and of all they import. */
function neededBy(manifest: Record<string, Chunk>, asked: (chunk: Chunk) => boolean): Set<string> {
  const files = new Set<string>()
  const take = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const name of chunk.imports ?? []) take(manifest[name])
  }
  Object.values(manifest).filter(asked).forEach(take)
  return files
}
