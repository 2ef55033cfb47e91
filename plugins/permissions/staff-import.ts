import { createHash } from 'node:crypto'
import { accountsOf } from '#core/account.ts'
import { lockConfiguration } from '#core/change-set.ts'
import { missingRights, type Item } from '#core/change.ts'
import { languages, type Day, type Language, type Texts, type UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import { readSet } from '#core/history.ts'
import { wallOf } from '#core/reach.ts'
import { rolesOn } from '#core/role.ts'
import { addStaff } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import type { StaffImport } from './contract/answer.ts'
import { grantRole, openAccount } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { grantWords } from './grant-words.ts'
import { needsOfGrants, needsOfRole } from './handing-on.ts'
import { readStaffFile, type Column, type StaffLine } from './staff-file.ts'
import { signsInAnother, taken } from './address.ts'
import { reachesPeopleOf } from './staff-wall.ts'
import { newLink } from './staff.ts'

interface LineFault { readonly code: string; readonly column: Column; readonly message: Texts }
interface Weighed {
  readonly line: StaffLine
  readonly faults: readonly LineFault[]
  /** The person as they are known already. */
  readonly known: StaffRow | undefined
  readonly staff: string
  readonly unit: UnitId | undefined
  readonly role: string | undefined
  readonly language: Language
  readonly to: Day | null
}

/** A list of colleagues: every line is told what it would become; applied whole, as one set, or not at all. */
export async function importStaff(
  ctx: OpenContext, { id, csv, preview }: { id: string; csv: string; preview: boolean }
): Promise<StaffImport> {
  if (!preview) await lockConfiguration(ctx)
  const done = await ctx.db('change_set').where({ id, author_id: ctx.actor.id }).first('id')
  if (done) return { rows: [], faults: [], set: await readSet(ctx, id), links: [] }
  const { lines, faults } = readStaffFile(csv)
  const known = await peopleCalled(ctx, lines)
  const weighed = lines.map((line, n) => weigh(ctx, line, { id, known, earlier: lines.slice(0, n) }))
  const report = {
    rows: weighed.map(row => told(ctx, row)), set: null, links: [],
    faults: faults.map(fault => ({ ...fault, message: fault.message[ctx.language] })),
  }
  if (preview || faults.length || weighed.some(row => row.faults.length)) return report
  for (const row of weighed) if (!row.known) await take(ctx, row)
  await submit(ctx, { id, items: weighed.flatMap(row => itemsOf(ctx, row)) })
  const links = []
  for (const { known: person, staff, line: { name, email } } of weighed)
    if (!person) links.push({ staff, name, email, token: await newLink(ctx, staff) })
  return { ...report, set: await readSet(ctx, id), links }
}

type People = ReadonlyMap<string, StaffRow>

/** Who signs in with these addresses already, of the people in reach; of others nothing is told (address.ts). */
async function peopleCalled(ctx: OpenContext, lines: readonly StaffLine[]): Promise<People> {
  const emails = lines.map(({ email }) => email)
  const own = emails.length ? await StaffRow.query(ctx.db).whereIn('email', emails).orderBy('doubled', 'desc') : []
  return new Map(own.map(row => [row.email ?? '', row]))
}

function weigh(
  ctx: OpenContext, line: StaffLine, { id, known, earlier }: { id: string; known: People; earlier: readonly StaffLine[] }
): Weighed {
  const unit = unitCalled(ctx, line.unit)
  const role = roleCalled(ctx, line.role)
  const to = line.to ? dayCalled(line.to) : null
  const person = known.get(line.email)
  const language = languages.find(one => one === line.language)
  return {
    line, unit, role, known: person, staff: person?.id ?? idOf(id, line.email), language: language ?? ctx.language,
    to: to ?? null,
    faults: [
      ...(line.name && line.name.length <= 120 ? [] : [faults.name]),
      ...(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(line.email) && line.email.length <= 254 ? [] : [faults.email]),
      ...(earlier.some(({ email }) => email === line.email) ? [faults.twice] : []),
      ...(line.language && !language ? [faults.language] : []),
      ...(line.to && (!to || to < ctx.today()) ? [faults.to] : []),
      ...(unit ? [] : [faults.unit]),
      ...(role ? [] : [faults.role]),
      ...(unit && role ? rightsFaults(ctx, unit, role, person) : []),
    ],
  }
}

function rightsFaults(ctx: OpenContext, unit: UnitId, role: string, person: StaffRow | undefined): LineFault[] {
  const { configuration, installation: { registry } } = ctx
  const made = rolesOn(configuration, ctx.today()).get(role)
  if (!made || !pathToday(configuration, unit, ctx.today()).includes(made.unit)) return [faults.role]
  const needs = [
    ...needsOfRole(configuration, { role, unit }, ctx.today(), registry),
    ...(person ? needsOfGrants(configuration, person.id, ctx.today(), registry) : []),
  ]
  return missingRights(ctx, needs).length || !reachesPeopleOf(ctx, unit) ? [faults.rights] : []
}

async function take(ctx: OpenContext, { staff, unit, language, line: { name, email } }: Weighed) {
  const libraryId = unit === undefined ? null : wallOf(ctx.configuration, unit, ctx.today())
  const doubled = await signsInAnother(ctx, email, staff)
  await addStaff(ctx, { id: staff, name, email, language, libraryId, unitId: unit ?? null, doubled }).catch(failure => { throw taken(failure) })
}

/** Whoever has an account keeps it as it is, and only gets the role. */
function itemsOf(ctx: OpenContext, { staff, unit, role, to }: Weighed): Item[] {
  const period = { from: ctx.today(), to }
  const goesOn = accountsOf(ctx.configuration, staff).some(account => account.to === null || account.to >= period.from)
  return [
    ...(goesOn ? [] : [{ kind: openAccount.name, payload: { staff, unit, ...period } }]),
    { kind: grantRole.name, payload: { staff, role, unit, ...period } },
  ]
}

function told(ctx: OpenContext, { line: { line, name, email }, faults: found, known, role, unit, to }: Weighed) {
  const { configuration, installation: { registry }, language } = ctx
  return {
    line, name, email, what: found.length ? 'refused' as const : known ? 'known' as const : 'new' as const,
    sentence: role && unit ? grantWords(configuration, registry, { role, unit, from: null, to }, ctx.today(), language) : null,
    faults: found.map(fault => ({ ...fault, message: fault.message[language] })),
  }
}

/** By its code or its whole name, where the caller hands out roles; two of one name are none. */
function unitCalled(ctx: OpenContext, words: string): UnitId | undefined {
  const sought = words.toLowerCase()
  const found = ctx.rights.allUnitsOf(ctx.configuration, permissions.manage, ctx.today()).filter(id => {
    const unit = unitAt(ctx.configuration, id, ctx.today())
    return unit?.code.toLowerCase() === sought || unit?.name.toLowerCase() === sought
  })
  return found.length === 1 ? found[0] : undefined
}

function roleCalled(ctx: OpenContext, words: string): string | undefined {
  const sought = words.toLowerCase()
  const found = [...rolesOn(ctx.configuration, ctx.today()).values()].filter(({ code, name }) =>
    code === sought || languages.some(language => name[language].toLowerCase() === sought))
  return found.length === 1 ? found[0]?.code : undefined
}

/** `2026-12-31`, `31-12-2026` or `31/12/2026`. */
function dayCalled(words: string): Day | undefined {
  const turned = words.replace(/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, (_all, day: string, month: string, year: string) =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  try {
    return /^20\d\d-\d\d-\d\d$/.test(turned) ? Temporal.PlainDate.from(turned, { overflow: 'reject' }).toString() : undefined
  } catch {
    return undefined
  }
}

/** The same file sent again under the same id means the same people. */
function idOf(set: string, email: string): string {
  const hex = createHash('sha256').update(`${set} ${email}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const says = (code: string, column: Column, nl: string, en: string, fr: string): LineFault =>
  ({ code: `permissions.${code}`, column, message: { nl, en, fr } })
const faults = {
  name: says('no-name', 'name', 'Vul een naam in.', 'Enter a name.', 'Indiquez un nom.'),
  email: says('no-email', 'email', 'Dit is geen e-mailadres.', 'This is no e-mail address.', 'Ce n’est pas une adresse e-mail.'),
  twice: says('email-twice', 'email', 'Dit adres staat al hoger in het bestand.', 'This address stands higher up in the file.',
    'Cette adresse figure déjà plus haut dans le fichier.'),
  language: says('no-language', 'language', 'Kies nl, en of fr.', 'Choose nl, en or fr.', 'Choisissez nl, en ou fr.'),
  to: says('no-day', 'to', 'Vul een dag in vanaf vandaag, als 31-12-2026.', 'Enter a day from today on, as 31-12-2026.',
    'Indiquez un jour à partir d’aujourd’hui, comme 31-12-2026.'),
  unit: says('no-unit', 'unit', 'Deze eenheid ken je niet, of er zijn er meer met die naam: gebruik de code.',
    'This unit is unknown, or several bear that name: use the code.',
    'Unité inconnue, ou plusieurs portent ce nom : utilisez le code.'),
  role: says('no-role', 'role', 'Deze rol bestaat daar niet.', 'This role does not exist there.', 'Ce rôle n’existe pas à cet endroit.'),
  rights: says('not-yours-to-give', 'role', 'Deze rol of medewerker mag meer dan jij daar zelf mag.',
    'This role or person may do more there than you may yourself.',
    'Ce rôle ou cette personne peut y faire plus que vous-même.'),
}
