import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdsOn } from '#core/configuration.ts'
import type { Fact } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact } from '#core/parameter.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { applyDue } from '#core/waiting.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { closureFact } from '#plugins/branches/contract/closure.ts'
import { urgentFact } from '#plugins/branches/contract/urgent-message.ts'
import { askOfProvisionalEnds } from '#plugins/branches/provisional-end.ts'
import type { Staff } from '../installation.ts'
import { newId, openRegion, type Region } from './region.ts'

let region: Region
let manager: Staff
let libraryAdmin: Staff
let admin: Staff

beforeAll(async () => {
  region = await openRegion()
  manager = await region.staff('branch-manager', region.markt)
  libraryAdmin = await region.staff('library-admin', region.zwalm)
  admin = await region.staff('system-admin')
})
afterAll(() => region.close())

const parts = {
  'pickup': { at: 'nowhere' }, 'supply': { supplies: false }, 'returns': { at: 'here' },
  'collection': { does: 'not-lendable' }, 'due-dates': { move: 'falling', late: 'leave' },
  'message': { text: 'Dicht voor werken', from: '2027-02-22' },
}
const works = (unit: string, closing: string, more: object = {}) => ({
  kind: 'branches.close',
  payload: { units: [unit], from: '2027-03-01', to: '2027-03-31', kind: 'G', text: 'werken', closing, provisionalEnd: true, parts, ...more },
})
const end = (closing: string, to: string | null, more: object = {}) => ({ kind: 'branches.extend-closing', payload: { closing, to, ...more } })

const facts: readonly Fact[] = [exceptionFact, closureFact, urgentFact, parameterFact]
/** All that stands at a unit, without what makes each row its own. */
const standing = (unit: string) => facts.flatMap(fact => region.installation.snapshot.current.of(fact, unit)
  .map(({ fact: name, key, from, to, body }) => ({ fact: name, key, from, to, body })))
const inWords = (unit: string) => standing(unit).map(({ key, from, to }) => `${key} ${from}–${to}`).sort()
/** What holds on each day of that spring, however many rows say so. */
const byDay = (rows: ReturnType<typeof standing>) => Array.from({ length: 90 }, (_, n) => plusDays('2027-02-15', n)).map(day =>
  Object.fromEntries(rows.filter(row => row.fact !== closureFact.name && holdsOn(row, day)).map(({ key, body }) => [key, body])))
/** The rows as the database keeps them. */
async function bytes(unit: string, closing: string): Promise<string> {
  const { rows } = await region.database.owner.raw(
    `select fact, key, valid::text, body::text from segment where unit_id = ? and ended_in is null
     and fact in ('branches.exception', 'branches.closure', 'branches.urgent-message', 'core.parameter') order by 1, 2, 3`, [unit])
  return JSON.stringify(rows).replaceAll(unit, 'unit').replaceAll(closing, 'closing')
}
const putBack = (who: Staff, set: string) => who.post(`/api/changes/${set}/put-back`, { id: newId(), mode: 'from-today' })

describe('a closure is one thing', () => {
  test('one set lays its days, its message and what holds need, and says so; one put back undoes all', async () => {
    const before = standing(region.velde)
    const closing = newId()
    const preview = await libraryAdmin.post('/api/changes/preview', { items: [works(region.velde, closing)] })
    expect(preview.body.faults).toEqual([])
    expect(preview.body.sentences).toEqual([
      'Zwalm Velde sluit van maandag 1 maart 2027 tot vermoedelijk woensdag 31 maart 2027: werken; ook geregeld: '
      + 'reserveringen ophalen, leveren aan andere vestigingen, inleveren, de collectie, inleverdatums, bericht op de website',
    ])
    expect(preview.body.effects.map((one: { text: string }) => one.text)).toEqual(expect.arrayContaining([
      'Deze vestiging is zolang geen afhaallocatie',
      'De vestiging levert zolang niet voor reserveringen en IBL',
      'De collectie is zolang niet uitleenbaar (staat als afspraak bij de sluiting; de balie volgt ze zelf op)',
    ]))
    const { status, body } = await libraryAdmin.change([works(region.velde, closing)])
    expect(status).toBe(201)
    expect(inWords(region.velde)).toEqual([
      `${closing} 2027-03-01–2027-03-31`, 'circulation.hold-network 2027-03-01–2027-03-31',
      'circulation.pickup-place 2027-03-01–2027-03-31', 'day 2027-03-01–2027-03-31',
      'interlibrary.supplies 2027-03-01–2027-03-31', 'message 2027-02-22–2027-03-31',
    ].toSorted())
    expect((await putBack(libraryAdmin, body.id)).status).toBe(201)
    expect(standing(region.velde)).toEqual(before)
  })

  test('extending and shortening move all of it, and bring back what stood there before', async () => {
    const unit = await region.unit('branch', 'Zwalm Brug', region.zwalm)
    await region.apply({ kind: 'parameters.set', payload: {
      unit, parameter: 'circulation.pickup-place', from: '2027-03-20', to: '2027-04-30', value: true,
    } })
    const before = standing(unit)
    const closing = newId()
    const { body: { id } } = await libraryAdmin.change([works(unit, closing)])
    const planned = standing(unit)
    const longer = await libraryAdmin.change([end(closing, '2027-04-15')])
    expect(longer.status).toBe(201)
    expect(inWords(unit)).toEqual(expect.arrayContaining([
      `${closing} 2027-03-01–2027-04-15`, 'circulation.pickup-place 2027-03-01–2027-04-15',
      'circulation.pickup-place 2027-04-16–2027-04-30', 'day 2027-03-01–2027-04-15', 'message 2027-02-22–2027-04-15',
    ]))
    await libraryAdmin.change([end(closing, '2027-03-31')])
    expect(standing(unit)).toEqual(planned)
    await libraryAdmin.change([end(closing, null)])
    expect(inWords(unit)).toContain('circulation.pickup-place 2027-03-01–null')
    await libraryAdmin.change([end(closing, '2027-03-25', { provisionalEnd: true })])
    expect(inWords(unit).filter(words => words.startsWith('circulation.pickup-place'))).toEqual([
      'circulation.pickup-place 2027-03-01–2027-03-25', 'circulation.pickup-place 2027-03-26–2027-04-30',
    ])
    expect((await putBack(libraryAdmin, id)).status).toBe(409)
    const lifted = await libraryAdmin.change([
      { kind: 'branches.lift', payload: { units: [unit], from: '2027-03-01', to: '2027-03-25' } }])
    expect(lifted.status).toBe(201)
    expect(standing(unit)).toEqual(before)
  })

  test('it reopens in stages: holds first, the rest later', async () => {
    const unit = await region.unit('branch', 'Zwalm Dorp', region.zwalm)
    const closing = newId()
    await libraryAdmin.change([works(unit, closing)])
    const early = await libraryAdmin.change([end(closing, '2027-04-10', { reopens: { pickup: '2027-03-15', returns: '2027-03-08' } })])
    expect(early.status).toBe(201)
    expect(early.body.sentences[0]).toBe('De sluiting van Zwalm Dorp duurt tot en met zaterdag 10 april 2027: werken; '
      + 'reserveringen ophalen: weer vanaf maandag 15 maart 2027; inleveren: weer vanaf maandag 8 maart 2027')
    expect(inWords(unit)).toEqual(expect.arrayContaining([
      'circulation.pickup-place 2027-03-01–2027-03-14', 'circulation.hold-network 2027-03-01–2027-04-10']))
    await libraryAdmin.change([end(closing, '2027-04-20')])
    expect(inWords(unit)).toContain('circulation.pickup-place 2027-03-01–2027-03-14')
    await libraryAdmin.change([end(closing, '2027-04-20', { reopens: { pickup: null } })])
    expect(inWords(unit)).toContain('circulation.pickup-place 2027-03-01–2027-04-20')
    const wrong = await libraryAdmin.change([end(closing, '2027-04-20', { reopens: { pickup: '2027-05-01', nothing: '2027-04-01' } })])
    expect(wrong.body.faults.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`)).toEqual([
      'branches.reopens-outside /items/0/payload/reopens/pickup', 'branches.no-such-part /items/0/payload/reopens/nothing',
    ])
  })

  test('its first days lifted, or some in the middle, all of it is open on those days; it moves on as one thing', async () => {
    const unit = await region.unit('branch', 'Zwalm Kouter', region.zwalm)
    const before = standing(unit)
    const closing = newId()
    await libraryAdmin.change([works(unit, closing)])
    const planned = standing(unit)
    const lift = (from: string, to: string) => libraryAdmin.change([{ kind: 'branches.lift', payload: { units: [unit], from, to } }])
    const first = await lift('2027-03-01', '2027-03-07')
    expect(inWords(unit)).toEqual(expect.arrayContaining([
      `${closing} 2027-03-08–2027-03-31`, 'circulation.pickup-place 2027-03-08–2027-03-31', 'day 2027-03-08–2027-03-31',
      'message 2027-02-22–2027-03-31',
    ]))
    expect((await putBack(libraryAdmin, first.body.id)).status).toBe(201)
    expect(byDay(standing(unit))).toEqual(byDay(planned))

    await lift('2027-03-10', '2027-03-12')
    expect(inWords(unit).filter(words => /pickup|day|message/.test(words))).toEqual(expect.arrayContaining([
      'circulation.pickup-place 2027-03-13–2027-03-31', 'day 2027-03-13–2027-03-31', 'message 2027-03-13–2027-03-31',
    ]))
    expect(byDay(standing(unit)).slice(23, 26)).toEqual([{}, {}, {}])
    const year = await libraryAdmin.get(`/api/units/${unit}/calendar?from=2027-01-01&to=2027-12-31`)
    const wholes = year.body.exceptions.map(({ whole }: { whole: { from: string; to: string } }) => `${whole.from}–${whole.to}`)
    expect([...new Set(wholes)]).toEqual(['2027-03-01–2027-03-31'])
    const moved = await libraryAdmin.change([end(closing, '2027-04-05', { from: '2027-03-03' })])
    expect([moved.status, moved.body.sentences?.[0]]).toEqual([201,
      'De sluiting van Zwalm Kouter begint op woensdag 3 maart 2027 en duurt tot en met maandag 5 april 2027: werken'])
    const closedOn = () => byDay(standing(unit)).flatMap((said, n) => {
      const day = plusDays('2027-02-15', n)
      expect('circulation.pickup-place' in said, day).toBe('day' in said)
      return 'day' in said ? day.slice(5) : []
    })
    expect([closedOn()[0], closedOn().at(-1), closedOn().includes('03-11')]).toEqual(['03-03', '04-05', false])
    expect(closedOn()).toHaveLength(7 + 24)
    await libraryAdmin.change([end(closing, '2027-03-08')])
    expect([closedOn()[0], closedOn().at(-1), closedOn().length]).toEqual(['03-03', '03-08', 6])
    await lift('2027-03-01', '2027-03-31')
    expect(standing(unit)).toEqual(before)
    const backwards = await libraryAdmin.change([works(unit, newId()), end(closing, '2027-03-08', { from: '2027-03-09' })])
    expect(backwards.status).toBe(422)
  })

  test('longer loans before it lengthen every line of the rules, and shorten none', async () => {
    const unit = await region.unit('branch', 'Zwalm Hof', region.zwalm)
    const line = (where: object, loanDays: number) => ({ kind: 'parameters.set', payload: {
      unit: region.zwalm, parameter: 'rules.loan', where, from: '2020-01-01', to: null,
      value: { loanDays, renewalDays: 7, feeCents: 0, minimumAge: 0 },
    } })
    await region.apply(line({}, 21), line({ material: 'DVD' }, 7), line({ membership: '60' }, 120))
    const wish = { ...parts, 'longer-loans': { from: '2027-02-01', days: 90 } }
    const set = await admin.change([works(unit, newId(), { parts: wish })])
    expect([set.status, set.body.faults]).toEqual([201, undefined])
    const loans = standing(unit).filter(({ key }) => key.startsWith('rules.loan'))
    expect(loans.map(({ key, from, to, body }) => `${key} ${from}–${to} ${(body as { value: { loanDays: number } }).value.loanDays}`)).toEqual([
      'rules.loan|*|* 2027-02-01–2027-02-28 90', 'rules.loan|60|* 2027-02-01–2027-02-28 120',
    ])
  })

  test('all that is wrong with its parts is named at once, and another library is nothing to lean on', async () => {
    const wrong = { pickup: { at: 'elsewhere', branch: region.elsewhere }, returns: { at: 'mars' }, tea: true,
      message: { text: 'x', from: '2027-09-01' } }
    const { status, body } = await libraryAdmin.change([works(region.markt, newId(), { parts: wrong })])
    expect(status).toBe(422)
    expect(body.faults.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer.replace('/items/0/payload', '')}`))
      .toEqual(expect.arrayContaining([
        'circulation.no-other-branch /parts/pickup/branch', 'branches.no-such-part /parts/tea', 'branches.message-too-late /parts/message/from',
      ]))
    const stranger = await region.staff('library-admin', region.other)
    expect((await stranger.change([works(region.markt, newId())])).status).toBe(403)
    expect((await manager.change([works(region.velde, newId())])).status).toBe(403)
  })
})

describe('a provisional end', () => {
  test('is asked about before it comes, once, of whoever closed and who may close there', async () => {
    const unit = await region.unit('branch', 'Zwalm Beek', region.zwalm)
    const theirs = await region.staff('branch-manager', unit)
    const stranger = await region.staff('library-admin', region.other)
    const closing = newId()
    await libraryAdmin.change([works(unit, closing, { from: '2026-11-23', to: '2026-12-02', parts: {}, remindDays: 9 })])
    const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
    for (const _ of [1, 2]) await inWork(region.installation, asSystem, askOfProvisionalEnds)
    const mails = () => region.database.owner.raw('select staff_id, subject from mail where kind = ? and unit_id = ?', ['branches.provisional-end', unit])
    const { rows } = await mails()
    expect(rows.map((row: { staff_id: string }) => row.staff_id).sort()).toEqual([libraryAdmin.id, theirs.id].sort())
    expect(rows[0].subject).toBe('Zwalm Beek: gaat de vestiging na woensdag 2 december 2026 weer open?')
    expect(rows.some((row: { staff_id: string }) => row.staff_id === stranger.id)).toBe(false)
    await libraryAdmin.change([end(closing, '2026-12-01')])
    await inWork(region.installation, asSystem, askOfProvisionalEnds)
    expect((await mails()).rows).toHaveLength(4)
    await libraryAdmin.change([end(closing, '2026-12-01', { provisionalEnd: false })])
    await inWork(region.installation, asSystem, askOfProvisionalEnds)
    expect((await mails()).rows).toHaveLength(4)
  })
})

describe('who closes makes no difference to what is laid', () => {
  test('a branch manager asks, the helpdesk approves, the schedule applies: the same bytes', async () => {
    const places = [await region.unit('branch', 'Zwalm Een', region.zwalm), await region.unit('branch', 'Zwalm Twee', region.zwalm),
      await region.unit('branch', 'Zwalm Drie', region.zwalm)]
    const [own = '', asked = '', planned = ''] = places
    const ids = [newId(), newId(), newId()]
    const [ownId = '', askedId = '', plannedId = ''] = ids
    expect((await libraryAdmin.change([works(own, ownId)])).status).toBe(201)

    const asker = await region.staff('branch-manager', asked)
    const items = [works(asked, askedId)]
    expect((await asker.post('/api/changes/preview', { items })).body.missing).toMatchObject([{ permission: 'parameters.set', unit: asked }])
    const sent = await asker.post('/api/requests', { id: newId(), form: 'change-requests.change', unit: asked, filled: {}, items })
    expect([sent.status, sent.body.faults]).toEqual([201, undefined])
    const helpdesk = await region.staff('helpdesk')
    const approved = await helpdesk.post(`/api/requests/${sent.body.id}/approve`, {})
    expect([approved.status, approved.body.state]).toEqual([200, 'applied'])

    const later = await libraryAdmin.change([works(planned, plannedId)], { applyOn: '2026-11-25' })
    expect(later.body.state).toBe('planned')
    region.clock.now = Temporal.Instant.from('2026-11-25T09:00:00Z')
    await applyDue(region.installation, '2026-11-25')
    const one = await bytes(own, ownId)
    expect(one).toContain('pickup-place')
    expect([await bytes(asked, askedId), await bytes(planned, plannedId)]).toEqual([one, one])
  })
})
