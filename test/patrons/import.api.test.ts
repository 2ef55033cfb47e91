import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import { unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { forgetPatronFiles } from '#plugins/patrons/import/run.ts'
import type { Desk } from '../change-requests/desk-process.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { faultsOf, peopleOf, somebody, type Library } from './people.ts'

/** Patrons of another system come by a file: looked through first, then taken in, nothing lost and nothing twice. */
let here: Opened
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let gavere: Library
let boss: Staff
let code: string

beforeAll(async () => {
  here = await openInstallation()
  people = peopleOf(here)
  ;[zwalm, gavere] = [await people.library('Zwalm'), await people.library('Gavere')]
  boss = await here.staff('library-admin', zwalm.id)
  // What this library asks of every new member is told apart; a type that a test is about says its own.
  await people.say('patrons.required-fields', [], zwalm.id)
  code = here.installation.snapshot.current.of(unitFact, zwalm.branch)[0]?.body.code ?? ''
})
afterAll(() => here.close())

const bring = async (content: string, { who = boss, library = zwalm.id, id = randomUUID() as string } = {}) => {
  const answer = await who.post('/api/patron-files', { id, library, name: 'leden.csv', content })
  if (answer.status === 202) await advanceRuns(here.installation)
  return { id, ...answer }
}
const read = async (id: string, who = boss) => (await who.get(`/api/patron-files/${id}`)).body
const take = async (id: string, known: 'skip' | 'update' = 'skip', who = boss) => {
  const answer = await who.post(`/api/patron-files/${id}/taking`, { known })
  if (answer.status === 202) await advanceRuns(here.installation)
  return answer.status === 202 ? read(id, who) : answer
}
/** A file with these rows, under Dutch headings. */
const file = (...rows: string[]) =>
  ['Extern nummer;Kaartnummer;Familienaam;Voornaam;Geboortedatum;E-mail;GSM;Straat;Huisnummer;Postcode;Gemeente;Lidsoort;Vestiging;Lid tot',
    ...rows.map(row => row.replaceAll('@@', code))].join('\r\n')
const members = async (library = zwalm.id) => Number((await here.database.owner('membership').where({ library_id: library }).count('* as n'))[0]?.['n'])
const found = async (q: string, who = zwalm.desk) => (await who.post('/api/patrons/search', { q })).body.data

describe('a file of patrons', () => {
  test('is looked through first: every fault by line and column, and nobody is enrolled', async () => {
    const before = await members()
    const { id, status } = await bring(file(
      'N1;KAART001;Lanoye;Tom;27/8/1958;tom@example.be;0470 12 34 56;Kerkstraat;1;9100;Sint-Niklaas;60;@@;31/12/2027',
      ';;;Zonder naam;31/02/1990;geen mail;bel mij;Kerkstraat;;;;999;9999;', 'N2;x;Kort;An;1990-05-12;;;;;;;60;@@;1/1/2020',
      'N1;KAART001;Twee;Maal;1/1/1980;;;;;;;60;@@;', ';;Lanoye;Tom;1958-08-27;;;;;;;60;@@;',
    ))
    expect(status).toBe(202)
    const told = await read(id)
    expect(told).toMatchObject({
      mayTake: true, taken: null, known: null, takenBefore: null,
      looked: { state: 'done', done: 5, total: 5, entered: 1, updated: 0, doubles: 0, faulty: 4, stopped: null },
    })
    expect(told.lines.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`)).toEqual([
      '3 familienaam', '3 geboortedatum', '3 e-mail', '3 gsm', '3 postcode', '3 vestiging', '4 kaartnummer', '4 lid tot', '5 extern nummer', '5 kaartnummer', '6 familienaam',
    ])
    expect(told.reasons).toContainEqual({ column: 'kaartnummer', outcome: 'fout', reason: 'Dit stond al hoger in het bestand.', count: 1 })
    expect(told.reasons).toHaveLength(11)
    expect(await members()).toBe(before)
  })

  test('asks of a new member what the desk asks, all at once, and of somebody known no more than it says', async () => {
    await people.say('patrons.required-fields', ['birth-date', 'sex', 'address', 'e-mail', 'phone', 'national-number', 'language'], zwalm.id, { membership: '80' })
    await people.say('patrons.youngest', 65, zwalm.id, { membership: '80' })
    const heading = 'extern nummer;familienaam;voornaam;geboortedatum;geslacht;taal;e-mail;gsm;straat;huisnummer;postcode;gemeente;rijksregisternummer;vertegenwoordiger;lidsoort;vestiging'
    const rows = (...some: string[]) => [heading, ...some.map(row => row.replaceAll('@@', code))].join('\n')
    const columns = async (content: string) => {
      const { lines } = await read((await bring(content)).id)
      return lines.map(({ line, column, reason }: { line: number; column: string; reason: string }) => `${line} ${column}: ${reason.split(':')[0]}`)
    }
    expect(await columns(rows(
      'A1;Leeg;;;;;;;;;;;;;80;@@', 'A2;Half;An;1/1/1950;v;nl;fout;;Dorp;1;;;;;80;@@', 'A3;Jong;An;1/1/1990;v;nl;a@example.be;0470 12 34 56;Dorp;1;9630;Zwalm;93.05.18-223.61;;80;@@',
    ))).toEqual([
      ...['geboortedatum', 'geslacht', 'taal', 'e-mail', 'telefoon', 'straat'].map(column => `2 ${column}: Dit ontbreekt`),
      '3 e-mail: Dit is geen e-mailadres.', '3 telefoon: Dit ontbreekt', '3 postcode: Straat, postcode en gemeente horen samen.',
      '4 rijksregisternummer: Deze bibliotheek bewaart geen rijksregisternummers.', '4 lidsoort: Te jong voor deze lidsoort.',
    ])
    const known = await people.enrolled(zwalm, { person: somebody({ familyName: 'Gekend', externalNumbers: ['A9'], bornOn: '1950-02-03' }) })
    const { id } = await bring(rows('A9;Gekend;;;;;nieuw@example.be;;;;;;;;80;@@'))
    expect(await take(id, 'update')).toMatchObject({ taken: { updated: 1, faulty: 0 } })
    expect((await zwalm.desk.get(`/api/patrons/${known.person}`)).body.email).toBe('nieuw@example.be')
  })

  test('a national number comes along where it may be kept: sealed, known by it, and nobody else’s', async () => {
    await people.say('patrons.required-fields', ['national-number'], gavere.id, { membership: '40' })
    await people.say('patrons.national-number', true, gavere.id)
    const theirs = here.installation.snapshot.current.of(unitFact, gavere.branch)[0]?.body.code ?? ''
    const chief = await here.staff('library-admin', gavere.id)
    const rows = (...some: string[]) => ['naam;voornaam;geboortedatum;rijksregisternummer;vertegenwoordiger;type;vestiging', ...some.map(row => `${row};40;${theirs}`)].join('\n')
    const bringHere = (content: string) => bring(content, { who: chief, library: gavere.id })
    const { id } = await bringHere(rows('Sleutel;An;18/5/1993;93.05.18-223.61;', 'Kind;Bo;1/2/2020;20020100144;Ouder Van Bo', 'Fout;An;1/1/1980;93.05.18-223.62;', 'Zonder;An;1/1/1981;;'))
    expect((await read(id, chief)).lines.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`))
      .toEqual(['4 rijksregisternummer', '5 rijksregisternummer'])
    expect(await take(id, 'skip', chief)).toMatchObject({ taken: { entered: 2, faulty: 2 } })
    const [sealed] = await found('sleutel', gavere.desk)
    expect((await gavere.desk.get(`/api/patrons/${sealed.id}`)).body.nationalMasked).toEqual(expect.any(String))
    const [child] = await found('kind bo', gavere.desk)
    expect((await gavere.desk.get(`/api/patrons/${child.id}`)).body.contacts).toMatchObject([{ name: 'Ouder Van Bo', role: 'parent' }])
    const again = await bringHere(rows('Sleutel-Getrouwd;An;18/5/1993;93051822361;'))
    expect(await take(again.id, 'update', chief)).toMatchObject({ taken: { entered: 0, updated: 1 } })
    await people.say('patrons.national-number', true, zwalm.id)
    const { id: elsewhere } = await bring(`naam;voornaam;geboortedatum;rijksregisternummer;type;vestiging\nAnder;An;1/1/1993;93051822361;60;${code}`)
    expect((await read(elsewhere)).lines).toMatchObject([{ column: 'rijksregisternummer', reason: 'Dit rijksregisternummer is al van iemand anders.', patron: null }])
    await people.say('patrons.national-number', false, zwalm.id)
  })

  test('each who is taken in is announced as an enrolment at the desk is, once', async () => {
    const told = async () => (await here.database.owner('event').whereIn('name', ['patrons.enrolled', 'patrons.renewed']).orderBy('id').select('name', 'detail'))
      .filter(({ detail }) => detail.channel === 'import')
    const before = (await told()).length
    const rows = file('E1;;Omroep;An;12/5/1990;;;;;;;60;@@;31/12/2027', 'E2;;Omroep;Bo;12/5/1991;;;;;;;60;@@;31/12/2027')
    for (const _again of [1, 2]) await take((await bring(rows)).id)
    const enrolments = (await told()).slice(before)
    expect(enrolments).toHaveLength(2)
    const at = { library: zwalm.id, branch: zwalm.branch, type: '60', until: '2027-12-31', feeCents: 0, copiedFrom: null, channel: 'import' }
    expect(enrolments).toMatchObject([{ name: 'patrons.enrolled', detail: { ...at, again: false } }, { name: 'patrons.enrolled', detail: at }])
    // Nobody listens yet: they stand in nobody's way.
    await deliverEvents(here.installation)
    expect(await here.database.owner('event').where({ name: 'patrons.enrolled' }).whereNull('delivered_at')).toEqual([])
    const longer = await bring(file('E1;;Omroep;An;;;;;;;;60;@@;31/12/2028'))
    await take(longer.id, 'update')
    expect((await told()).slice(before + 2)).toMatchObject([{ name: 'patrons.renewed', detail: { until: '2028-12-31', person: enrolments[0]?.detail.person, reductionCents: 0 } }])
  })

  test('is taken in with what it says, under French headings as well', async () => {
    const { id } = await bring([
      'Numéro externe,Nom,Prénom,Date de naissance,Sexe,Langue,Rue,Numéro de maison,Code postal,Commune,Pays,Type d’abonnement,Implantation,Membre depuis,Membre jusqu’au,Numéro de carte',
      `F1,Delvaux,Paul,23-09-1957,m,fr,Rue Haute,3,7000,Mons,BE,60,${code},1/2/2026,31/1/2027,PAUL0001`, `F2,De Klimop,,,,,,,,,,60,${code},,,`,
    ].join('\n'))
    const told = await take(id)
    expect(told).toMatchObject({ mayTake: false, taken: { state: 'done', entered: 2, faulty: 0 }, known: 'skip' })
    const [patron] = await found('PAUL0001')
    const { body } = await zwalm.desk.get(`/api/patrons/${patron.id}`)
    expect(body).toMatchObject({
      familyName: 'Delvaux', firstName: 'Paul', bornOn: '1957-09-23', sex: 'm', language: 'fr', externalNumbers: ['F1'],
      addresses: [{ street: 'Rue Haute', number: '3', postalCode: '7000', city: 'Mons', country: 'BE' }],
      memberships: [{ from: '2026-02-01', until: '2027-01-31', status: 5, isValid: true, periods: [{ act: 'ingeschreven' }] }], cards: [{ number: 'PAUL0001' }],
    })
    expect(body.memberships[0].periods[0].by).toEqual(expect.any(String))
  })

  test('without the columns it needs, or with one twice, is refused at once', async () => {
    expect(faultsOf(await bring('Voornaam;Familienaam;Naam\nAn;Peeters;Peeters') as never)).toEqual([
      'patrons.import-column-twice /content', 'patrons.import-column /content', 'patrons.import-column /content'])
    const broken = await bring(file('N77;;"Open;An;1990-05-12;;;;;;;60;@@;'))
    expect(await read(broken.id)).toMatchObject({ looked: { state: 'failed', stopped: expect.stringContaining('aanhalingsteken') } })
    expect((await take(broken.id)).status).toBe(422)
  })

  test('known numbers and cards are left or brought up to date, as chosen; doubles are told and never made', async () => {
    const known = await people.enrolled(zwalm, { card: 'KENDEN01', person: somebody({ familyName: 'Bekend', externalNumbers: ['B1'], email: 'oud@example.be' }) })
    const twin = await people.enrolled(zwalm, { person: somebody({ familyName: 'Van Ryswijck', firstName: 'Lotte', bornOn: '2001-02-03' }) })
    const rows = file('B1;;Bekend;An;12/5/1990;nieuw@example.be;;;;;;60;@@;31/12/2029', ';KENDEN01;Bekend;An;;;;;;;;60;@@;', ';;Van Rijswyck;Lotte;3/2/2001;;;;;;;60;@@;')
    const before = await members()
    const left = await bring(rows)
    expect(await read(left.id)).toMatchObject({ looked: { entered: 0, updated: 2, doubles: 1 } })
    const skipped = await take(left.id)
    expect(skipped).toMatchObject({ taken: { entered: 0, skipped: 2, doubles: 1 } })
    expect(skipped.lines.map(({ line, outcome, patron }: { line: number; outcome: string; patron: number }) => [line, outcome, patron]))
      .toEqual([[2, 'overgeslagen', known.number], [3, 'overgeslagen', known.number], [4, 'dubbel', twin.number]])
    expect((await zwalm.desk.get(`/api/patrons/${known.person}`)).body.email).toBe('oud@example.be')
    const again = await bring(rows)
    expect((await read(again.id)).takenBefore).toEqual(expect.any(String))
    expect(await take(again.id, 'update')).toMatchObject({ taken: { entered: 0, updated: 1, same: 1, doubles: 1 } })
    expect((await zwalm.desk.get(`/api/patrons/${known.person}`)).body)
      .toMatchObject({ email: 'nieuw@example.be', memberships: [{ until: '2029-12-31', periods: [{ act: 'hernieuwd' }, {}] }] })
    expect(await members()).toBe(before)
  })

  test('the same file again, under another id, makes nobody twice, also whom no number or card tells', async () => {
    const rows = file(...Array.from({ length: 40 }, (_one, n) => `;;Zonder Nummer ${n};An;;;;;;;;60;@@;`))
    const before = await members()
    for (const known of ['skip', 'skip', 'update'] as const) await take((await bring(rows)).id, known)
    expect(await members()).toBe(before + 40)
  })

  test('names stay nowhere but where they are members', async () => {
    const { id } = await bring(file('N900;;Tijdelijkse;Spoor;12/5/1990;fout adres;;;;;;60;@@;'))
    await take(id)
    const left = async () => {
      const traces = await Promise.all(['patron_file', 'patron_file_line', 'run', 'event'].map(async table =>
        (await here.database.owner.raw(`select count(*)::int as n from "${table}" t where t::text ~ 'Tijdelijkse|fout adres'`)).rows[0].n as number))
      return traces.reduce((sum, n) => sum + n, 0)
    }
    expect(await left()).toBe(0)
    const kept = async () => Number((await here.database.owner('patron_file').whereNotNull('sealed').count('* as n'))[0]?.['n'])
    const before = await kept()
    const unused = await bring(file('N901;;Tijdelijkse;Nooit;12/5/1990;;;;;;;60;@@;'))
    expect([await left(), await kept()]).toEqual([0, before + 1])
    here.clock.now = here.clock.now.add({ hours: 24 * 4 })
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, forgetPatronFiles)
    here.clock.now = here.clock.now.subtract({ hours: 24 * 4 })
    expect([await kept(), (await read(unused.id)).mayTake]).toEqual([0, false])
  })

  test('has its report as a file: lines, columns and reasons', async () => {
    const { id } = await bring(file('N950;x;Fout;An;1/1/1990;;;;;;;60;@@;'))
    const { body } = await boss.get(`/api/patron-files/${id}/report`)
    expect(String(body)).toContain('regel;kolom;uitkomst;reden;nummer lener')
    expect(String(body)).toContain('2;kaartnummer;fout;')
  })
})

describe('walls', () => {
  test('a file of one library tells nothing of the patrons of another', async () => {
    const person = somebody({ familyName: 'Overkant', firstName: 'Geheim', bornOn: '1977-07-07', externalNumbers: ['G777'] })
    const theirs = await people.enrolled(gavere, { card: 'OVERKANT1', person })
    const { id } = await bring(file(`G777;;Overkant;Geheim;7/7/1977;;;;;;;60;@@;`, ';OVERKANT1;Iemand;Anders;1/1/1970;;;;;;;60;@@;'))
    const told = await read(id)
    expect(told.looked).toMatchObject({ entered: 1, updated: 0, doubles: 0, faulty: 1 })
    expect(told.lines).toMatchObject([{ line: 3, column: 'kaartnummer', reason: 'Dit kaartnummer is niet vrij.', patron: null }])
    await take(id, 'update')
    expect((await gavere.desk.get(`/api/patrons/${theirs.person}`)).body).toMatchObject({ memberships: [{ library: { name: 'Gavere' } }] })
    expect(await found('overkant', gavere.desk)).toHaveLength(1)
  })

  test('only who may take patrons in at that library does, and reads what came of it', async () => {
    const rows = file('N990;;Muur;An;1/1/1990;;;;;;;60;@@;')
    expect((await bring(rows, { who: zwalm.desk })).status).toBe(403)
    expect((await bring(rows, { library: gavere.id })).status).toBe(403)
    const { id } = await bring(rows)
    const other = await here.staff('library-admin', gavere.id)
    expect((await other.get(`/api/patron-files/${id}`)).status).toBe(404)
    expect((await other.post(`/api/patron-files/${id}/taking`, { known: 'skip' })).status).toBe(404)
    expect((await other.get(`/api/patron-files?library=${zwalm.id}`)).status).toBe(404)
    expect((await bring(rows, { who: other, library: gavere.id, id })).body.code).toBe('core.id-used')
  })
})

describe('many rows', { timeout: 180_000 }, () => {
  test('come in batches; a process that died in the middle is gone on after, nothing lost and nothing twice', async () => {
    const rows = Array.from({ length: 2500 }, (_one, n) => n % 100 === 50 ? `M${n};;;;;;;;;;;60;@@;`
      : `M${n % 100 === 70 ? n - 1 : n};MASSA${n};Massa ${n};An;${n % 28 + 1}/${n % 12 + 1}/${1940 + n % 60};;;;;;;60;@@;31/12/2027`)
    const before = await members()
    const { id } = await bring(file(...rows))
    expect((await read(id)).looked).toMatchObject({ done: 2500, entered: 2450, faulty: 50 })
    await boss.post(`/api/patron-files/${id}/taking`, { known: 'skip' })
    const second = await here.second()
    // Long work stands aside for what else a process has to do, and goes on.
    expect(await advanceRuns(here.installation, 1)).toBe(false)
    expect((await read(id)).taken).toMatchObject({ state: 'running', done: 1000 })
    // Two processes at it at once, and both again.
    await Promise.all([advanceRuns(here.installation), advanceRuns(second.installation)])
    await advanceRuns(here.installation)
    const told = await read(id)
    expect(told.taken).toMatchObject({ state: 'done', done: 2500, entered: 2450, faulty: 50, same: 0 })
    expect(told).toMatchObject({ moreLines: 0 })
    expect(await members()).toBe(before + 2450)
    const { rows: [counts] } = await here.database.owner.raw(`select count(*)::int as cards, count(distinct person_id)::int as people from card where number like 'MASSA%'`)
    expect(counts).toEqual({ cards: 2450, people: 2450 })
  })

  test('a process that is killed while it takes them in leaves whole batches, and the next one goes on', async () => {
    const before = await members()
    const { id } = await bring(file(...Array.from({ length: 2400 }, (_one, n) =>
      `K${n};KILL${n};Kill ${n};An;${n % 28 + 1}/${n % 12 + 1}/${1940 + n % 60};;;;;;;60;@@;31/12/2027`)))
    await boss.post(`/api/patron-files/${id}/taking`, { known: 'skip' })
    const { rows: [{ name }] } = await here.database.owner.raw('select current_database() as name')
    const taken = async () => (await read(id)).taken as { state: string; done: number }
    const child = spawn(process.execPath, [join(import.meta.dirname, '../change-requests/desk-process.ts')], {
      cwd: join(import.meta.dirname, '../..'), stdio: 'inherit',
      env: { ...process.env, DESK: JSON.stringify({ host: inject('postgres'), database: name, now: here.clock.now.toString(), secret: here.secret, approves: null } satisfies Desk) },
    })
    const gone = new Promise(ended => child.once('close', (_code, signal) => ended(signal)))
    await expect.poll(async () => (await taken()).done, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(1000)
    child.kill('SIGKILL')
    expect(await gone).toBe('SIGKILL')
    expect((await taken()).done % 1000).toBe(0)
    await expect.poll(async () => {
      await advanceRuns(here.installation)
      return (await taken()).state
    }, { timeout: 60_000 }).toBe('done')
    expect((await read(id)).taken).toMatchObject({ entered: 2400, same: 0, faulty: 0 })
    expect(await members()).toBe(before + 2400)
  })
})
