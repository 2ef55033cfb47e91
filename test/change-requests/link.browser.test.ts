import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import { answer, openLetterBox, type LetterBox } from '../mail/letter-box.ts'
import type { Staff } from '../installation.ts'

let box: LetterBox
let shown: Console
let branch: string
let helpdesk: Staff

beforeAll(async () => {
  box = await openLetterBox()
  shown = await openConsole({ now: '2026-11-23T09:00:00Z', mailServer: box.server })
  const { here } = shown
  here.installation.address = shown.address
  branch = await here.unit('branch', 'Munkzwalm', await here.unit('library', 'Bib Zwalm'))
  helpdesk = await here.staff('helpdesk')
})
afterAll(async () => {
  await shown.close()
  await box.close()
})

const ask = async (key: string, language: 'nl' | 'fr') => {
  const id = randomUUID()
  const { status } = await helpdesk.post('/api/requests', {
    id, form: 'change-requests.change', unit: branch, filled: {}, channel: 'phone', reason: 'Kermis',
    items: [{ kind: 'branches.set-rule', payload: { unit: branch, key, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } } }],
    onBehalfOf: { name: 'Els Peeters', address: 'els@zwalm.be', language },
  })
  expect(status).toBe(201)
  return id
}
const linkMailed = async () => {
  box.received.length = 0
  await deliverEvents(shown.here.installation)
  await deliverMail(shown.here.installation)
  return /https?:\S+\/#\/request-link\S+/.exec(box.received.find(({ to }) => to?.[0]?.address === 'els@zwalm.be')?.text ?? '')?.[0] ?? ''
}
const read = async (id: string) => (await helpdesk.get(`/api/requests/${id}`)).body

test('whoever phoned follows the link in the mail, reads what was entered and says yes, without signing in', async () => {
  const id = await ask('feest', 'nl')
  const address = await linkMailed()
  const page = await shown.visit(null, '/')
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: 'Klopt deze aanvraag?' }).waitFor()
  await page.getByText('Munkzwalm').first().waitFor()
  await page.getByText('Kermis').waitFor()
  // One reads it before one confirms it.
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    expect.stringMatching(/^Wat helpdesk \d+ voor je invoerde$/), 'Is dit wat je vroeg?',
  ])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ja, dit is wat ik vroeg' }).click()
  await page.getByRole('status').filter({ hasText: 'Bedankt' }).waitFor()
  await expectAccessible(page)
  expect((await read(id)).unconfirmed).toBe(false)
  await page.reload()
  await page.getByText('Deze link is al gebruikt').waitFor()
  await page.context().close()
})

test('in their own language; a no says what is not right, and a question is answered there', async () => {
  const id = await ask('fete', 'fr')
  const page = await shown.visit(null, '/')
  await page.goto(await linkMailed())
  await page.getByRole('heading', { level: 1, name: 'Cette demande est-elle exacte ?' }).waitFor()
  await page.getByRole('button', { name: 'Non, ce n’est pas exact' }).click()
  await page.getByRole('textbox', { name: 'Qu’est-ce qui n’est pas exact ?' }).fill('Pas en juillet.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await page.getByRole('status').filter({ hasText: 'Merci' }).waitFor()
  const { notes } = await read(id)
  expect(notes.at(-1).text).toContain('Pas en juillet.')
  await helpdesk.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'Quel mois ?', to: 'library', asks: true })
  await page.goto('about:blank')
  await page.goto(await linkMailed())
  await page.getByText('Quel mois ?').waitFor()
  await page.getByRole('textbox', { name: 'Votre réponse' }).fill('En août.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Oui' }).click()
  await page.getByRole('status').filter({ hasText: 'Merci' }).waitFor()
  const after = await read(id)
  expect([after.unconfirmed, after.state, after.notes.at(-1).text]).toEqual([false, 'in-review', 'En août.'])
  await page.context().close()
})

test('who filled it in reads the question first, and then what they filled in themselves', async () => {
  const manager = await shown.here.staff('branch-manager', branch)
  const id = randomUUID()
  await manager.post('/api/requests', { id, form: 'change-requests.question', unit: branch, filled: { text: 'Kan dit?' } })
  box.received.length = 0
  await helpdesk.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'Wat precies?', to: 'library', asks: true })
  await deliverEvents(shown.here.installation)
  await deliverMail(shown.here.installation)
  const page = await shown.visit(null, '/')
  await page.goto(/https?:\S+\/#\/request-link\S+/.exec(box.received.map(({ text }) => text).join('\n'))?.[0] ?? '')
  await page.getByText('Wat precies?').waitFor()
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['De servicedesk vraagt', 'Jouw antwoord', 'Wat je zelf invulde'])
  await page.getByText('Verstuurd op').waitFor()
  await page.context().close()
})

test('what came back shows to the helpdesk, in the list and at the request, where the address is mended and mailed again', async () => {
  box.mood.address = to => to === 'els@zwalm.be' ? answer(550, 'no such user') : undefined
  const id = await ask('markt', 'nl')
  await linkMailed()
  const page = await shown.visit(helpdesk, '/inbox?sort=new')
  await page.getByText('mail kwam niet aan').waitFor()
  await page.goto(`${shown.address}/#/requests/${id}`)
  await page.getByText('niet aangekomen: dit adres wordt geweigerd').waitFor()
  await page.getByText('Els Peeters (els@zwalm.be)').waitFor()
  const field = page.getByRole('textbox', { name: 'E-mail' })
  const send = page.getByRole('button', { name: 'Bewaren en opnieuw mailen' })
  expect(await field.inputValue()).toBe('els@zwalm.be')
  await expectAccessible(page)
  await field.fill('els@')
  expect(await send.isDisabled()).toBe(true)
  await field.fill('els.peeters@zwalm.be')
  await send.click()
  await page.getByText('Opnieuw gemaild').waitFor()
  await field.waitFor({ state: 'detached' })
  box.received.length = 0
  await linkMailed()
  expect(box.received.map(({ to, subject }) => [to?.[0]?.address, subject])).toEqual([['els.peeters@zwalm.be', expect.stringContaining('Klopt dit?')]])
  await page.reload()
  await page.getByText('Els Peeters (els.peeters@zwalm.be)').waitFor()
  await page.goto(`${shown.address}/#/inbox?sort=new`)
  await page.getByRole('link', { name: /Munkzwalm/ }).first().waitFor()
  expect(await page.getByText('mail kwam niet aan').count()).toBe(0)
  await page.context().close()
})
