import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { definePlugin } from '#core/plugin.ts'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { plugins } from '#plugins/index.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { answerResets } from '#plugins/sign-in/password-reset.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openLetterBox, type LetterBox } from '../mail/letter-box.ts'

const OLD = 'een goed wachtwoord'
const NEW = 'een beter wachtwoord'
let box: LetterBox
let here: Opened
let zwalm: UnitId
/** Of whom a second factor is asked, whatever they sign in with. */
const cautious = new Set<string>()

beforeAll(async () => {
  box = await openLetterBox()
  const factor = definePlugin({
    name: 'factor', asksMore: (_ctx: OpenContext, { id }: { id: string }) => Promise.resolve(cautious.has(id) ? { factor: 'totp' } : null),
  })
  here = await openInstallation({ mailServer: box.server, plugins: [...plugins, factor] })
  zwalm = await here.unit('library', 'Zwalm')
})
afterAll(async () => {
  await here.close()
  await box.close()
})
beforeEach(async () => {
  here.clock.now = here.clock.now.add({ minutes: 20 })
  await mailed()
})

const post = (url: string, payload: object, remoteAddress = '127.0.0.1') =>
  here.app.inject({ method: 'POST', url, payload, remoteAddress })
const ask = (email: string, network?: string) => post('/api/password-reset', { email }, network)
const choose = (token = '', password = NEW) => post('/api/invitation', { token, password })
const signIn = (email: string, password: string) => post('/api/session', { email, password })

async function somebody(language: 'nl' | 'en' | 'fr' = 'nl'): Promise<Staff & { email: string }> {
  const staff = await here.staff('desk', zwalm)
  await inWork(here.installation, { actor: SYSTEM_ACTOR, language }, ctx => setPassword(ctx, staff.id, OLD))
  await staff.send('PATCH', '/api/session', { language })
  return { ...staff, email: (await staff.get('/api/session')).body.staff.email }
}

/** Everything that follows an answer, as the heartbeat does it; then the mails that came in. */
async function mailed() {
  await answerResets(here.installation)
  await deliverEvents(here.installation)
  await deliverMail(here.installation)
  return box.received.splice(0)
}
const tokenIn = (text = '') => /https:\/\/filiaal\.proef\.be\/#\/reset\?token=([\w-]+)/.exec(text)?.[1]

describe('who lost their password', () => {
  test('gets a link that sets a new one, ends every other session and is told so', async () => {
    const els = await somebody()
    expect((await ask(` ${els.email.toUpperCase()} `)).statusCode).toBe(202)
    const [mail] = await mailed()
    expect(mail).toMatchObject({ subject: 'Een nieuw wachtwoord kiezen', to: [{ address: els.email }] })
    expect((await els.get('/api/session')).status).toBe(200)
    const entered = await choose(tokenIn(mail?.text))
    expect([entered.statusCode, entered.json().staff.id]).toEqual([200, els.id])
    expect((await els.get('/api/session')).status).toBe(401)
    expect([(await signIn(els.email, OLD)).statusCode, (await signIn(els.email, NEW)).statusCode]).toEqual([401, 200])
    expect((await mailed()).map(({ subject, to }) => [subject, to?.[0]?.address])).toEqual([['Je wachtwoord is gewijzigd', els.email]])
    expect((await choose(tokenIn(mail?.text), 'nog een wachtwoord')).statusCode).toBe(410)
  })

  test.each([['en', 'Choose a new password', 'Your password was changed'],
    ['fr', 'Choisir un nouveau mot de passe', 'Votre mot de passe a été modifié']] as const,
  )('is written to in their own language: %s', async (language, subject, changed) => {
    const els = await somebody(language)
    await ask(els.email)
    const [mail] = await mailed()
    expect(mail?.subject).toBe(subject)
    await choose(tokenIn(mail?.text))
    expect((await mailed())[0]?.subject).toBe(changed)
  })

  test('has half an hour, and only with the newest link', async () => {
    const els = await somebody()
    await ask(els.email)
    const [first] = await mailed()
    await ask(els.email)
    const [second] = await mailed()
    expect((await choose(tokenIn(first?.text))).statusCode).toBe(410)
    here.clock.now = here.clock.now.add({ minutes: 31 })
    expect((await choose(tokenIn(second?.text))).statusCode).toBe(410)
    expect((await signIn(els.email, OLD)).statusCode).toBe(200)
  })

  test('is still asked for their second factor', async () => {
    const els = await somebody()
    cautious.add(els.id)
    await ask(els.email)
    const entered = await choose(tokenIn((await mailed())[0]?.text))
    expect([entered.statusCode, entered.json(), entered.headers['set-cookie']]).toEqual([202, { asked: { factor: 'totp' } }, undefined])
  })

  test('keeps the link when the new password is too short', async () => {
    const els = await somebody()
    await ask(els.email)
    const token = tokenIn((await mailed())[0]?.text)
    expect([(await choose(token, 'kort')).statusCode, (await choose(token)).statusCode]).toEqual([422, 200])
  })
})

describe('nobody learns who has an account', () => {
  test('from the answer, which is the same, nor from mail, which is none', async () => {
    const els = await somebody()
    const gone = await somebody()
    await here.database.owner('segment').where({ fact: 'core.account', key: gone.id }).update({ ended_in: 1_000_000 })
    await here.database.owner('staff_password').where({ staff_id: gone.id }).delete()
    const answers = [await ask(els.email), await ask('niemand@proef.be'), await ask(gone.email), await ask('geen adres')]
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(new Set(['202 {}']))
    expect((await mailed()).map(({ to }) => to?.[0]?.address)).toEqual([els.email])
  })

  test('from the rows either way of asking leaves', async () => {
    const els = await somebody()
    await ask(els.email)
    await ask('iemand@proef.be')
    const rows = await here.database.owner('password_reset').whereNull('done_at')
    expect(rows.map(({ email }) => email).sort()).toEqual([els.email, 'iemand@proef.be'].sort())
    expect(await here.database.owner('mail').where({ staff_id: els.id })).toEqual([])
    await mailed()
  })

  test('from how often one may ask', async () => {
    const els = await somebody()
    const tries = async (email: string) =>
      (await Promise.all(Array.from({ length: 5 }, () => ask(email)))).map(({ statusCode }) => statusCode).sort()
    expect(await tries(els.email)).toEqual([202, 202, 202, 429, 429])
    expect(await tries('niemand@elders.be')).toEqual([202, 202, 202, 429, 429])
    expect(await mailed()).toHaveLength(1)
    here.clock.now = here.clock.now.add({ minutes: 16 })
    expect((await ask(els.email)).statusCode).toBe(202)
  })

  test('from one network more than a few times', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 22; n++) statuses.push((await ask(`iemand${n}@proef.be`, '10.0.0.7')).statusCode)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 202), 429, 429])
    expect((await ask('iemand@proef.be', '10.0.0.8')).statusCode).toBe(202)
  })
})

test('a link is answered once, however many processes answer', async () => {
  const els = await somebody()
  await ask(els.email)
  const other = await here.second()
  await Promise.all([here.installation, other.installation, here.installation].map(one => answerResets(one)))
  expect(await mailed()).toHaveLength(1)
  await other.app.close()
})
