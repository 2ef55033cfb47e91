import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { answerResets } from '#plugins/sign-in/password-reset.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import { openLetterBox, type LetterBox } from '../mail/letter-box.ts'

let box: LetterBox
let shown: Console

beforeAll(async () => {
  box = await openLetterBox()
  shown = await openConsole({ now: '2026-11-23T09:00:00Z', mailServer: box.server })
  shown.here.installation.address = shown.address
})
afterAll(async () => {
  await shown.close()
  await box.close()
})

test('a forgotten password: from the sign-in page by way of the mail to the desk', async () => {
  const { here } = shown
  const library = await here.unit('library', 'Bib Zwalm')
  const els = await here.staff('desk', library)
  const { email } = (await els.get('/api/session')).body.staff
  await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, els.id, 'vergeten fietsbel 12'))

  const page = await shown.visit(null, '/')
  await page.getByRole('link', { name: /vergeten/i }).click()
  await page.getByRole('heading', { level: 1, name: 'Wachtwoord vergeten' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: /e-?mail/i }).fill(email)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: email }).waitFor()

  await answerResets(here.installation)
  await deliverMail(here.installation)
  const [mail] = box.received
  expect(mail?.to?.[0]?.address).toBe(email)
  await page.goto(/https?:\S+\/#\/reset\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  await page.getByRole('heading', { level: 1, name: 'Nieuw wachtwoord' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel(/nieuw wachtwoord/i).first().fill('gevonden trapgevel 34')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Nu in Bib Zwalm' }).waitFor()
  expect((await els.get('/api/session')).status).toBe(401)
  await page.context().close()
})
