import { stringify } from 'csv-stringify/sync'
import { noteExport, noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { nameOf } from '#plugins/patrons/index.ts'
import { permissions as patronPermissions } from '#plugins/patrons/contract/permission.ts'
import type { MovedAsked, MovedCount, MovedLoan, MovedLoans } from '../contract/moved.ts'
import { namedUnit } from '../item/list.ts'
import { stepNames } from '../loan/why-steps.ts'
import { runOf } from './run.ts'

const PURPOSE = 'due-days-moved'
const MOST_IN_FILE = 100_000

interface Found {
  loan_id: string; person_id: string; act: MovedLoan['act']; due_before: Day; due_after: Day; stands: boolean; branch_id: UnitId
  library_id: UnitId; title: string; card: string | null; family_name: string; first_name: string | null; preferred_name: string | null
  email: string | null; language: Language; unwritten: boolean
}

/** The last that a change did to each loan, of people whose details the reader may see. */
const touched = `
  select distinct on (s.loan_id) s.loan_id, s.act, s.due_before, s.due_after, l.person_id, l.branch_id, l.library_id, l.item_id, l.membership_id,
    l.ended_at is null and l.due_on = s.due_after as stands
  from loan_step s join loan l on l.id = s.loan_id
  where s.set_id = ? and s.act in ('moved', 'moved-back', 'frozen', 'thawed') and l.person_id is not null and l.branch_id = any (?::uuid[])
  order by s.loan_id, s.at desc`

/** The branches of its loans where the reader may look people up. */
async function branchesOf(ctx: Context, set: string): Promise<UnitId[]> {
  const rows: { branch_id: UnitId }[] = await ctx.db('loan').join('loan_step', 'loan_step.loan_id', 'loan.id')
    .where('loan_step.set_id', set).distinct('loan.branch_id')
  return rows.map(({ branch_id: branch }) => branch).filter(branch => ctx.may(patronPermissions.find, branch))
}

export async function countMoved(ctx: Context, set: string): Promise<MovedCount> {
  const branches = await branchesOf(ctx, set)
  const { rows: [{ loans }] } = await ctx.db.raw(
    `select count(*)::int as loans from (${touched}) t join person p on p.id = t.person_id`, [set, branches])
  const run = await ctx.db('run').where({ id: runOf(set) }).whereIn('state', ['waiting', 'running']).first('id')
  return { loans, busy: run !== undefined }
}

/** Whose due day a change moved, or whose fine it let stand still, by name; each of them noted as seen. */
export async function listMoved(ctx: Context, { set, limit = 25, offset = 0 }: MovedAsked): Promise<MovedLoans> {
  const found = await foundIn(ctx, set, limit, offset)
  const people = new Map(found.map(({ person_id: person, library_id: library }) => [person, library]))
  for (const [row, libraryId] of people) await noteView(ctx, { table: 'person', row, libraryId, purpose: PURPOSE })
  return { data: found.map(one => told(ctx, one)), total: (await countMoved(ctx, set)).loans }
}

async function foundIn(ctx: Context, set: string, limit: number, offset: number): Promise<Found[]> {
  const { rows } = await ctx.db.raw(`
    select t.*, i.title, p.family_name, p.first_name, p.preferred_name, p.email, p.language,
      p.deceased_on is not null or p.restricted_on is not null as unwritten,
      (select c.number from card c where c.membership_id = t.membership_id and c.until_on is null and c.blocked_on is null
        order by c.from_on desc, c.id limit 1) as card
    from (${touched}) t join person p on p.id = t.person_id join item i on i.id = t.item_id
    order by p.family_name, p.first_name, t.person_id, t.due_after, t.loan_id limit ? offset ?`,
  [set, await branchesOf(ctx, set), limit, offset])
  return rows as Found[]
}

const told = (ctx: Context, one: Found): MovedLoan => ({
  loan: one.loan_id, person: one.person_id,
  name: nameOf({ familyName: one.family_name, firstName: one.first_name, preferredName: one.preferred_name }),
  card: one.card, email: one.email, language: one.language, unwritten: one.unwritten, title: one.title,
  branch: namedUnit(ctx, one.branch_id).name, act: one.act, actName: stepNames[one.act][ctx.language],
  before: one.due_before, after: one.due_after, stands: one.stands,
})

const heads: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Naam', 'Kaart', 'E-mailadres', 'Taal', 'Titel', 'Vestiging', 'Wat', 'Was', 'Is nu'],
  en: ['Name', 'Card', 'E-mail address', 'Language', 'Title', 'Branch', 'What', 'Was', 'Is now'],
  fr: ['Nom', 'Carte', 'Adresse e-mail', 'Langue', 'Titre', 'Implantation', 'Quoi', 'Avant', 'Maintenant'],
}

/** The same for a mailing: only to whom one may write, and where it still is so. That it was taken out is noted. */
export async function movedAsCsv(ctx: Context, set: string): Promise<string> {
  const rows = (await foundIn(ctx, set, MOST_IN_FILE, 0)).map(one => told(ctx, one)).filter(({ stands, unwritten }) => stands && !unwritten)
  await noteExport(ctx, 'loan', { rows: rows.length, set, purpose: PURPOSE })
  const lines = rows.map(({ name, card, email, language, title, branch, actName, before, after }) =>
    [name, card ?? '', email ?? '', language, title, branch, actName, before, after].map(guarded))
  return stringify([[...heads[ctx.language]], ...lines], { bom: true, record_delimiter: '\r\n' })
}

/** Spreadsheets run what begins like a formula; an apostrophe before it keeps it a text. */
const guarded = (cell: string): string => /^['\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
