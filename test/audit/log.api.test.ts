import { parse } from 'csv-parse/sync'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditPage, AuditRow } from '#plugins/audit/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: string
let zoersel: string
let branch: string
let admin: Staff
let ofZwalm: Staff
let ofZoersel: Staff
let desk: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  admin = await here.staff('system-admin')
  ofZwalm = await here.staff('library-admin', zwalm)
  ofZoersel = await here.staff('library-admin', zoersel)
  desk = await here.staff('desk', zwalm)
})
afterAll(() => here.close())

const day = '2026-11-23'
const rename = (unit: string, name: string) => ({ kind: 'units.change', payload: { unit, from: day, fields: { name } } })
const rowsFor = async (who: Staff, query = '', more = {}): Promise<AuditRow[]> => {
  const { status, body } = await who.get(`/api/audit?limit=200&${query}`, more)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.data
}
const nameOf = async (staff: Staff) => (await here.database.owner('staff').where({ id: staff.id }).first('name')).name as string

describe('the audit log', () => {
  test('tells a change in sentences, with what it was before and is now', async () => {
    const { body: set } = await ofZwalm.change([rename(branch, 'De Zwalmse')], { reason: 'nieuwe naam' })
    const name = await nameOf(ofZwalm)
    const rows = await rowsFor(ofZwalm, `set=${set.id}`)
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    expect(rows.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining([
      expect.stringContaining(`${capital} voerde een wijziging door: `),
      `${capital} legde de gegevens van De Zwalmse vast`,
      `${capital} beëindigde de gegevens van De Zwalmse`,
    ]))
    const laid = rows.find(({ fields }) => fields.some(({ after }) => after === 'De Zwalmse'))
    expect(laid).toMatchObject({
      act: 'insert', by: { id: ofZwalm.id, name }, erased: false, set: { id: set.id },
      fields: [
        { title: 'naam', before: 'Munkzwalm', after: 'De Zwalmse' },
        { title: 'geldt', before: 'altijd', after: 'vanaf 23 november 2026' },
      ],
    })
    const told = rows.flatMap(({ sentence, fields }) => [sentence, ...fields.flatMap(one => [one.title, one.before, one.after])])
    expect(told.filter(text => /[{}[\]]|core\.|[0-9a-f]{8}-/.test(text ?? ''))).toEqual([])
  })

  test('is told in the language of whoever reads it', async () => {
    const english = await here.app.inject({ url: `/api/audit?staff=${ofZwalm.id}`, headers: { cookie: ofZwalm.cookieIn('en') } })
    expect(english.json().data[0].sentence).toMatch(/ (recorded|changed|ended|made) /)
    const french = await here.app.inject({ url: `/api/audit?staff=${ofZwalm.id}`, headers: { cookie: ofZwalm.cookieIn('fr') } })
    expect(french.json().data[0].sentence).toMatch(/ a /)
  })

  test('tells who looked at whom and for what, who signed out and who was refused', async () => {
    await admin.get(`/api/staff/${desk.id}`)
    const [looked] = await rowsFor(ofZwalm, `act=view&staff=${desk.id}`)
    expect(looked?.sentence).toBe(`Iemand buiten je bereik bekeek de gegevens van ${await nameOf(desk)} voor personeelsbeheer`)
    expect((await rowsFor(admin, `act=view&staff=${desk.id}`))[0]?.sentence).toMatch(/^System-admin \d+ bekeek /)
    await desk.get('/api/staff')
    expect((await rowsFor(ofZwalm, `act=refused&staff=${desk.id}`))[0]?.sentence)
      .toMatch(/^Desk \d+ kreeg geen toestemming: Hiervoor heb je het recht niet: /)
    await (await here.staff('desk', zwalm)).send('DELETE', '/api/session')
    expect((await rowsFor(ofZwalm, 'act=sign-out'))[0]?.sentence).toMatch(/^Desk \d+ meldde zich af$/)
  })

  test('tells a correction of somebody field by field', async () => {
    const { status } = await ofZwalm.send('PATCH', `/api/staff/${desk.id}`, { name: 'Dré Baeten', language: 'fr' })
    expect(status).toBe(200)
    const [row] = await rowsFor(ofZwalm, `subject=staff&act=update&row=${desk.id}`)
    expect(row?.sentence).toMatch(/ wijzigde de gegevens van Dré Baeten$/)
    expect(row?.fields).toEqual(expect.arrayContaining([
      { title: 'naam', before: expect.stringMatching(/^desk \d+$/), after: 'Dré Baeten' },
      { title: 'taal', before: 'Nederlands', after: 'Frans' },
    ]))
  })

  test('says that what it told was erased, and tells the rest', async () => {
    const leaver = await here.staff('desk', zwalm)
    await here.installation.job.raw(`select erase_audit_bodies('staff', ?)`, [leaver.id])
    const [row] = await rowsFor(ofZwalm, `subject=staff&row=${leaver.id}`)
    expect(row).toMatchObject({ erased: true, fields: [] })
  })
})

describe('questions', () => {
  test('narrow it to an act, a subject, a row, a moment, a set, a unit and a person', async () => {
    const all = await rowsFor(ofZwalm)
    expect(new Set((await rowsFor(ofZwalm, 'act=view')).map(({ act }) => act))).toEqual(new Set(['view']))
    expect((await rowsFor(ofZwalm, 'subject=core.unit')).every(({ subject }) => subject.table === 'segment')).toBe(true)
    expect((await rowsFor(ofZwalm, 'subject=core.unit')).length).toBeGreaterThan(0)
    expect(await rowsFor(ofZwalm, 'subject=core.nothing')).toEqual([])
    const middle = all[Math.floor(all.length / 2)] as AuditRow
    const from = encodeURIComponent(new Date(Date.parse(middle.at)).toISOString())
    expect((await rowsFor(ofZwalm, `from=${from}`)).length).toBeLessThanOrEqual(all.length)
    expect(await rowsFor(ofZwalm, `to=${from}&from=${from}`)).toEqual([])
    const there = await rowsFor(ofZwalm, `unit=${branch}`)
    expect(there.length).toBeGreaterThan(0)
    expect(there.length).toBeLessThan(all.length)
    expect((await rowsFor(ofZwalm, `staff=${ofZwalm.id}`)).every(row =>
      row.by.id === ofZwalm.id || (row.subject.table === 'staff' && row.subject.row === ofZwalm.id))).toBe(true)
  })

  test('find words in what was said, in the name of who did it and in the sentence of the change', async () => {
    expect((await rowsFor(ofZwalm, 'q=De%20Zwalmse')).length).toBeGreaterThan(0)
    expect((await rowsFor(ofZwalm, 'q=Baeten')).some(({ by }) => by.id === desk.id)).toBe(true)
    expect(await rowsFor(ofZwalm, 'q=nergens%20te%20vinden')).toEqual([])
    expect(await rowsFor(ofZwalm, `q=${encodeURIComponent(`%' or true --`)}`)).toEqual([])
  })

  test('are answered page by page, each row once', async () => {
    const seen: number[] = []
    for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
      const { body }: { body: AuditPage } = await ofZwalm.get(`/api/audit?limit=7&before=${before}&to=${encodeURIComponent(new Date().toISOString())}`)
      expect(body.data.length).toBeLessThanOrEqual(7)
      seen.push(...body.data.map(({ id }) => id))
      before = body.nextBefore
    }
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual((await rowsFor(ofZwalm)).map(({ id }) => id).filter(id => id <= (seen[0] ?? 0)))
  })

  test('that make no sense are refused', async () => {
    for (const wrong of ['act=invented', 'limit=0', 'limit=1000', 'before=x', 'staff=1', 'subject=a;drop', 'from=gisteren', 'more=1', `q=${'x'.repeat(200)}`])
      expect((await ofZwalm.get(`/api/audit?${wrong}`)).status, wrong).toBe(400)
  })

  test('have their words in every language', async () => {
    const { body } = await ofZwalm.get('/api/audit/words')
    expect(body.acts).toContainEqual({ act: 'view', name: 'ingekeken' })
    expect(body.subjects).toContainEqual({ subject: 'branches.hours', name: 'de openingsuren' })
  })
})

describe('walls', () => {
  test('another library sees nothing of it, not even a count', async () => {
    await ofZwalm.change([rename(branch, 'Alleen van Zwalm')])
    const theirs = await rowsFor(ofZoersel)
    expect(theirs.length).toBeGreaterThan(0)
    expect(JSON.stringify(theirs)).not.toMatch(/Zwalm|Baeten/)
    expect(await rowsFor(ofZoersel, 'q=Alleen')).toEqual([])
    expect(await rowsFor(ofZoersel, `staff=${ofZwalm.id}`)).toEqual([])
    expect(await rowsFor(ofZoersel, `staff=${randomUUID()}`)).toEqual([])
    const unit = async (id: string) => {
      const { status, body } = await ofZoersel.get(`/api/audit?unit=${id}`)
      return [status, { ...body, request: '' }]
    }
    expect(await unit(branch)).toEqual(await unit(randomUUID()))
    expect((await unit(branch))[0]).toBe(404)
    expect((await ofZoersel.get(`/api/audit/file?unit=${branch}`)).status).toBe(404)
    const [oldest] = (await rowsFor(ofZwalm)).slice(-1)
    const { body } = await ofZoersel.get(`/api/audit?before=${oldest?.id}&limit=1`)
    expect(body.nextBefore === null || (await rowsFor(ofZoersel)).some(({ id }) => id === body.nextBefore)).toBe(true)
  })

  test('who reaches a library without the right to its audit reads none of it', async () => {
    expect((await desk.get('/api/audit')).status).toBe(403)
    const two = await here.staff('library-admin', zoersel)
    await here.apply({ kind: 'foundation.grant', payload: { staff: two.id, role: 'desk', unit: zwalm } })
    expect(JSON.stringify(await rowsFor(two))).not.toMatch(/Zwalm|Baeten/)
    expect((await two.get(`/api/audit?unit=${branch}`)).status).toBe(403)
  })

  test('who may read it at a branch reads what was changed there', async () => {
    const other = await here.unit('branch', 'Beerlegem', zwalm)
    const role = await here.staff('library-admin', branch)
    await ofZwalm.change([rename(branch, 'Hier'), rename(other, 'Daar')])
    const rows = await rowsFor(role)
    expect(rows.some(({ fields }) => fields.some(({ after }) => after === 'Hier'))).toBe(true)
    expect(rows.some(({ fields }) => fields.some(({ after }) => after === 'Daar'))).toBe(false)
    expect(rows.filter(({ act }) => act !== 'insert' && act !== 'update')).toEqual([])
  })

  test('what belongs to no library is for who may read it everywhere', async () => {
    await here.app.inject({ method: 'POST', url: '/api/session', payload: { email: 'niemand@proef.be', password: 'x' } })
    expect((await rowsFor(admin, 'act=sign-in-failed')).map(({ sentence }) => sentence))
      .toEqual(['Iemand probeerde zich aan te melden met een onbekend adres'])
    expect(await rowsFor(ofZwalm, 'act=sign-in-failed')).toEqual([])
  })
})

describe('the file', () => {
  test('holds the same rows, no cell of it is a formula, and taking it is noted', async () => {
    await ofZwalm.send('PATCH', `/api/staff/${desk.id}`, { name: '=HYPERLINK("http://kwaad.example")' })
    await desk.get('/api/staff')
    const { status, body, headers } = await ofZwalm.get(`/api/audit/file?staff=${desk.id}`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' })
    const cells: string[][] = parse(body, { bom: true })
    expect(cells[0]).toEqual(['nummer', 'moment', 'wie', 'wat', 'zin', 'gewijzigd'])
    expect(cells.length - 1).toBe((await rowsFor(ofZwalm, `staff=${desk.id}`)).length)
    expect(cells.flat().join()).toContain('HYPERLINK')
    expect(cells.flat().filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    const [noted] = await rowsFor(ofZwalm, 'act=export')
    expect(noted?.sentence).toMatch(new RegExp(`^Library-admin \\d+ voerde het auditlogboek uit naar een bestand \\(${cells.length - 1} regels\\)$`))
    expect(await rowsFor(ofZoersel, 'act=export')).toEqual([])
  })
})

test('every fact and every audited table is told in words, in every language', async () => {
  const { registry } = here.installation
  const { rows } = await here.database.owner.raw(`select name from table_class where audited and name not in ('segment', 'change_set')`)
  const words = new Map(registry.plugins.flatMap(({ rowWords = [] }) => rowWords).map(one => [one.of, one]))
  expect([...registry.facts.keys(), ...rows.map(({ name }: { name: string }) => name)].filter(of => !words.has(of))).toEqual([])
  for (const { of, noun } of words.values()) expect(Object.values(noun).every(Boolean), of).toBe(true)
})

test('words are looked for in the last month, further back when asked from when, and in all of one change', async () => {
  const { body: set } = await admin.change([rename(branch, 'Lang geleden')])
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const later = Temporal.Now.instant().add({ hours: 24 * 40 })
  if (Temporal.Instant.compare(here.clock.now, later) < 0) here.clock.now = later
  const reader = await here.staff('system-admin')
  expect(await rowsFor(reader, 'q=Lang%20geleden')).toEqual([])
  expect((await rowsFor(reader, `q=Lang%20geleden&from=${from}`)).length).toBeGreaterThan(0)
  expect((await rowsFor(reader, `q=Lang%20geleden&set=${set.id}`)).length).toBeGreaterThan(0)
})
