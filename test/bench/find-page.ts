import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { buildApp } from '#core/app.ts'
import { buildConsole } from '#core/console-build.ts'
import { makeDatabase, migrate, openDatabase } from '#core/database.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { definePlugin } from '#core/plugin.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { launchBrowser } from '../chromium.ts'
import { median, type Figure } from './figure.ts'
import { adminOf, tokenOf } from './server.ts'

const DEFINITIONS = 300
const words = ['prtkosten', 'uitleentermijn', 'amende retard', 'boet', '28/28/0', 'r']
/** So long nothing may be drawn any more before the next letter is struck. */
const QUIET_MS = 500

/** What one letter asked of the page: from the key to the last of the list on the screen, and its own work for it. */
interface Letter { readonly paintedMs: number; readonly cpuMs: number; readonly rows: number }

/** The search of the settings page as a reader has it: the console, built, in a real Chromium, with 300 settings. */
export async function findPage(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'), { durable: false })
  const server = await launchBrowser()
  try {
    const { address, cookie, close } = await open(postgres.host)
    const browser = await chromium.connect(server.wsEndpoint())
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl', reducedMotion: 'reduce' })
    await context.addCookies([{ ...cookie, url: address }])
    const console_ = await letters(context, `${address}/#/settings`)
    const bare = await letters(context, 'about:blank', console_)
    await browser.close()
    await close()
    return figures(console_, bare)
  } finally {
    await server.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The catalogue as it is, and copies of it to fill up: words are then met as often as among 300 settings. */
function registryOf300() {
  const known = [...assemble(plugins).parameters.values()]
  const copies = known.filter(({ guards }) => !guards).slice(0, Math.max(0, DEFINITIONS - known.length))
    .map(one => ({ ...one, name: `bench.${one.name.replaceAll('.', '-')}` }))
  return assemble([...plugins, definePlugin({ name: 'bench', parameters: copies })])
}

async function open(host: string) {
  await makeDatabase(host, 'filiaal')
  const database = await openDatabase({ host, database: 'filiaal' })
  await migrate(database.owner)
  const secret = randomUUID()
  const installation = new Installation({ knex: database.app, job: database.job, registry: registryOf300() })
  await begin(installation, 'Meetstreek')
  const token = await tokenOf(secret, await adminOf(installation))
  const app = await buildApp({ installation, secret, consoleFolder: await buildConsole(), shedsLoad: false })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => { await app.close(); await database.close() }
  return { address, cookie: { name: 'filiaal', value: token }, close }
}

/** Strikes every letter of every word; without a console, in a bare field above a bare list of as many items. */
async function letters(context: BrowserContext, address: string, as?: readonly Letter[]): Promise<Letter[]> {
  const page = await context.newPage()
  await page.goto(address)
  if (as) await page.evaluate(bareField)
  const field = page.getByRole('searchbox').first()
  await field.waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(watch)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const struck: Letter[] = []
  // Once to warm up: a reader's second letter, not the first ever.
  for (const word of ['leen', ...words]) {
    await field.fill('')
    await page.waitForTimeout(2 * QUIET_MS)
    for (const letter of word) {
      const rows = as?.[struck.length]?.rows
      if (rows !== undefined) await page.evaluate(`globalThis.rows = ${rows}`)
      struck.push(await strike(page, session, letter))
    }
  }
  await page.close()
  return struck
}

async function strike(page: Page, session: CDPSession, letter: string): Promise<Letter> {
  const before = await taskMs(session)
  await page.keyboard.press(letter === ' ' ? 'Space' : letter)
  for (let quiet = 0; quiet < QUIET_MS;) {
    await page.waitForTimeout(QUIET_MS)
    quiet = await page.evaluate<number>('performance.now() - globalThis.painted')
  }
  const cpuMs = await taskMs(session) - before
  const paintedMs = await page.evaluate<number>('globalThis.painted - globalThis.struck')
  return { paintedMs, cpuMs, rows: await page.locator('li:has(h3), li.bare').count() }
}

async function taskMs(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
}

/** Runs in the page: when a key was struck, and when what came of it stood on the screen. */
const watch = `(() => {
  const painting = () => requestAnimationFrame(() => {
    const after = new MessageChannel()
    after.port1.onmessage = () => { globalThis.painted = performance.now() }
    after.port2.postMessage(0)
  })
  document.addEventListener('keydown', event => { globalThis.struck = event.timeStamp; painting() }, true)
  new MutationObserver(painting).observe(document.body, { childList: true, subtree: true, characterData: true })
})()`

/** The same number of items, each a line of text, with nothing else on the page. */
const bareField = `(() => {
  document.body.innerHTML = '<input type="search"><ul></ul>'
  document.querySelector('input').addEventListener('input', ({ target }) => {
    document.querySelector('ul').replaceChildren(...Array.from({ length: globalThis.rows ?? 0 }, (_, n) => {
      const item = document.createElement('li')
      item.className = 'bare'
      item.textContent = target.value + ' ' + n
      return item
    }))
  })
})()`

function figures(console_: readonly Letter[], bare: readonly Letter[]): Figure[] {
  const of = (part: 'paintedMs' | 'cpuMs', middle: (values: readonly number[]) => number) => {
    const [ours, floor] = [console_, bare].map(all => middle(all.slice('leen'.length).map(letter => letter[part])))
    return { value: ours ?? NaN, unit: 'ms', floor: { name: 'a bare field and list', value: floor ?? NaN } }
  }
  const worst = (values: readonly number[]) => Math.max(...values)
  const count = console_.length - 'leen'.length
  return [
    { name: `from key to painted list, median of ${count} letters`, ...of('paintedMs', median), target: '≤ 50' },
    { name: 'from key to painted list, the slowest letter', ...of('paintedMs', worst), target: '≤ 50' },
    { name: 'work of the page per letter, median', ...of('cpuMs', median) },
    { name: 'work of the page per letter, most', ...of('cpuMs', worst) },
  ]
}
