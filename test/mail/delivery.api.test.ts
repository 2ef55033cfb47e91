import { spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { Heartbeat } from '#core/heartbeat.ts'
import { Refusal } from '#core/refusal.ts'
import { makeLink, useLink } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { deliverMail, queueMail, type NewMail } from '#plugins/mail/index.ts'
import { eraseSpentSecrets, forgetOldMail } from '#plugins/mail/delivery.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { answer, openLetterBox, type LetterBox } from './letter-box.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
let box: LetterBox
let here: Opened
let zwalm: UnitId

beforeAll(async () => {
  box = await openLetterBox()
  here = await openInstallation({ mailServer: box.server })
  zwalm = await here.unit('library', 'Zwalm')
})
afterAll(async () => {
  await here.close()
  await box.close()
})
afterEach(async () => {
  box.mood = {}
  await later(1)
  await here.database.owner('mail').update({ again_as: null })
  await here.database.owner('mail').delete()
  box.received.length = 0
  box.heard = 0
})

const later = async (minutes: number) => { here.clock.now = here.clock.now.add({ minutes }) }
const work = <T>(act: (ctx: OpenContext) => Promise<T>) => inWork(here.installation, asSystem, act)
const queue = (more: Partial<NewMail> = {}) => work(ctx => queueMail(ctx, {
  to: { name: 'Els Peeters', address: 'els@proef.be', language: 'nl' }, unit: zwalm, kind: 'test.greeting',
  text: { subject: 'Dag Els', paragraphs: ['Hallo é & <b>jij</b>.', { label: 'Kijk hier', address: 'https://x.be/?a=1&b=2' }] },
  ...more,
}))
const row = async (id: string) => (await here.database.owner('mail').where({ id }).first()) as Record<string, unknown>

describe('a mail', () => {
  test('arrives as text and as HTML, with what makes it one mail', async () => {
    const id = await queue({ replyTo: 'bib@zwalm.be' })
    expect(await deliverMail(here.installation)).toBe(1)
    const [mail] = box.received
    expect(mail).toMatchObject({
      subject: 'Dag Els', from: { name: 'Filiaal', address: 'filiaal@proef.be' },
      to: [{ name: 'Els Peeters', address: 'els@proef.be' }], messageId: `<${id}@proef.be>`,
      envelope: { from: 'filiaal@proef.be', to: ['els@proef.be'] }, replyTo: [{ address: 'bib@zwalm.be' }],
    })
    expect(mail?.text?.trim()).toBe('Hallo é & <b>jij</b>.\n\nKijk hier:\nhttps://x.be/?a=1&b=2')
    expect(mail?.html).toContain('Hallo é &amp; &lt;b&gt;jij&lt;/b&gt;.')
    expect(mail?.html).toContain('href="https://x.be/?a=1&amp;b=2"')
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(await row(id)).toMatchObject({ state: 'sent', tries: 1, failure: null })
  })

  test('of work that is rolled back is never sent', async () => {
    await work(async ctx => {
      await queueMail(ctx, {
        to: { name: 'Els', address: 'els@proef.be', language: 'nl' }, unit: zwalm, kind: 'test.greeting',
        text: { subject: 'Nooit', paragraphs: ['x'] },
      })
      throw new Error('no')
    }).catch(() => undefined)
    expect([await deliverMail(here.installation), box.heard]).toEqual([0, 0])
  })

  test('leaves once, however many processes deliver', async () => {
    for (let n = 0; n < 12; n++) await queue()
    const other = await here.second()
    const sent = await Promise.all([here.installation, other.installation, here.installation].map(one => deliverMail(one)))
    expect(sent.reduce((sum, one) => sum + one)).toBe(12)
    expect(new Set(box.received.map(({ messageId }) => messageId)).size).toBe(12)
    expect(box.heard).toBe(12)
    await other.app.close()
  })

  test('leaves at the next heartbeat by itself', async () => {
    await queue()
    const heartbeat = new Heartbeat(here.installation, { error: () => undefined } as never)
    heartbeat.start()
    await expect.poll(() => box.received.length).toBe(1)
    await heartbeat.stop()
  })

  test.each([
    ['a name', { to: { name: 'Els\r\nBcc: all@proef.be', address: 'els@proef.be', language: 'nl' as const } }, '/name'],
    ['an address', { to: { name: 'Els', address: 'els@proef.be\nBcc: all@proef.be', language: 'nl' as const } }, '/email'],
    ['a subject', { text: { subject: 'Dag\r\nBcc: all@proef.be', paragraphs: [] } }, '/subject'],
    ['a reply address', { replyTo: 'x@proef.be\r\nBcc: all@proef.be' }, '/reply-to'],
    ['a subject with a Unicode line end', { text: { subject: 'Dag\u2028Els', paragraphs: [] } }, '/subject'],
  ])('that would forge a header with %s is refused', async (_what, more, pointer) => {
    const refusal = await queue(more).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).faults.map(fault => fault.pointer)).toEqual([pointer])
  })

  test('reaches one person, whatever signs their name holds', async () => {
    await queue({ to: { name: 'Els, "de baas" <alle@proef.be>', address: 'els@proef.be', language: 'nl' } })
    await deliverMail(here.installation)
    expect(box.received[0]).toMatchObject({
      to: [{ name: 'Els, "de baas" <alle@proef.be>', address: 'els@proef.be' }], envelope: { to: ['els@proef.be'] },
    })
  })

  test('is forgotten after a year and a bit, unless it still waits', async () => {
    const [old, waiting] = [await queue(), await queue()]
    await here.database.owner('mail').update({ at: '2025-01-01T00:00:00Z' })
    await here.database.owner('mail').where({ id: old }).update({ state: 'failed' })
    await work(forgetOldMail)
    expect([await row(old), (await row(waiting))['state']]).toEqual([undefined, 'waiting'])
  })
})

describe('a mail server', () => {
  test('that is away for a while gets the mail later, and is left alone meanwhile', async () => {
    const gone = await openInstallation({ mailServer: { url: 'smtp://127.0.0.1:1', from: 'a@proef.be' } })
    await inWork(gone.installation, asSystem, ctx => queueMail(ctx, {
      to: { name: 'Els', address: 'els@proef.be', language: 'nl' }, kind: 'test.greeting',
      unit: '00000000-0000-4000-8000-000000000000', text: { subject: 'Dag', paragraphs: ['x'] },
    }))
    await expect(deliverMail(gone.installation)).rejects.toThrow('no-connection')
    expect(await deliverMail(gone.installation)).toBe(0)
    expect((await gone.app.inject('/ready')).json().lag.mail).toEqual({ waiting: 1, failed: 0 })
    expect(await gone.database.owner('mail').first()).toMatchObject({ state: 'waiting', tries: 1, failure: 'no-connection' })
    await gone.close()
  })

  test('that says not now gets the same mail again, later and later', async () => {
    const id = await queue()
    box.mood.words = () => answer(451, 'Try again later')
    await expect(deliverMail(here.installation)).rejects.toThrow('not-now')
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 1, failure: 'not-now', failure_said: '451 Try again later' })
    await later(1)
    expect(await deliverMail(here.installation)).toBe(0)
    expect(box.heard).toBe(1)
    box.mood = {}
    await later(2)
    expect(await deliverMail(here.installation)).toBe(1)
    expect(box.received[0]?.messageId).toBe(`<${id}@proef.be>`)
    expect(await row(id)).toMatchObject({ state: 'sent', tries: 2, failure: null, failure_said: null })
  })

  test('that refuses one address holds up nobody else', async () => {
    const [wrong, right] = [await queue({ to: { name: 'Wie', address: 'niemand@proef.be', language: 'nl' } }), await queue()]
    box.mood.address = to => to.startsWith('niemand') ? answer(550, 'No such user') : undefined
    expect(await deliverMail(here.installation)).toBe(1)
    expect([await row(wrong), await row(right)]).toMatchObject([
      { state: 'bounced', failure: 'address-refused', failure_said: '550 No such user' }, { state: 'sent' },
    ])
    expect((await here.app.inject('/ready')).json().lag.mail).toEqual({ waiting: 0, failed: 1 })
  })

  test('that refuses for good is not asked for ever', async () => {
    const id = await queue()
    box.mood.words = () => answer(554, 'Spam')
    expect(await deliverMail(here.installation)).toBe(0)
    expect(await row(id)).toMatchObject({ state: 'failed', failure: 'refused', tries: 1 })
  })

  test('that goes on saying not now is given up at last', async () => {
    const id = await queue()
    box.mood.words = () => answer(451, 'Later')
    for (let n = 0; n < 25 && (await row(id))['state'] === 'waiting'; n++) {
      await deliverMail(here.installation).catch(() => undefined)
      await later(300)
    }
    expect(await row(id)).toMatchObject({ state: 'failed', tries: 20, failure: 'not-now' })
  })
})

describe('a process killed', () => {
  test('before the words are handed over leaves the mail to another, which sends it', async () => {
    const id = await queue()
    await here.database.owner('mail').update({ tries: 1, try_at: here.clock.now.add({ minutes: 5 }).toString() })
    expect(await deliverMail(here.installation)).toBe(0)
    await later(6)
    expect(await deliverMail(here.installation)).toBe(1)
    expect(await row(id)).toMatchObject({ state: 'sent', tries: 2 })
  })

  test('while the words are on their way leaves it unsure, and nobody sends it twice by itself', async () => {
    const id = await queue()
    const heard = new Promise<void>(done => { box.onWords = done })
    box.mood.words = () => 'hang'
    const { rows: [{ name }] } = await here.database.owner.raw('select current_database() as name')
    const child = spawn(process.execPath, ['--input-type=module', '--eval', deliverer], {
      cwd: `${import.meta.dirname}/../..`, stdio: 'inherit',
      env: { ...process.env, DELIVER: JSON.stringify({
        host: inject('postgres'), database: name, server: box.server, now: here.clock.now.toString(),
      }) },
    })
    await heard
    child.kill('SIGKILL')
    await new Promise(gone => child.once('close', gone))
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 1 })
    box.mood = {}
    await later(6)
    expect(await deliverMail(here.installation)).toBe(0)
    expect(await row(id)).toMatchObject({ state: 'unsure', failure: 'cut-short', tries: 1 })
    expect(box.heard).toBe(1)
  })

  /** Another process over the same database. */
  const deliverer = `
    const { openDatabase } = await import('#core/database.ts')
    const { Installation } = await import('#core/installation.ts')
    const { assemble } = await import('#core/registry.ts')
    const { plugins } = await import('#plugins/index.ts')
    const { deliverMail } = await import('#plugins/mail/index.ts')
    const { host, database, server, now } = JSON.parse(process.env.DELIVER)
    const { app, job } = await openDatabase({ host, database })
    const clock = () => Temporal.Instant.from(now)
    await deliverMail(new Installation({ knex: app, job, registry: assemble(plugins), mailServer: server, clock }))`
})

describe('the secret of a one-time link', () => {
  const withLink = async () => {
    const { id: staff } = await here.staff('desk', zwalm)
    const token = await work(ctx => makeLink(ctx, 'invitation', staff))
    const id = await queue({
      secret: token, text: { subject: 'Welkom', paragraphs: [{ label: 'Begin', address: 'https://x.be/#/i?token=', secret: true }] },
    })
    return { id, token }
  }

  test('is in the mail, and nowhere else once that has left', async () => {
    const { id, token } = await withLink()
    expect(JSON.stringify({ ...await row(id), secret: null })).not.toContain(token)
    await deliverMail(here.installation)
    expect(box.received[0]?.text).toContain(`https://x.be/#/i?token=${token}`)
    expect(box.received[0]?.html).toContain(`href="https://x.be/#/i?token=${token}"`)
    expect(JSON.stringify(await row(id))).not.toContain(token)
    const bodies = await here.database.owner.raw('select count(*)::int as n from audit_body where body::text like ?', [`%${token}%`])
    expect(bodies.rows[0].n).toBe(0)
  })

  test('is erased when the link is used or has run out before the mail could leave, which then stays', async () => {
    const [used, old] = [await withLink(), await withLink()]
    await work(ctx => useLink(ctx, used.token, 'invitation'))
    await eraseSpentSecrets(here.installation)
    expect([(await row(used.id))['secret'], (await row(old.id))['secret']]).toEqual([null, old.token])
    await later(60 * 80)
    await eraseSpentSecrets(here.installation)
    expect((await row(old.id))['secret']).toBeNull()
    expect(await deliverMail(here.installation)).toBe(0)
    expect(await row(used.id)).toMatchObject({ state: 'failed', failure: 'link-spent' })
    expect(box.heard).toBe(0)
  })

  test('never lands where somebody typed its place', async () => {
    const { token } = await withLink()
    await queue({ secret: token, text: { subject: 'x', paragraphs: ['hier: \u{E000}'] } })
    await deliverMail(here.installation)
    expect(box.received.filter(({ text }) => text?.includes(token))).toHaveLength(1)
  })
})
