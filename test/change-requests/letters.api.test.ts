import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { forgetOldRequestLinks } from '#plugins/change-requests/link.ts'
import { remind } from '#plugins/change-requests/mail/remind.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { answer, openLetterBox, type LetterBox } from '../mail/letter-box.ts'

let box: LetterBox
let here: Opened
let branch: string
let manager: Staff
let libraryAdmin: Staff
let other: Staff
let helpdesk: Staff
let colleague: Staff
const addresses = new Map<string, string>()

beforeAll(async () => {
  box = await openLetterBox()
  here = await openInstallation({ mailServer: box.server })
  const zwalm = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  manager = await here.staff('branch-manager', branch)
  libraryAdmin = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', await here.unit('library', 'Bib Zoersel'))
  helpdesk = await here.staff('helpdesk')
  colleague = await here.staff('helpdesk')
  // The clock goes on by months here, and nobody signs in again.
  await here.database.owner('session').update({ expires_at: '2030-01-01', idle_minutes: null })
  for (const { id, email } of await here.database.owner('staff').select('id', 'email')) addresses.set(id, email)
})
afterAll(async () => {
  await here.close()
  await box.close()
})
afterEach(() => { box.mood = {} })

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const later = (time: { hours?: number; minutes?: number }) => { here.clock.now = here.clock.now.add(time) }
const of = (who: Staff) => addresses.get(who.id) ?? ''

/** What arrived since somebody last looked: to whom, under which subject, in which words. */
async function post() {
  box.received.length = 0
  await deliverEvents(here.installation)
  await deliverMail(here.installation)
  return box.received.map(({ to, subject, text }) => ({ to: to?.[0]?.address ?? '', subject: subject ?? '', text: text ?? '' }))
}
type Post = Awaited<ReturnType<typeof post>>
const brief = (mails: Post) => mails.map(({ to, subject }) => `${to}: ${subject}`).sort()
const tokenIn = (text: string) => /request-link\?lang=\w\w&token=([\w-]+)/.exec(text)?.[1] ?? ''

let rules = 0
const rule = () => ({
  kind: 'branches.set-rule',
  payload: { unit: branch, key: `feest${++rules}`, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } },
})
const sent = (who: Staff, more: object = {}) => who.post('/api/requests', {
  id: randomUUID(), form: 'change-requests.change', unit: branch, filled: {}, items: [rule()], ...more,
})
async function asked(who = manager, more: object = {}): Promise<{ id: string; number: number }> {
  const { status, body } = await sent(who, more)
  expect([status, body.faults]).toEqual([201, undefined])
  return body
}
const act = (who: Staff, id: string, path: string, body: object = {}) => who.post(`/api/requests/${id}/${path}`, body)
const els = { name: 'Els Peeters', address: 'els@zwalm.be', language: 'fr' }
const link = (path: string, body: object) => here.app.inject({ method: 'POST', url: `/api/request-link${path}`, payload: body })

describe('a request tells', () => {
  test('whoever asked that it arrived under which number, and who may handle it that it is there; nobody else', async () => {
    const { number } = await asked(manager, { reason: 'Kermis in het dorp' })
    const mails = await post()
    expect(brief(mails)).toEqual([
      `${of(manager)}: Je aanvraag nr. ${number} is aangekomen`,
      ...[helpdesk, colleague].map(who => `${of(who)}: ${mails.find(({ to }) => to === of(who))?.subject}`),
    ].sort())
    const arrived = mails.find(({ to }) => to === of(helpdesk))
    expect(arrived?.subject).toContain(`Nieuwe aanvraag nr. ${number}`)
    expect(arrived?.text).toContain('Kermis in het dorp')
    expect(mails.find(({ to }) => to === of(manager))?.text).toMatch(/Dit vraag je:\n• .*feest|7 november/i)
  })

  test('once it has somebody, only them of what the library writes', async () => {
    const { id, number } = await asked()
    await act(helpdesk, id, 'handle', { assignee: helpdesk.id })
    await post()
    await act(manager, id, 'say', { id: randomUUID(), text: 'Nog dit.', to: 'library' })
    const mails = await post()
    expect(brief(mails)).toEqual([`${of(helpdesk)}: Antwoord op aanvraag nr. ${number}`])
    expect(mails[0]?.text).toContain('Nog dit.')
  })

  test('its question to whoever asked, and to a colleague who took part; what the helpdesk notes for itself to nobody', async () => {
    const { id, number } = await asked()
    await act(libraryAdmin, id, 'answer', { id: randomUUID(), text: 'Wij willen dit graag.' })
    await post()
    await act(helpdesk, id, 'say', { id: randomUUID(), text: 'lastige klant', to: 'internal' })
    await act(helpdesk, id, 'say', { id: randomUUID(), text: 'Tot wanneer?', to: 'library', asks: true })
    const mails = await post()
    expect(brief(mails)).toEqual([manager, libraryAdmin].map(who => `${of(who)}: Een vraag over je aanvraag nr. ${number}`).sort())
    for (const { text } of mails) expect([text.includes('Tot wanneer?'), text.includes('lastige')]).toEqual([true, false])
    await act(libraryAdmin, id, 'answer', { id: randomUUID(), text: 'Tot 1 mei.' })
    expect(brief(await post())).toEqual([`${of(helpdesk)}: Antwoord op aanvraag nr. ${number}`])
  })

  test('approved and applied in one mail with the word that came with it; what was planned twice, on its day again', async () => {
    const now = await asked()
    await post()
    await act(helpdesk, now.id, 'approve', { text: 'Veel plezier!' })
    const mails = await post()
    expect(brief(mails)).toEqual([`${of(manager)}: Je aanvraag nr. ${now.number} is uitgevoerd`])
    expect(mails[0]?.text).toContain('Veel plezier!')
    const day = await asked(manager, { applyOn: '2026-12-01' })
    await post()
    await act(helpdesk, day.id, 'approve', {})
    const planned = await post()
    expect(planned.map(({ text }) => text.includes('gaat vanzelf in op 1 december 2026'))).toEqual([true])
  })

  test('refused, with why', async () => {
    const { id, number } = await asked()
    await post()
    await act(helpdesk, id, 'refuse', { text: 'Dat mag niet van de gemeente.' })
    const [mail, ...more] = await post()
    expect([mail?.to, mail?.subject, more]).toEqual([of(manager), `Je aanvraag nr. ${number} gaat niet door`, []])
    expect(mail?.text).toContain('De reden:\n\nDat mag niet van de gemeente.')
  })

  test('put back: what was wrong, for how long and for whom', async () => {
    const { id, number } = await asked()
    await act(helpdesk, id, 'approve', {})
    await post()
    later({ hours: 72 })
    const { status } = await helpdesk.post(`/api/changes/${id}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'De verkeerde dag.' })
    expect(status).toBe(201)
    const [mail, ...more] = await post()
    expect([mail?.to, mail?.subject, more]).toEqual([of(manager), `Wat je vroeg met nr. ${number} is teruggedraaid`, []])
    for (const words of ['De verkeerde dag.', '23 november 2026 tot 26 november 2026 (3 dagen)', 'Voor wie: Munkzwalm'])
      expect(mail?.text).toContain(words)
  })
})

describe('on behalf of a library', () => {
  const onBehalf = () => asked(helpdesk, { onBehalfOf: els, channel: 'phone', pasted: 'belde kwaad', reason: 'Kermis' })

  test('whoever phoned reads in their own language what was entered and says yes without signing in; once', async () => {
    const { id, number } = await onBehalf()
    const [mail, ...more] = await post()
    expect([mail?.to, mail?.subject, more]).toEqual(['els@zwalm.be', `Est-ce exact ? Demande n° ${number}`, []])
    const token = tokenIn(mail?.text ?? '')
    await act(helpdesk, id, 'say', { id: randomUUID(), text: 'intern gedoe', to: 'internal' })
    const shown = await link('', { token })
    expect(shown.json()).toMatchObject({ number, purpose: 'confirm', open: true, asker: 'Els Peeters', reason: 'Kermis', unitName: 'Munkzwalm' })
    expect(shown.json().sentences).toHaveLength(1)
    expect(shown.body).not.toMatch(/intern|kwaad/)
    expect((await link('/answer', { token })).statusCode).toBe(422)
    expect((await link('/answer', { token, yes: true })).statusCode).toBe(200)
    for (const path of ['', '/answer']) expect((await link(path, { token, ...(path && { yes: true }) })).statusCode).toBe(410)
    expect((await helpdesk.get(`/api/requests/${id}`)).body).toMatchObject({ unconfirmed: false, state: 'submitted' })
    expect((await post()).map(({ subject }) => subject)).toEqual(Array(2).fill(expect.stringContaining(`Nieuwe aanvraag nr. ${number}`)))
    expect((await act(colleague, id, 'approve', {})).body.state).toBe('applied')
    expect(brief(await post())).toEqual([`${of(helpdesk)}: Je aanvraag nr. ${number} is uitgevoerd`, `els@zwalm.be: Votre demande n° ${number} est appliquée`].sort())
  })

  test('their no comes with a word, reaches who entered it, and leaves it unconfirmed', async () => {
    const { id, number } = await onBehalf()
    const token = tokenIn((await post())[0]?.text ?? '')
    const { statusCode, json } = await link('/answer', { token, yes: false, text: ' ' })
    expect([statusCode, json().faults[0].pointer]).toEqual([422, '/text'])
    await link('/answer', { token, yes: false, text: 'Pas en décembre.' })
    const { body } = await helpdesk.get(`/api/requests/${id}`)
    expect(body.unconfirmed).toBe(true)
    expect(body.notes.at(-1)).toMatchObject({ by: { id: null, name: 'Els Peeters' }, text: 'Non, ce n’est pas ce que j’ai demandé. Pas en décembre.' })
    const mails = await post()
    expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set([`Antwoord op aanvraag nr. ${number}`]))
    expect(mails.map(({ to }) => to)).toContain(of(helpdesk))
  })

  test('a mail that comes back shows at the request and in the list, for who may handle it', async () => {
    box.mood.address = to => to === 'els@zwalm.be' ? answer(550, 'no such user') : undefined
    const { id } = await onBehalf()
    await post()
    const { body } = await helpdesk.get(`/api/requests/${id}`)
    expect(body.mails).toMatchObject([{ kind: 'change-requests.confirm', state: 'bounced', name: 'Els Peeters', address: 'els@zwalm.be' }])
    const lines = (await helpdesk.get('/api/requests?box=inbox&sort=new')).body.data
    expect(lines.filter((line: { bounced: boolean }) => line.bounced).map((line: { id: string }) => line.id)).toEqual([id])
    const ours = (await libraryAdmin.get(`/api/requests/${id}`)).body
    expect([ours.mails, ours.bounced]).toEqual([[], false])
    const first: { token_digest: Buffer }[] = await here.database.owner('request_link').where({ request_id: id }).whereNull('used_at')
    expect(first).toHaveLength(1)
    expect((await act(libraryAdmin, id, 'asker', { email: 'els.peeters@zwalm.be' })).status).toBe(403)
    const mended = await act(helpdesk, id, 'asker', { email: 'els.peeters@zwalm.be' })
    expect([mended.status, mended.body.bounced]).toEqual([200, false])
    const [again, ...more] = await post()
    expect([again?.to, more]).toEqual(['els.peeters@zwalm.be', []])
    expect(await here.database.owner('request_link').where(first[0] ?? {}).whereNull('used_at')).toEqual([])
    expect((await link('/answer', { token: tokenIn(again?.text ?? ''), yes: true })).statusCode).toBe(200)
    expect((await helpdesk.get(`/api/requests/${id}`)).body).toMatchObject({ unconfirmed: false, bounced: false })
  })

  test('who signs in is mailed at their own address, and nowhere else', async () => {
    const { status, body } = await act(helpdesk, (await asked()).id, 'asker', { email: 'elders@zwalm.be' })
    expect([status, body.faults[0]]).toMatchObject([422, { code: 'change-requests.own-address', pointer: '/email' }])
  })
})

describe('a question answered by its link', () => {
  const questioned = async () => {
    const made = await asked()
    await act(helpdesk, made.id, 'say', { id: randomUUID(), text: 'Tot wanneer?', to: 'library', asks: true })
    const mails = await post()
    return { ...made, token: tokenIn(mails.find(({ to, subject }) => to === of(manager) && subject.includes('vraag over'))?.text ?? '') }
  }

  test('goes on as any answer, under the name of whoever got the mail', async () => {
    const { id, token } = await questioned()
    expect((await link('', { token })).json()).toMatchObject({ question: 'Tot wanneer?', purpose: 'reply' })
    expect((await link('/answer', { token, text: 'Tot 1 mei.' })).statusCode).toBe(200)
    const { body } = await helpdesk.get(`/api/requests/${id}`)
    expect([body.state, body.notes.at(-1)]).toMatchObject(['in-review', { kind: 'answer', by: { id: manager.id }, text: 'Tot 1 mei.' }])
    const audited = await here.database.owner('audit').where({ table_name: 'request', row_id: id }).orderBy('id', 'desc').first('actor')
    expect(audited.actor).toBe(manager.id)
  })

  test('works for fourteen days, until the next one, and for whoever still is who they were', async () => {
    const old = await questioned()
    later({ hours: 14 * 24 + 1 })
    expect((await link('', { token: old.token })).statusCode).toBe(410)
    const { id, token } = await questioned()
    await act(helpdesk, id, 'say', { id: randomUUID(), text: 'En waarom?', to: 'library', asks: true })
    const next = tokenIn((await post())[0]?.text ?? '')
    expect([(await link('', { token })).statusCode, (await link('', { token: next })).statusCode]).toEqual([410, 200])
    await here.database.owner('staff').where({ id: manager.id }).update({ email: 'elders@proef.be' })
    expect((await link('/answer', { token: next, text: 'x' })).statusCode).toBe(410)
    await here.database.owner('staff').where({ id: manager.id }).update({ email: of(manager) })
    await act(manager, id, 'withdraw')
    expect((await link('/answer', { token: next, text: 'x' })).statusCode).toBe(410)
    for (const wrong of ['x', `${next.slice(0, -1)}_`, next.toLowerCase()]) expect((await link('', { token: wrong })).statusCode).toBe(410)
  })

  test('two answers at once are one', async () => {
    const { id, token } = await questioned()
    const both = await Promise.all(['een', 'twee'].map(text => link('/answer', { token, text })))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
    expect((await helpdesk.get(`/api/requests/${id}`)).body.notes.filter((one: { kind: string }) => one.kind === 'answer')).toHaveLength(1)
  })

  test('its token stands nowhere but in the mail, and goes when it left; a request reads no link', async () => {
    const { id, token } = await questioned()
    const { owner } = here.database
    for (const table of ['request_link', 'audit_body', 'event', 'mail', 'request_note'])
      expect((await owner.raw(`select count(*)::int as n from ${table} t where t::text like ?`, [`%${token}%`])).rows[0].n, table).toBe(0)
    await expect(here.installation.knex('request_link').select('id')).rejects.toMatchObject({ code: '42501' })
    expect(await owner('mail').where({ about: id }).whereNotNull('secret')).toEqual([])
  })

  test('is asked for once more after five working days, once', async () => {
    const run = () => inWork(here.installation, asSystem, remind)
    here.clock.now = Temporal.Instant.from('2027-03-05T09:00:00Z')
    await run()
    await post()
    const { number } = await questioned()
    for (const day of ['2027-03-08', '2027-03-11']) {
      here.clock.now = Temporal.Instant.from(`${day}T09:00:00Z`)
      await run()
      expect(await post()).toEqual([])
    }
    here.clock.now = Temporal.Instant.from('2027-03-12T09:00:00Z')
    await run()
    await run()
    const mails = await post()
    expect(brief(mails)).toEqual([`${of(manager)}: Er wacht nog een vraag over je aanvraag nr. ${number}`])
    expect((await link('', { token: tokenIn(mails[0]?.text ?? '') })).json()).toMatchObject({ question: 'Tot wanneer?' })
    here.clock.now = Temporal.Instant.from('2027-06-01T09:00:00Z')
    await inWork(here.installation, asSystem, forgetOldRequestLinks)
    expect(await here.database.owner('request_link').count('* as n')).toEqual([{ n: 0 }])
  })
})

describe('across a wall', () => {
  test('another library reads nothing of it, mails least of all', async () => {
    const { id } = await asked()
    await post()
    expect((await other.get(`/api/requests/${id}`)).status).toBe(404)
    expect((await other.get('/api/mail?q=aanvraag')).body.total).toBe(0)
  })

  test('a library that its change comes to bind while it waits reads it too', async () => {
    const { id } = await asked()
    const zoersel = (await here.database.owner('staff').where({ id: other.id }).first('library_id')).library_id
    await here.database.owner('change_set').where({ id }).update({ joined_ids: [zoersel] })
    const { status, body } = await other.get(`/api/requests/${id}`)
    expect([status, body.may]).toEqual([200, ['say', 'attach']])
    expect((await other.get('/api/requests?box=mine')).body.data.map((line: { id: string }) => line.id)).toEqual([id])
  })
})
