import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { buildConsole } from '#core/console-build.ts'
import type { Language } from '#core/contract.ts'
import type { MailServer, WebhookNetwork } from '#core/installation.ts'
import { openInstallation, type Opened, type Staff } from './installation.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What public bodies in Flanders are held to, and the newer WCAG 2.2. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice']

export interface Console {
  readonly here: Opened
  readonly address: string
  /** A window of one member of staff (or of somebody who has not signed in), in one language, on one screen. */
  visit(staff: Staff | null, path: string, options?: { language?: Language; width?: number }): Promise<Page>
  close(): Promise<void>
}

/** The real console, built, served by a real installation, in a real browser. */
export async function openConsole(
  options: { now?: string; kind?: 'live' | 'demo'; mailServer?: MailServer; secondFactor?: boolean; privateNetwork?: boolean; webhookNetwork?: WebhookNetwork } = {},
): Promise<Console> {
  const here = await openInstallation({ ...options, consoleFolder: await buildConsole() })
  const address = await here.app.listen({ port: 0, host: '127.0.0.1' })
  const browser: Browser = await chromium.connect(inject('browser'))
  return {
    here, address,
    async visit(staff, path, { language = 'nl', width = 1280 } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language, timezoneId: 'Europe/Brussels', reducedMotion: 'reduce' })
      if (staff) {
        await staff.send('PATCH', '/api/session', { language })
        const [name = '', value = ''] = staff.cookieIn(language).split('=')
        await context.addCookies([{ name, value, url: address }])
      }
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      page.on('pageerror', error => { throw error })
      await page.goto(`${address}/#${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      return page
    },
    async close() {
      await browser.close()
      await here.close()
    },
  }
}

/** What is still changing colour is neither here nor there; a bar that goes round for ever is not waited for. */
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter(one => one.effect?.getComputedTiming().endTime !== Infinity).map(one => one.finished))
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))`

/** Holds the page against every rule of the standards, once it is what it becomes; names each rule that fails and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is being worked out anew is pale for as long as that takes; what is wrong stays wrong.
  await expect.poll(() => violationsOf(page), { message: page.url() }).toEqual([])
}

async function violationsOf(page: Page) {
  await page.evaluate(SETTLED)
  if (!await page.evaluate<boolean>(`'axe' in globalThis`)) await page.evaluate(axe)
  return page.evaluate(async standards => {
    const { violations: found } = await (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> } })
      .axe.run({ runOnly: { type: 'tag', values: standards } })
    return found.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => `${String(target)}: ${failureSummary}`) }))
  }, STANDARDS)
}

/** Goes on with the Tab key until the focus stands on what is called `name`, as a hand without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const named = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  const seen: string[] = []
  for (let tabs = 0; tabs < 300; tabs++) {
    const here = await page.evaluate<string>(nameOfFocus)
    if (named(here)) return
    seen.push(here)
    // A button that waits for an answer is passed by: the next time round it may be there.
    if (await page.evaluate<boolean>('document.activeElement === document.body')) await page.waitForTimeout(300)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${name}, but: ${[...new Set(seen)].join(' | ')}`)
}

/** Runs in the page, where there is a document. */
const nameOfFocus = `(() => {
  const here = document.activeElement
  return (here?.getAttribute('aria-label') ?? here?.labels?.[0]?.textContent ?? here?.textContent ?? '').trim()
})()`

/** Whether the page must be scrolled sideways to be read. */
export const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
