import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { deliverEvents } from '#core/outbox.ts'
import { deliverMail } from '#plugins/mail/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { openLetterBox, type LetterBox } from '../mail/letter-box.ts'

let box: LetterBox
let here: Opened
let library: string
let branch: string
let manager: Staff
let admin: Staff
let helpdesk: Staff
let colleague: Staff
let boss: Staff
const addresses = new Map<string, string>()

beforeAll(async () => {
  box = await openLetterBox()
  here = await openInstallation({ mailServer: box.server })
  library = await here.unit('library', 'Bib Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', library)
  manager = await here.staff('branch-manager', branch)
  admin = await here.staff('library-admin', library)
  helpdesk = await here.staff('helpdesk')
  colleague = await here.staff('helpdesk')
  boss = await here.staff('system-admin')
  for (const { id, email } of await here.database.owner('staff').select('id', 'email')) addresses.set(id, email)
})
afterAll(async () => {
  await here.close()
  await box.close()
})

const of = (who: Staff) => addresses.get(who.id) ?? ''
/** What arrived since somebody last looked. */
async function post() {
  box.received.length = 0
  await deliverEvents(here.installation)
  await deliverMail(here.installation)
  return box.received.map(({ to, subject, text, html }) => ({ to: to?.[0]?.address ?? '', subject: subject ?? '', text: text ?? '', html: html ?? '' }))
}
const readers = async () => (await post()).map(({ to }) => to).sort()

let rules = 0
async function asked(form = 'change-requests.change', more: object = {}): Promise<{ id: string; number: number }> {
  const payload = { unit: branch, key: `feest${++rules}`, from: null, to: null, rule: { on: { date: '07-11' }, kind: 'G', text: 'Feest' } }
  const { status, body } = await manager.post('/api/requests', {
    id: randomUUID(), form, unit: branch, filled: {}, ...(form === 'change-requests.change' && { items: [{ kind: 'branches.set-rule', payload }] }), ...more,
  })
  expect([status, body.faults]).toEqual([201, undefined])
  return body
}
const question = () => asked('change-requests.question', { filled: { text: 'Wie mag wat?' } })
const names = (name: string) => ({ nl: name, en: name, fr: name })
const team = (code: string, members: readonly Staff[], forms: readonly string[] = []) => ({
  kind: 'change-requests.set-team', payload: { code, team: { name: names(code), forms, members: members.map(({ id }) => id) } },
})
const found = async (who: Staff, query: string): Promise<string[]> =>
  (await who.get(`/api/requests?box=inbox&${query}`)).body.data.map(({ id }: { id: string }) => id)

describe('a team', () => {
  test('what lands with it is mailed to its members alone, and stands in the queue of their teams', async () => {
    expect((await boss.change([team('vragen', [colleague], ['change-requests.question'])])).status).toBe(201)
    const { id } = await question()
    expect(await readers()).toEqual([of(colleague), of(manager)].sort())
    const { id: other } = await asked()
    expect(await readers()).toEqual([of(colleague), of(helpdesk), of(boss), of(manager)].sort())
    expect([await found(colleague, 'team=mine'), await found(helpdesk, 'team=mine')]).toEqual([[id], []])
    const { counts } = (await colleague.get('/api/requests?box=inbox')).body
    expect(counts).toMatchObject({ team: 1, open: 2 })
    await helpdesk.post(`/api/requests/${other}/handle`, { team: 'vragen' })
    expect(await readers()).toEqual([of(colleague)])
    expect((await found(colleague, 'team=mine')).sort()).toEqual([id, other].sort())
  })

  test('of whom nobody may handle it any more leaves nothing unheard', async () => {
    expect((await boss.change([team('oud', [admin])])).status).toBe(201)
    const { id } = await question()
    await post()
    await colleague.post(`/api/requests/${id}/handle`, { team: 'oud' })
    expect(await readers()).toEqual([])
    await manager.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'En?', to: 'library' })
    expect(await readers()).toEqual([of(colleague), of(helpdesk), of(boss)].sort())
  })

  test('whoever is given a request hears so; who takes it themselves does not', async () => {
    const { id, number } = await question()
    await post()
    await helpdesk.post(`/api/requests/${id}/handle`, { assignee: colleague.id })
    const [mail, ...more] = await post()
    expect([mail?.to, mail?.subject, more]).toEqual([of(colleague), expect.stringContaining(`Aanvraag nr. ${number} is voor jou`), []])
    expect(mail?.text).toContain(`/#/inbox/${id}`)
    await helpdesk.post(`/api/requests/${id}/handle`, { assignee: helpdesk.id })
    expect(await post()).toEqual([])
  })

  test('that does not exist is given nothing; one that does is known with its members and to whom it is offered first', async () => {
    const { id } = await question()
    const refused = await helpdesk.post(`/api/requests/${id}/handle`, { team: 'nergens' })
    expect([refused.status, refused.body.faults]).toMatchObject([422, [{ code: 'change-requests.no-team', pointer: '/team' }]])
    const { body: setup } = await helpdesk.get('/api/requests/setup')
    const named = setup.teams.find(({ code }: { code: string }) => code === 'vragen').members
    expect(named).toEqual([{ id: colleague.id, name: expect.stringContaining('helpdesk') }])
    for (const where of ['', `?unit=${branch}`]) {
      const { data } = (await helpdesk.get(`/api/requests/handlers${where}`)).body
      expect(data.filter(({ teams }: { teams: string[] }) => teams.includes('vragen')).map((one: { id: string }) => one.id)).toEqual([colleague.id])
      expect(data.map((one: { id: string }) => one.id).sort()).toEqual([helpdesk, colleague, boss].map(one => one.id).sort())
    }
  })

  test('is changed by whoever sets up, with people who are there, and its change is in history', async () => {
    expect((await admin.change([team('vragen', [admin])])).status).toBe(403)
    const strange = await boss.change([{ kind: 'change-requests.set-team', payload: { code: 'vragen', team: { name: names('x'), forms: [], members: [randomUUID()] } } }])
    expect([strange.status, strange.body.faults[0]]).toMatchObject([422, { code: 'change-requests.no-member' }])
    expect((await boss.change([team('mine', [])])).body.faults[0]).toMatchObject({ code: 'change-requests.own-teams' })
    const { version } = (await boss.change([team('vragen', [helpdesk])])).body
    expect(version).toBeGreaterThan(0)
    const audited = await here.database.owner('segment').where({ fact: 'change-requests.team', key: 'vragen' }).whereNull('ended_in').first('body')
    expect(audited.body.members).toEqual([helpdesk.id])
  })
})

describe('what two must approve', () => {
  test('is mailed, after the first yes, to those who can give the second and to nobody else', async () => {
    await here.apply({ kind: 'permissions.set-role', payload: { code: 'answers', unit: SYSTEM, from: '2026-11-01', role: {
      name: names('answers'), permissions: ['core.see', 'core.decide', 'change-requests.handle'],
    } } })
    const answers = await here.staff('answers')
    const other = await here.staff('system-admin')
    for (const { id, email } of await here.database.owner('staff').select('id', 'email')) addresses.set(id, email)
    const id = randomUUID()
    const { status } = await manager.post('/api/changes', { id, asRequest: true, reason: 'besluit van de raad', items: [{ kind: 'parameters.set', payload: {
      unit: library, parameter: 'notices.collection-mode', value: 'municipal', from: '2027-01-01', to: null,
    } }] })
    expect(status).toBe(201)
    await post()
    const first = await helpdesk.post(`/api/requests/${id}/approve`, { text: 'ja' })
    expect([first.status, first.body.state]).toEqual([200, 'approved'])
    expect(await readers()).toEqual([of(colleague), of(boss), of(other)].sort())
    expect((await answers.get(`/api/requests/${id}`)).status).toBe(200)
    expect((await colleague.post(`/api/requests/${id}/approve`, {})).body.state).toBe('applied')
  })
})

describe('approved together', () => {
  test('each reader gets one mail that lists theirs, with what was said and where to look; one alone as ever', async () => {
    const own = [await asked(), await asked('change-requests.change', { applyOn: '2026-12-01' }), await asked()]
    const theirs = await admin.post('/api/requests', { id: randomUUID(), form: 'change-requests.question', unit: library, filled: { text: 'Mag het?' } })
    await post()
    const went = await helpdesk.post('/api/requests/approve', { ids: [...own, theirs.body].map(({ id }) => id), text: 'Veel plezier!' })
    expect(went.body.data.map(({ refused }: { refused: string | null }) => refused)).toEqual([null, null, null, null])
    const mails = await post()
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      [of(manager), '3 aanvragen zijn goedgekeurd'], [addresses.get(admin.id), `Je aanvraag nr. ${theirs.body.number} is uitgevoerd`],
    ].sort())
    const mail = mails.find(({ to }) => to === of(manager))
    for (const { id, number } of own) {
      expect(mail?.text).toMatch(new RegExp(`Nr\\. ${number}: .+:\nhttps://filiaal\\.proef\\.be/#/requests/${id}`))
      expect(mail?.html).toContain(`<a href="https://filiaal.proef.be/#/requests/${id}"`)
      expect((await helpdesk.get(`/api/requests/${id}`)).body.mails.map(({ kind }: { kind: string }) => kind)).toContain('change-requests.together')
    }
    expect(mail?.text).toContain('Veel plezier!')
    expect(mail?.text).toMatch(/Uitgevoerd:[^]+Gepland, gaat vanzelf in:[^]+\(op 1 december 2026\)/)
    expect(await post()).toEqual([])
  })

  test('a mail about several that came back shows at each of them', async () => {
    const own = [await asked(), await asked()]
    await post()
    await helpdesk.post('/api/requests/approve', { ids: own.map(({ id }) => id) })
    await post()
    await here.database.owner('mail').where({ kind: 'change-requests.together' }).update({ state: 'bounced' })
    for (const { id } of own) expect((await helpdesk.get(`/api/requests/${id}`)).body.bounced).toBe(true)
    const lines = (await helpdesk.get('/api/requests?box=inbox&sort=new&state=ended&limit=2')).body.data
    expect(lines.map((line: { bounced: boolean }) => line.bounced)).toEqual([true, true])
  })
})

describe('late', () => {
  test('is only what waits for the helpdesk, and while the library is asked the clock stands still', async () => {
    const [{ id }, { id: waits }] = [await question(), await question()]
    await here.database.owner('request').update({ due_on: '2026-12-31' })
    for (const one of [id, waits]) await helpdesk.post(`/api/requests/${one}/handle`, { dueOn: '2026-11-24' })
    await helpdesk.post(`/api/requests/${id}/say`, { id: randomUUID(), text: 'Wanneer?', to: 'library', asks: true })
    here.clock.now = Temporal.Instant.from('2026-11-26T09:00:00Z')
    await here.database.owner('session').update({ expires_at: '2030-01-01', idle_minutes: null })
    const late = () => found(helpdesk, 'due=late')
    // What waits for the library stands after all that waits for the helpdesk, whatever its day was.
    expect((await found(helpdesk, 'sort=due&state=open&limit=100')).indexOf(waits)).toBe(0)
    expect((await found(helpdesk, 'sort=due&state=open&limit=100')).indexOf(id)).toBeGreaterThan(0)
    expect([await late(), (await helpdesk.get('/api/requests?box=inbox')).body.counts.late]).toEqual([[waits], 1])
    await manager.post(`/api/requests/${id}/answer`, { id: randomUUID(), text: 'In mei.' })
    expect((await helpdesk.get(`/api/requests/${id}`)).body).toMatchObject({ dueOn: '2026-11-27', late: false })
    await here.database.owner('request').where({ id: waits }).update({ state: 'approved' })
    expect(await late()).toEqual([])
  })
})
