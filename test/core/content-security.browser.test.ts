import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let admin: Staff
beforeAll(async () => {
  console_ = await openConsole()
  const library = await console_.here.unit('library', 'Bib Zwalm')
  await console_.here.unit('branch', 'Bib Munkzwalm', library)
  admin = await console_.here.staff('system-admin')
})
afterAll(() => console_.close())

const screens = join(import.meta.dirname, '../../admin-ui/src/screens')
/** Every screen that stands on a path of its own, as the screens of each plugin say. */
const SCREENS = readdirSync(screens).flatMap(plugin => {
  const index = join(screens, plugin, 'index.ts')
  if (!existsSync(index)) return []
  return [...readFileSync(index, 'utf8').matchAll(/path: '(\/[a-z/-]*)'/g)].map(([, path = '']) => path)
})

/** Runs in the page: a bare button would have an arrow. */
const styleOfAButton = `(button => button ? getComputedStyle(button).cursor : 'none')(document.querySelector('.MuiButtonBase-root'))`

/** Runs in the page, before anything else does. */
const keepViolations = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  (window.violations ??= []).push([violatedDirective, blockedURI, sourceFile].join(' ')))`

test('every screen stands in its own style, and the browser finds nothing it must refuse', { timeout: 240_000 }, async () => {
  const page = await console_.visit(admin, '/')
  await page.addInitScript(keepViolations)
  expect(SCREENS.length).toBeGreaterThan(10)
  for (const screen of SCREENS) {
    await page.goto('about:blank')
    await page.goto(`${console_.address}/#${screen}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('window.violations ?? []'), screen).toEqual([])
    expect(await page.evaluate(styleOfAButton), screen).toMatch(/pointer|none/)
  }
  await page.context().close()
})

test('what somebody else would slip into the page is refused', async () => {
  const page = await console_.visit(admin, '/')
  await page.addInitScript(keepViolations)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(`(() => {
    const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more))
    add('script', { textContent: 'window.slipped = true' })
    add('style', { textContent: 'body { display: none }' })
    add('script', { src: 'https://evil.example/x.js' })
    add('img', { src: 'https://evil.example/x.png' })
  })()`)
  await page.waitForFunction('(window.violations ?? []).length >= 4')
  expect(await page.evaluate('[window.slipped, getComputedStyle(document.body).display]')).toEqual([undefined, 'block'])
  await page.context().close()
})
