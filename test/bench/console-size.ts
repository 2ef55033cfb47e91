import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const DIST = join(import.meta.dirname, '../../admin-ui/dist')

interface Chunk { readonly file: string; readonly src?: string; readonly isEntry?: boolean; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] }

/**
 * JavaScript until the landing page is usable: the entry, the Dutch texts and the page itself, with
 * all that they import, as the build's manifest tells.
 */
export async function consoleSize(): Promise<Figure[]> {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const wanted = new Set<string>()
  const take = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || wanted.has(chunk.file)) return
    wanted.add(chunk.file)
    chunk.imports?.forEach(take)
  }
  for (const [name, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || /screens\/branches\/now\/NowPage|messages\/nl|react-admin\/nl/.test(name)) take(name)
  }
  const bytes = [...wanted].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0)
  const all = readdirSync(join(DIST, 'assets')).filter(file => file.endsWith('.js'))
    .reduce((sum, file) => sum + statSync(join(DIST, 'assets', file)).size, 0)
  return [
    { name: `JavaScript until the landing page (${wanted.size} files)`, value: bytes / 1000, unit: 'kB gzipped', target: '≤ 350' },
    { name: 'JavaScript of the whole console', value: all / 1000, unit: 'kB, not compressed' },
  ]
}
