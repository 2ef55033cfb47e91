import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineChange, type Item } from '#core/change.ts'
import { defineChangeKind, defineFact, definePermissions, Day, UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { definePlugin } from '#core/plugin.ts'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const texts = (text: string) => ({ nl: text, en: text, fr: text })
const may = definePermissions('door', { paint: texts('deuren schilderen') })
const colour = defineFact('door.colour', Type.String({ maxLength: 20 }))
const paint = defineChangeKind({
  name: 'door.paint', title: texts('Schilderen'),
  payload: Type.Object({ unit: UnitId, from: Day, to: Type.Union([Day, Type.Null()]), colour: Type.Union([Type.String({ maxLength: 10 }), Type.Null()]) },
    { additionalProperties: false }),
})
const roles = [
  { code: 'painter', name: texts('schilder'), permissions: [corePermissions.see, may.paint] },
  { code: 'chief', name: texts('chef'), permissions: [corePermissions.see, corePermissions.decide, corePermissions.correctPast, may.paint] },
  { code: 'looker', name: texts('kijker'), permissions: [corePermissions.see] },
]
/** The smallest plugin that has configuration: what colour a unit's door has. */
const door = definePlugin({
  name: 'door', permissions: may, facts: [colour], roles,
  changes: [defineChange(paint, {
    needs: (_reading, { unit }) => [{ permission: may.paint, unit }],
    refusals: (_reading, { from, to, colour: wanted }) => [
      ...(to !== null && to < from ? [{ code: 'door.backwards', pointer: '/to', message: texts('De laatste dag ligt voor de eerste.') }] : []),
      ...(wanted === 'black' ? [{ code: 'door.black', pointer: '/colour', message: texts('Zwart mag niet.') }] : []),
    ],
    lays: (_reading, { unit, from, to, colour: wanted }) => [{ fact: colour, unit, key: 'door', from, to, body: wanted }],
    sentence: (_reading, { colour: wanted, from }) => texts(`De deur wordt ${wanted} vanaf ${from}`),
  })],
})

let here: Opened
let branch: UnitId
let elsewhere: UnitId
let ann: Staff
let chief: Staff

beforeAll(async () => {
  here = await openInstallation({ plugins: [door] })
  const library = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Zwalm Munkzwalm', library)
  elsewhere = await here.unit('library', 'Zoersel')
  ann = await here.staff('painter', library)
  chief = await here.staff('chief')
})
afterAll(() => here.close())

const painting = (wanted: string | null, from: string, to: string | null = null, more: object = {}): Item =>
  ({ kind: 'door.paint', payload: { unit: branch, from, to, colour: wanted }, ...more }) as Item
const colourOn = (day: string) => here.installation.snapshot.current.at(colour, branch, 'door', day)?.body ?? null

describe('one door for configuration', () => {
  test('who holds the right applies at once, and history says so', async () => {
    const { status, body } = await ann.change([painting('red', '2027-01-01')], { reason: 'nieuwe huisstijl' })
    expect([status, body.state, body.by.name, body.reason]).toEqual([201, 'applied', expect.stringContaining('painter'), 'nieuwe huisstijl'])
    expect(colourOn('2026-12-31')).toBeNull()
    expect(colourOn('2027-01-01')).toBe('red')
    const history = await ann.get(`/api/changes?unit=${branch}`)
    expect(history.body.data[0]).toMatchObject({ sentences: ['De deur wordt red vanaf 2027-01-01'], mayPutBack: true })
  })

  test('every fault is named at once, at its field, and nothing is applied', async () => {
    const { version } = here.installation.snapshot.current
    const { status, body } = await ann.change([painting('black', '2027-05-01', '2027-04-01'), painting('far too long a colour', '2027-13-45')])
    expect(status).toBe(422)
    expect(body.faults.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual(
      ['/items/0/payload/colour', '/items/0/payload/to', '/items/1/payload/colour', '/items/1/payload/from'])
    expect(here.installation.snapshot.current.version).toBe(version)
  })

  test('sending the same set twice is the same act', async () => {
    const id = randomUUID()
    const send = () => ann.post('/api/changes', { id, items: [painting('green', '2027-02-01', '2027-02-10')] })
    const [first, second] = await Promise.all([send(), send()])
    expect([first.status, second.status].sort()).toEqual([201, 201])
    expect(first.body.version).toBe(second.body.version)
  })

  test('a preview shows the right that is missing and writes nothing', async () => {
    const looker = await here.staff('looker', branch)
    const { version } = here.installation.snapshot.current
    const { body } = await looker.post('/api/changes/preview', { items: [painting('blue', '2027-03-01')] })
    expect(body).toMatchObject({ mayApply: false, missing: [{ permission: 'door.paint', unitName: 'Zwalm Munkzwalm' }], faults: [] })
    expect(here.installation.snapshot.current.version).toBe(version)
  })

  test('a preview of very many items tells the first and how many more there are', async () => {
    const items = Array.from({ length: 2_010 }, (_, n) => painting('teal', `2041-01-${String(1 + n % 28).padStart(2, '0')}`))
    const { body } = await ann.post('/api/changes/preview', { items })
    expect([body.sentences.length, body.sentences.at(-1)]).toEqual([2_001, '… en nog 10 andere'])
  })

  test('who lacks the right is refused, may ask, and the approver’s right applies it', async () => {
    const looker = await here.staff('looker', branch)
    expect((await looker.change([painting('blue', '2027-03-01')])).status).toBe(403)
    const { status, body: asked } = await looker.change([painting('blue', '2027-03-01')], { asRequest: true })
    expect([status, asked.state]).toEqual([201, 'requested'])
    expect(colourOn('2027-03-01')).toBe('red')
    expect((await ann.post(`/api/changes/${asked.id}/decide`, { approve: true })).status).toBe(403)
    const decided = await chief.post(`/api/changes/${asked.id}/decide`, { approve: true, reason: 'mooi' })
    expect(decided.body).toMatchObject({ state: 'applied', decision: 'mooi' })
    expect(colourOn('2027-03-01')).toBe('blue')
    expect((await chief.post(`/api/changes/${asked.id}/decide`, { approve: true })).status).toBe(409)
  })

  test('of two editors the second is shown both versions', async () => {
    const seen = here.installation.snapshot.current.version
    expect((await ann.change([painting('white', '2028-01-01', '2028-01-31', { seen })])).status).toBe(201)
    const { status, body } = await chief.change([painting('grey', '2028-01-15', null, { seen })])
    expect(status).toBe(409)
    expect(body).toMatchObject({
      code: 'core.conflict', yours: [{ body: 'grey' }], theirs: [{ body: 'white', by: expect.stringContaining('painter') }],
    })
    expect((await chief.change([painting('grey', '2028-01-15', null, { seen: here.installation.snapshot.current.version })])).status).toBe(201)
  })

  test('a word taken away in the meantime is a conflict too', async () => {
    await ann.change([painting('pink', '2029-01-01', '2029-01-31')])
    const seen = here.installation.snapshot.current.version
    await ann.change([painting(null, '2029-01-01', '2029-01-31', { seen })])
    const { status, body } = await chief.change([painting('grey', '2029-01-10', '2029-01-12', { seen })])
    expect([status, body.theirs?.[0]?.body]).toEqual([409, null])
  })

  test('an act whose ground has shifted shows the new preview first', async () => {
    const items = [painting('cyan', '2030-01-01', '2030-12-31')]
    const { body: preview } = await ann.post('/api/changes/preview', { items })
    await chief.change([painting('lime', '2030-03-01', '2030-03-31')])
    const { status, body } = await ann.change(items, { fingerprint: preview.fingerprint })
    expect([status, body.code]).toEqual([409, 'core.ground-shifted'])
    expect((await ann.change(items, { fingerprint: body.preview.fingerprint })).status).toBe(201)
  })
})

describe('put back', () => {
  test('undoes a set from today; what was said before stands again under its author’s name', async () => {
    const { body: first } = await ann.change([painting('oak', '2031-01-01')])
    const { body: second } = await chief.change([painting('pine', '2031-06-01', '2031-06-30')])
    const { status, body } = await chief.post(`/api/changes/${second.id}/put-back`, { id: randomUUID(), mode: 'from-today', reason: 'vergissing' })
    expect([status, body.putsBack]).toEqual([201, second.id])
    expect(colourOn('2031-06-15')).toBe('oak')
    expect(here.installation.snapshot.current.at(colour, branch, 'door', '2031-06-15')?.saidIn).toBe(first.id)
    expect((await chief.get(`/api/changes/${second.id}`)).body).toMatchObject({ state: 'put-back', putBackBy: body.id })
    expect((await chief.post(`/api/changes/${second.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).body.code).toBe('core.already-put-back')
  })

  test('a put back can itself be put back', async () => {
    const { body: set } = await ann.change([painting('steel', '2032-01-01', '2032-01-31')])
    const { body: undone } = await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(colourOn('2032-01-10')).not.toBe('steel')
    await ann.post(`/api/changes/${undone.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(colourOn('2032-01-10')).toBe('steel')
  })

  test('names the later set that stands on it', async () => {
    const { body: set } = await ann.change([painting('teak', '2033-01-01', '2033-12-31')])
    await ann.change([painting('ash', '2033-05-01', '2033-05-31')])
    const { status, body } = await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect([status, body.code]).toEqual([409, 'core.stands-on'])
    expect(body.faults[0].message).toContain('ash vanaf 2033-05-01')
  })

  test('is not held up by what was laid over it and has been put back', async () => {
    const { body: set } = await ann.change([painting('elm', '2040-01-01', '2040-12-31')])
    const { body: later } = await ann.change([painting('fir', '2040-05-01', '2040-05-31')])
    await ann.post(`/api/changes/${later.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect((await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
    expect([colourOn('2040-01-15'), colourOn('2040-05-15')]).not.toContain('elm')
  })

  test('does not bring back what somebody took away since', async () => {
    await ann.change([painting('plain', '2041-01-01', '2041-12-31')])
    const { body: set } = await ann.change([painting('yew', '2041-03-01', '2041-03-31')])
    const { body: taken } = await ann.change([painting(null, '2041-03-10', '2041-03-12')])
    const { status, body } = await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect([status, body.faults?.[0]?.message]).toEqual([409, expect.stringContaining('null vanaf 2041-03-10')])
    await ann.post(`/api/changes/${taken.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect((await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
    expect(colourOn('2041-03-11')).toBe('plain')
  })

  test('a later change of what the set merely cut does not stand in its way', async () => {
    await ann.change([painting('base', '2034-01-01', '2034-12-31')])
    const { body: set } = await ann.change([painting('patch', '2034-06-01', '2034-06-30')])
    await ann.change([painting('other', '2034-02-01', '2034-02-28')])
    expect((await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
    expect([colourOn('2034-06-15'), colourOn('2034-02-15'), colourOn('2034-12-31')]).toEqual(['base', 'other', 'base'])
  })

  test('from today leaves the days gone by; as if it had never been asks for a right of its own', async () => {
    const { body: set } = await ann.change([painting('gold', '2026-11-01', '2026-12-24')])
    const never = { id: randomUUID(), mode: 'as-if-never' }
    expect((await ann.post(`/api/changes/${set.id}/put-back`, never)).status).toBe(403)
    const { body: preview } = await ann.post(`/api/changes/${set.id}/put-back`, { ...never, preview: true })
    expect(preview.missing[0].permission).toBe('core.correctPast')
    await ann.post(`/api/changes/${set.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect([colourOn('2026-11-22'), colourOn('2026-11-23')]).toEqual(['gold', null])
  })
})

describe('waiting', () => {
  test('a planned set is applied on its day, once, whichever process comes first', async () => {
    const { body: set } = await ann.change([painting('plum', '2035-01-01')], { applyOn: '2026-11-25' })
    expect(set.state).toBe('planned')
    expect(await applyDue(here.installation, '2026-11-24')).toBe(0)
    const other = await here.second()
    await Promise.all([applyDue(here.installation, '2026-11-25'), applyDue(other.installation, '2026-11-25')])
    expect((await ann.get(`/api/changes/${set.id}`)).body.state).toBe('applied')
    expect(colourOn('2035-01-01')).toBe('plum')
    await other.app.close()
  })

  test('a planned set whose author has lost the right stops and asks', async () => {
    const bea = await here.staff('painter', branch)
    const { body: set } = await bea.change([painting('rust', '2036-01-01')], { applyOn: '2026-11-26' })
    await here.apply({ kind: 'foundation.grant', payload: { staff: bea.id, role: 'looker', unit: elsewhere } })
    await withdraw(bea)
    await applyDue(here.installation, '2026-11-26')
    const { body } = await chief.get(`/api/changes/${set.id}`)
    expect(body).toMatchObject({ state: 'requested', decision: expect.stringContaining('rechten') })
  })

  test('a planned set whose author has no access any more stops and asks', async () => {
    const eve = await here.staff('painter', branch)
    const { body: set } = await eve.change([painting('clay', '2036-06-01')], { applyOn: '2026-11-27' })
    await here.apply({ kind: 'foundation.leave', payload: { staff: eve.id, unit: branch, from: '2026-11-23' } })
    await applyDue(here.installation, '2026-11-27')
    expect((await chief.get(`/api/changes/${set.id}`)).body.state).toBe('requested')
  })

  test('its author may cancel it', async () => {
    const { body: set } = await ann.change([painting('sand', '2037-01-01')], { applyOn: '2026-12-01' })
    expect((await ann.post(`/api/changes/${set.id}/cancel`)).body.state).toBe('cancelled')
    await applyDue(here.installation, '2026-12-01')
    expect(colourOn('2037-01-01')).not.toBe('sand')
  })
})

describe('walls', () => {
  test('another library sees what stands, not the sets behind it', async () => {
    const zoe = await here.staff('painter', elsewhere)
    const { body: set } = await ann.change([painting('mint', '2038-01-01')], { reason: 'intern' })
    expect((await zoe.get(`/api/changes/${set.id}`)).status).toBe(404)
    const { body: history } = await zoe.get('/api/changes')
    expect(history.data.filter((one: { id: string }) => one.id === set.id)).toEqual([])
    expect((await zoe.get(`/api/changes?unit=${branch}`)).body.data).toEqual([])
    expect((await zoe.change([painting('ink', '2038-01-01')])).status).toBe(403)
  })

  test('of a set that several libraries share, each reads its own items', async () => {
    const zoe = await here.staff('painter', elsewhere)
    const there = { kind: 'door.paint', payload: { unit: elsewhere, from: '2040-01-01', to: null, colour: 'opal' } }
    const { body: set } = await chief.change([painting('onyx', '2040-01-01'), there])
    expect((await zoe.get(`/api/changes/${set.id}`)).body.sentences).toEqual(['De deur wordt opal vanaf 2040-01-01'])
    expect((await chief.get(`/api/changes/${set.id}`)).body.sentences).toHaveLength(2)
    const back = { id: randomUUID(), mode: 'from-today' }
    expect((await zoe.post(`/api/changes/${set.id}/put-back`, back)).status).toBe(403)
    const { body: preview } = await zoe.post(`/api/changes/${set.id}/put-back`, { ...back, preview: true })
    expect(preview).toMatchObject({ mayApply: false, sentences: [expect.stringContaining('opal')] })
    expect((await chief.post(`/api/changes/${set.id}/put-back`, back)).status).toBe(201)
    expect(colourOn('2040-01-01')).not.toBe('onyx')
  })

  test('an ended session counts from the next request, on another process too', async () => {
    const cleo = await here.staff('painter', branch)
    const other = await here.second()
    expect((await cleo.on(other.app).get('/api/session')).status).toBe(200)
    expect((await cleo.send('DELETE', '/api/session')).status).toBe(204)
    expect((await cleo.on(other.app).get('/api/session')).status).toBe(401)
    await other.app.close()
  })

  test('what one process applied, another decides by at its next request', async () => {
    const other = await here.second()
    await ann.on(other.app).get('/api/session')
    await ann.change([painting('jade', '2039-01-01')])
    const dora = await here.staff('painter', branch)
    expect((await dora.on(other.app).change([painting('ruby', '2039-02-01')])).status).toBe(201)
    await ann.get('/api/session')
    expect([colourOn('2039-01-15'), colourOn('2039-02-15')]).toEqual(['jade', 'ruby'])
    await other.app.close()
  })
})

/** Takes every right of somebody away, straight in the configuration. */
async function withdraw(staff: Staff) {
  await here.database.owner.raw(`update segment set ended_in = (select version + 1 from configuration) where fact = 'core.grant' and body ->> 'staff' = ?`, [staff.id])
  await here.database.owner.raw('update configuration set version = version + 1')
}
