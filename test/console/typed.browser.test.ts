import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openConsole, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'

let console_: Console
let admin: Staff
let library: UnitId

beforeAll(async () => {
  console_ = await openConsole({ now: '2026-11-23T09:00:00Z' })
  library = await console_.here.unit('library', 'Bib Zwalm')
  admin = await console_.here.staff('system-admin')
})
afterAll(() => console_.close())

const words = 'een hele zin die snel getypt wordt'

test.each([
  ['de regels', '/rules', 'Zoek een lidsoort of materiaalsoort'],
  ['de audit', '/audit', /./],
  ['de medewerkers', '/staff', /./],
  ['de instellingen', '/settings', 'Zoek een instelling'],
])('words typed fast in %s lose no letter on their way to the address, and stand there after a reload', async (_name, path, label) => {
  const page = await console_.visit(admin, `${path}?unit=${library}`)
  const field = page.getByRole('searchbox', { name: label }).first()
  await field.focus()
  // All at once, as a scanner or a quick hand does: no letter waits for the drawing of the one before it.
  await Promise.all([...words].map(letter => page.keyboard.press(letter === ' ' ? 'Space' : letter)))
  expect(await field.inputValue()).toBe(words)
  await expect.poll(() => new URLSearchParams(page.url().split('?')[1]).get('q')).toBe(words)
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue()).toBe(words)
  await page.context().close()
})
