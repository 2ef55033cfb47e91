import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What a page of ours may load and run: only what this address serves. Written out once at the start.
 *
 * The console puts its styles rule by rule into an empty element, so of inline styles the empty one is
 * allowed and what the built page itself begins with, each by its digest, and nothing else.
 */
export function contentSecurityOf(consoleFolder: string | undefined): string {
  const page = consoleFolder ? readFileSync(join(consoleFolder, 'index.html'), 'utf8') : ''
  const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = '']) => hashOf(text))
  return [
    `default-src 'self'`, `script-src 'self'`, `style-src 'self' ${[hashOf(''), ...styles].join(' ')}`,
    `img-src 'self' data:`, `object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`,
  ].join('; ')
}
