import { randomUUID } from 'node:crypto'
import { answerFor } from '#core/agreement.ts'
import type { Item } from '#core/change.ts'
import type { Actor } from '#core/context.ts'
import type { Language, UnitId } from '#core/contract.ts'
import { submit, type Submission } from '#core/door.ts'
import { plusDays } from '#core/draft.ts'
import { Installation, type SignIn } from '#core/installation.ts'
import { putBack } from '#core/put-back.ts'
import { addStaff, setPassword } from '#core/session.ts'
import { homeLibrary, SYSTEM, unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { announce, close, confirmYear, openAnyway, setDaySet, setHours, setRule } from './branches/contract/change.ts'
import { demoRegion, type DemoRegion, type DemoUnit } from './branches/demo/region.ts'
import { helpdeskSetup, tellOfRequests } from './change-requests/demo/story.ts'
import { setMaterialType, setParameter } from './parameters/contract/change.ts'
import { grantRole, openAccount } from './permissions/contract/change.ts'
import { knownElsewhere, onlineAllowed, visit, visitors } from './patrons/demo/online.ts'
import { permissions } from './permissions/index.ts'
import { borrowedBefore } from './circulation/contract/parameter/returns.ts'
import { fillDesk } from './circulation/demo/filled-desk.ts'
import { publicPage } from './parameters/contract/parameter.ts'
import { fineRule, renewalRule } from './rules/contract/method.ts'
import { demoTariffs, itemsOf } from './rules/demo/tariffs.ts'
import { secondFactor } from './sign-in/contract/parameter.ts'
import { openUnit, setMembers } from './units/contract.ts'

/** Everybody of the demo signs in with this; it stands on the sign-in page. */
const PASSWORD = 'welkom-in-de-demo'
/** The libraries and branches of the demo have been there since their oldest tariff, well before its first change. */
const ALWAYS = '2014-01-01'

interface Person {
  readonly email: string; readonly name: string; readonly language: Language; readonly role: string;
  readonly at: readonly string[]
}

/** Who works in the demo: one or more for every role, one of them with five branches, one who reads French. */
const people: readonly Person[] = [
  { email: 'systeem@demo.filiaal', name: 'Sofie Maes', language: 'nl', role: 'system-admin', at: ['0000'] },
  { email: 'tweede@demo.filiaal', name: 'Rik Aerts', language: 'nl', role: 'system-admin', at: ['0000'] },
  { email: 'helpdesk@demo.filiaal', name: 'Hakim Benali', language: 'nl', role: 'helpdesk', at: ['0000'] },
  { email: 'inge@demo.filiaal', name: 'Inge Mertens', language: 'nl', role: 'helpdesk', at: ['0000'] },
  { email: 'bib@demo.filiaal', name: 'Bart Wouters', language: 'nl', role: 'library-admin', at: ['I300'] },
  { email: 'filiaal@demo.filiaal', name: 'Lien Peeters', language: 'nl', role: 'branch-manager', at: ['2902'] },
  {
    email: 'vijf@demo.filiaal', name: 'Fatima El Idrissi', language: 'nl', role: 'branch-manager',
    at: ['3001', '3002', '3003', '3004', '3006'],
  },
  { email: 'balie@demo.filiaal', name: 'Jonas Claes', language: 'nl', role: 'desk', at: ['3001'] },
  { email: 'financien@demo.filiaal', name: 'Karel Smets', language: 'nl', role: 'finance-director', at: ['I300'] },
  { email: 'molenkouter@demo.filiaal', name: 'Griet De Vos', language: 'nl', role: 'library-admin', at: ['I290'] },
  { email: 'wavre@demo.filiaal', name: 'Amélie Dubois', language: 'fr', role: 'library-admin', at: ['I231'] },
]

/** So many invented people, items and loans there are at its desks. */
const DESK = { persons: 2_400, items: 6_000, loans: 1_600 }

/** The demo told as a region lives: each act by somebody, on its day, for a reason. */
export async function loadDemo(installation: Installation): Promise<{ signIns: SignIn[] }> {
  const signIns = people.map(
    ({ email, name, role, language }) => ({
      email, name, password: PASSWORD,
      role: permissions.roles.find(({ code }) => code === role)?.name[language] ?? role,
    })
  )
  const story = new Story(installation)
  if (await story.hasBegun()) return { signIns }
  const region = demoRegion()
  const units = new Map(region.units.map(({ id, unit }) => [unit.code, id]))
  const unitOf = (code: string): UnitId => code === '0000' ? SYSTEM : units.get(code) ?? SYSTEM

  await story.tell(320, 'De regio ingericht', openings(region))
  await story.tell(320, 'Niets is hier echt: in de demo volstaat een wachtwoord', [item(setParameter, {
    unit: SYSTEM, parameter: secondFactor.name, from: plusDays(story.today, -320), to: null, value: 'never',
  })])
  for (const person of people) await story.hire(320, person, person.at.map(unitOf))
  await story.tell(318, 'Feestdagen en schoolvakanties overgenomen', [...daySets(region), ...rules(region)])
  await story.tell(316, 'Openingsuren overgenomen van de websites van de bibliotheken', hours(region))
  await story.tell(310, 'Sluitingsdagen overgenomen van de websites van de bibliotheken', closings(region))
  await tellOfTariffs(story, unitOf)
  await story.tell(200, 'Wie bij de servicedesk wat behandelt', helpdeskSetup(email => story.staffOf(email)), 'systeem@demo.filiaal')
  await tellOfRequests({
    today: story.today, unitOf, staffOf: email => story.staffOf(email),
    act: (daysAgo, time, by, does) => story.act(daysAgo, time, by, does),
  })
  await tellOfPeople(story, region, unitOf)
  await story.tell(100, 'Wie lid wil worden, kan dat nu ook op de website; de gevangenis blijft discreet', onlineAllowed(unitOf('I300'), unitOf('3004'), plusDays(story.today, -100)), 'bib@demo.filiaal')
  await tellOfRules(story, unitOf)
  const branches = region.units.flatMap(({ id, unit }) => (unit.type === 'branch' ? [id] : []))
  await inWork(installation, asSystem, ctx => fillDesk(ctx.db, ctx.configuration, ctx.today(), branches, DESK))
  await tellOfVisitors(story, unitOf('I300'), unitOf('3001'))
  return { signIns }
}

/** What each library asks and allows, as its own page or regulation says; what a group shares its libraries had agreed. */
async function tellOfTariffs(story: Story, unitOf: (code: string) => UnitId) {
  const { sources, tables, materials } = demoTariffs()
  await story.tell(309, 'Materiaalsoorten die in de tarieven van een bibliotheek voorkomen', materials.map(
    ({ code, name }) => item(setMaterialType, { unit: SYSTEM, code, from: ALWAYS, to: null, body: { name } })
  ))
  for (const table of tables) await story.tell(
    308, `Reglement overgenomen: ${table.regulation}`, itemsOf(table, unitOf(table.unit), sources)
  )
}

/** A price that is decided for next year, one that everybody has, one that was put right, and one that waits for others. */
async function tellOfRules(story: Story, unitOf: (code: string) => UnitId) {
  const { today } = story
  const drieheide = unitOf('I300')
  const newYear = `${Number(today.slice(0, 4)) + 1}-01-01`
  const basis = (number: string, daysAgo: number) =>
    ({ number, date: plusDays(today, -daysAgo), text: 'Verzonnen voor de demo.' })
  await story.tell(60, 'Aan de zelfuitleen leest niemand mee wat een ander vroeger leende', [item(setParameter, {
    unit: SYSTEM, parameter: borrowedBefore.name, from: plusDays(today, -60), to: null, value: false, locked: true,
  })], 'systeem@demo.filiaal')
  await story.tell(20, 'Stroompanne: die week kon niemand iets terugbrengen', [item(setParameter, {
    unit: drieheide, parameter: fineRule.name, from: plusDays(today, -34), to: plusDays(today, -28),
    value: fineRule.notation?.parse('0/0/0'),
  })], 'systeem@demo.filiaal')
  await story.tell(15, 'Iedereen mag zien hoe wij werken', [item(setParameter, {
    unit: drieheide, parameter: publicPage.name, from: plusDays(today, -15), to: null, value: true,
  })], 'bib@demo.filiaal')
  await story.tell(12, 'De raad legde de tarieven van volgend jaar vast', [item(setParameter, {
    unit: drieheide, parameter: fineRule.name, from: newYear, to: null,
    value: fineRule.notation?.parse('0,20/1/10,00'), basis: basis('Raadsbesluit tarieven (verzonnen)', 26),
  })], 'financien@demo.filiaal')
  const shared = await story.tell(5, 'Lezers vragen om twee keer te mogen verlengen', [item(setParameter, {
    unit: unitOf('G06'), parameter: renewalRule.name, from: plusDays(today, 30), to: null,
    value: renewalRule.notation?.parse('2/V'),
  })], 'systeem@demo.filiaal', { asRequest: true })
  await story.agree(3, shared, unitOf('I290'), 'molenkouter@demo.filiaal')
}

/** Those who enrolled on the website of a library and are still to come by. */
async function tellOfVisitors(story: Story, library: UnitId, branch: UnitId) {
  for (const visitor of visitors) await story.act(visitor.daysAgo, visitor.time, undefined, ctx => visit(ctx, branch, visitor))
  await story.act(1, '18:20', undefined, async ctx => {
    const known = await knownElsewhere(ctx, library)
    if (known) await visit(ctx, branch, known)
  })
}

async function tellOfPeople(story: Story, region: DemoRegion, unitOf: (code: string) => UnitId) {
  const { today } = story
  const year = Number(today.slice(0, 4))
  const libraries = region.units.filter(({ unit }) => unit.type === 'library')
  const [systeem, bib, vijf, helpdesk] = [
    'systeem@demo.filiaal', 'bib@demo.filiaal', 'vijf@demo.filiaal', 'helpdesk@demo.filiaal',
  ] as const

  await story.tell(
    300, `Nagekeken bij de start van ${year}`, libraries.map(({ id: unit }) => item(confirmYear, { unit, year }))
  )
  await story.tell(120, 'Betalen kan aan elke balie van de bibliotheek', [item(setMembers, {
    unit: unitOf('I300'), code: 'FO300', from: plusDays(today, -120),
    set: { kind: 'financial-organisation', name: 'Drieheide', members: ['3001', '3002', '3003'].map(unitOf) },
  })], systeem)
  await story.tell(90, 'De website mag een half jaar vooruit kijken', [item(setParameter, {
    unit: unitOf('I300'), parameter: 'branches.feed-days', from: plusDays(today, -90), to: null, value: 180,
  })], bib)
  const opening = await story.tell(41, 'Vorming voor alle medewerkers', [item(close, {
    units: [
      unitOf('3001'), unitOf('3002'),
    ], from: plusDays(today, 10), to: plusDays(today, 10), kind: 'G', text: 'Vormingsdag',
  })], vijf)
  await story.undo(40, opening, 'De vorming is uitgesteld', vijf)
  await story.tell(25, 'De kalender van volgend jaar is nagekeken', libraries.filter((_library, n) => n % 3 === 0)
    .map(({ id: unit }) => item(confirmYear, { unit, year: year + 1 })))
  await story.tell(6, 'Proef met langer openblijven', [item(setHours, {
    unit: unitOf('3002'), key: 'staffed/special/late-avond', from: plusDays(today, 40), to: plusDays(today, 100),
    plan: {
      kind: 'staffed', layer: 'special', name: 'Proef late avond', week: { th: [{ from: '14:00', to: '20:00' }] },
    },
  })], bib, { applyOn: plusDays(today, 14) })
  await story.tell(3, 'De gemeente stelt een lokaal in het station ter beschikking', [item(openUnit, {
    id: '6f1f0b2e-7f0f-4f5c-9a3e-3d7f6a1c0e55', parent: unitOf('I300'), from: plusDays(today, 90),
    unit: {
      type: 'branch', code: '3015', name: 'Drieheide Station (verzonnen)', public: true, needsHours: true,
      invented: true,
    },
  })], bib, { asRequest: true })
  await story.tell(1, 'Melding van de technische dienst', [item(announce, {
    unit: unitOf('3003'), from: plusDays(today, -1), to: plusDays(today, 12),
    text: 'De lift is defect. Vraag hulp aan de balie.',
  })], helpdesk)
}

const item = (kind: { name: string }, payload: object): Item => ({ kind: kind.name, payload })

const openings = ({ units }: DemoRegion) => units.map(
  ({ id, parent, unit }) => item(openUnit, { id, parent, from: ALWAYS, unit })
)
const daySets = (region: DemoRegion) => region.daySets.map(set => item(setDaySet, { code: set.code, set }))
const rules = ({ system, units }: DemoRegion) => [{ id: SYSTEM, rules: system.rules }, ...units]
  .flatMap(
    ({ id, rules: said }) => said.map(
      ({ key, from, to, body }) => item(setRule, { unit: id, key, from, to, rule: body })
    )
  )
const hours = ({ units }: DemoRegion) => units
  .flatMap(
    ({ id, hours: said }) => said.map(
      ({ key, from, to, body }) => item(setHours, { unit: id, key, from, to, plan: body })
    )
  )
const closings = ({ units }: DemoRegion) => units.flatMap(unit => [...exceptions(unit), ...cuts(unit)])
const exceptions = ({ id, exceptions: said }: DemoUnit) => said.map(({ from, to, body: { kind, ...body } }) =>
  kind === 'open' ? item(
    openAnyway, { units: [id], from, to, text: body.text }
  ) : item(close, { units: [id], from, to, kind, ...body }))
const cuts = ({ id, cuts: said }: DemoUnit) => said.map(
  ({ from, to, body }) => item(close, { units: [id], from, to, kind: 'G', ...body })
)

/** Sets sent through the door as if on earlier days, by those who would have sent them. */
class Story {
  readonly today: string
  readonly #installation: Installation
  /** Its configuration grows with the story: it is read once, not for each act. */
  readonly #then: Installation
  readonly #actors = new Map<string, Actor>()
  #moment: Temporal.Instant

  constructor(installation: Installation) {
    const { knex, job, registry, kind } = installation
    this.#installation = installation
    this.today = installation.today(installation.snapshot.current)
    this.#moment = installation.clock()
    this.#then = new Installation({ knex, job, registry, kind, clock: () => this.#moment })
  }

  async hasBegun(): Promise<boolean> {
    return inWork(this.#installation, asSystem, async ctx => [...ctx.configuration.all(unitFact)].length > 1)
  }

  async tell(
    daysAgo: number, reason: string, items: readonly Item[], by?: string, more: Partial<Submission> = {}
  ): Promise<string> {
    const id = randomUUID()
    await inWork(this.#on(daysAgo), this.#as(by), ctx => submit(ctx, { id, items, reason, ...more }))
    return id
  }

  async act(daysAgo: number, time: string, by: string | undefined, does: (ctx: OpenContext) => Promise<void>): Promise<void> {
    await inWork(this.#on(daysAgo, time), this.#as(by), does)
  }

  staffOf(email: string): string {
    return this.#as(email).actor.id ?? ''
  }

  async undo(daysAgo: number, setId: string, reason: string, by: string): Promise<void> {
    await inWork(
      this.#on(daysAgo), this.#as(by), ctx => putBack(ctx, setId, { id: randomUUID(), mode: 'from-today', reason })
    )
  }

  /** A library says yes to what its group asks. */
  async agree(daysAgo: number, setId: string, unit: UnitId, by: string): Promise<void> {
    await inWork(this.#on(daysAgo), this.#as(by), ctx => answerFor(ctx, setId, { unit, agrees: true }))
  }

  async hire(daysAgo: number, { email, name, language, role, at }: Person, units: readonly UnitId[]): Promise<void> {
    const installation = this.#on(daysAgo)
    const home = units[0] ?? SYSTEM
    const { id } = await inWork(installation, asSystem, async ctx => {
      const added = await addStaff(
        ctx,
        { name, email, language, libraryId: homeLibrary(ctx.configuration, home, ctx.today()) ?? null }
      )
      await setPassword(ctx, added.id, PASSWORD)
      return added
    })
    this.#actors.set(email, { id, name, session: null })
    const from = plusDays(this.today, -daysAgo)
    await this.tell(
      daysAgo, `${name} begint (${at.join(', ')})`,
      [
        item(openAccount, { staff: id, unit: home, from, to: null }),
        ...units.map(unit => item(grantRole, { staff: id, role, unit, from, to: null })),
      ]
    )
  }

  #as(by?: string) {
    const actor = by === undefined ? SYSTEM_ACTOR : this.#actors.get(by)
    if (!actor) throw new Error(`Nobody of the demo is called ${by}`)
    return { actor, language: 'nl' as const }
  }

  /** The same installation as it was so many days ago, at a time of the day; by default a quarter past nine in the morning. */
  #on(daysAgo: number, time = '09:15'): Installation {
    const day = Temporal.PlainDate.from(plusDays(this.today, -daysAgo))
    this.#moment = day.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: time }).toInstant()
    return this.#then
  }
}

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
