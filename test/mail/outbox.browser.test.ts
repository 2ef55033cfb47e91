import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { makeLink } from '#core/session.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { deliverMail, queueMail, type NewMail } from '#plugins/mail/index.ts'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import type { Staff } from '../installation.ts'
import { answer, openLetterBox, type LetterBox } from './letter-box.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
let box: LetterBox
let shown: Console
let zwalm: UnitId
let boss: Staff

const work = <T>(act: (ctx: OpenContext) => Promise<T>) => inWork(shown.here.installation, asSystem, act)
const queue = (name: string, subject: string, more: Partial<NewMail> = {}) => work(ctx => queueMail(ctx, {
  to: { name, address: `${name.toLowerCase()}@zwalm.be`, language: 'nl' }, unit: zwalm, kind: 'test.greeting',
  text: { subject, paragraphs: [`Dag ${name}`] }, ...more,
}))

beforeAll(async () => {
  box = await openLetterBox()
  shown = await openConsole({ now: '2026-11-23T09:00:00Z', mailServer: box.server })
  zwalm = await shown.here.unit('library', 'Bib Zwalm', SYSTEM)
  boss = await shown.here.staff('library-admin', zwalm)
  box.mood.address = to => to.startsWith('fout') ? answer(550, 'No such user') : undefined
  const token = await work(ctx => makeLink(ctx, 'invitation', boss.id))
  await queue('Els', 'Je uitnodiging', {
    secret: token,
    text: { subject: 'Je uitnodiging', paragraphs: [{ label: 'Kies', address: 'https://x.be/#/i?token=', secret: true }] },
  })
  await queue('Fout', 'Komt niet aan')
  await deliverMail(shown.here.installation)
})
afterAll(async () => {
  await shown.close()
  await box.close()
})

describe('the outbox', () => {
  test('shows what left and what did not, and keeps what was asked in the address', async () => {
    const page = await shown.visit(boss, `/outbox?unit=${zwalm}`)
    await page.getByRole('row', { name: /Je uitnodiging/ }).getByText('verstuurd').waitFor()
    await page.getByRole('row', { name: /Komt niet aan/ }).getByText('adres geweigerd').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'adres geweigerd' }).click()
    await page.getByRole('status').filter({ hasText: /^1 mail$/ }).waitFor()
    expect(page.url()).toContain('state=bounced')
    await page.getByRole('searchbox').fill('iemand anders')
    await page.getByText('Geen mail gevonden.').waitFor()
    await expectAccessible(page)
    await page.goBack()
    await page.getByRole('row', { name: /Je uitnodiging/ }).waitFor()
    await page.context().close()
  })

  test('never shows the key in a mail', async () => {
    const page = await shown.visit(boss, '/outbox')
    await page.getByRole('button', { name: 'Je uitnodiging, aan Els: lezen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Je uitnodiging' })
    await dialog.getByText('token=••••••••').waitFor()
    await dialog.getByText('Een eenmalige link is een sleutel.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Opnieuw versturen' }).count()).toBe(0)
    await expectAccessible(page)
    await page.context().close()
  })

  test('sends again what did not arrive, without a mouse', async () => {
    const page = await shown.visit(boss, '/outbox')
    await page.getByRole('row', { name: /Komt niet aan/ }).waitFor()
    await tabTo(page, 'Komt niet aan, aan Fout: lezen')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Komt niet aan' })
    await dialog.getByText('550 No such user').waitFor()
    await expectAccessible(page)
    await tabTo(page, 'Opnieuw versturen')
    await page.keyboard.press('Enter')
    await page.getByText('De mail vertrekt opnieuw').waitFor()
    await dialog.getByText('wacht', { exact: true }).waitFor()
    box.mood = {}
    await deliverMail(shown.here.installation)
    expect(box.received.at(-1)).toMatchObject({ subject: 'Komt niet aan', to: [{ address: 'fout@zwalm.be' }] })
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Komt niet aan/ }).first().getByText('verstuurd').waitFor()
    await page.context().close()
  })

  test('says so when it cannot be read, and tries again', async () => {
    const page = await shown.visit(boss, '/hours')
    await page.route('**/api/mail?*', route => route.fulfill({
      status: 500, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Dat lukte niet', status: 500 }),
    }))
    await page.evaluate(`location.hash = '/outbox'`)
    await page.getByRole('alert').filter({ hasText: 'Dat lukte niet' }).waitFor()
    await expectAccessible(page)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await page.getByRole('row', { name: /Je uitnodiging/ }).waitFor()
    await page.context().close()
  })

  test.each([['en', 'Mail of Bib Zwalm'], ['fr', 'E-mails de Bib Zwalm']] as const)(
    'speaks %s and fits a telephone', async (language, title) => {
      const page = await shown.visit(boss, `/outbox?unit=${zwalm}`, { language, width: 320 })
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.getByRole('row', { name: /Je uitnodiging/ }).waitFor()
      expect(await sideways(page)).toBe(0)
      await expectAccessible(page)
      await page.context().close()
    })
})
