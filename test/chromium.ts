import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserServer, type LaunchOptions } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext { browser: string }
}

const root = join(import.meta.dirname, '..')
const usualPlaces = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium', '/opt/google/chrome/chrome',
]
const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']

/** One browser for the whole run; the tests connect to it and each open a window of their own. */
export default async function browser(project: TestProject) {
  const server = await launchBrowser()
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}

/** The Chromium of `$CHROMIUM`, else one that is installed and really starts, else the one npm brought. */
export async function launchBrowser(): Promise<BrowserServer> {
  const installed = process.env['CHROMIUM'] ? [process.env['CHROMIUM']] : usualPlaces.filter(place => existsSync(place))
  for (const executablePath of installed) {
    // Some systems have a chromium that only says where to get one.
    const server = await chromium.launchServer({ executablePath, args }).catch(() => undefined)
    if (server) return server
  }
  return chromium.launchServer(broughtByNpm())
}

/** With the libraries and fonts it needs, which a bare machine lacks. */
function broughtByNpm(): LaunchOptions {
  const unpacked = unpackBrowser()
  return {
    executablePath: join(unpacked, 'chromium'),
    args,
    env: {
      ...process.env as Record<string, string>,
      LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], join(unpacked, 'al2023', 'lib')].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
    },
  }
}

/** Unpacked once per version, under another name until it is whole. */
function unpackBrowser() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const place = join(root, '.data', `chromium-${version}`)
  if (existsSync(place)) return place
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 })
  const fresh = mkdtempSync(`${place}-`)
  execFileSync(process.execPath, ['--input-type=module', '--eval', `
    import chromium from '@sparticuz/chromium'
    await chromium.executablePath()`], {
    cwd: root,
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(place, 'fonts')]
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
    <fontconfig>${folders.map(folder => `<dir>${folder}</dir>`).join('')}<cachedir>${join(place, 'cache')}</cachedir></fontconfig>`,
  )
  try {
    renameSync(fresh, place)
  } catch {
    // Another run was first; its copy is as good.
    rmSync(fresh, { recursive: true, force: true })
  }
  return place
}
