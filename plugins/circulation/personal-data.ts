import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import type { Forgetting, PersonalData } from '#core/plugin.ts'
import { SYSTEM } from '#core/unit.ts'
import { dayIn, inEach } from '#core/wording.ts'
import { loanHistoryDays, loanHistoryYears } from '#plugins/patrons/contract/parameter/record.ts'

interface Out { readonly person: string; readonly out: number; readonly due: Day }

const stillOut = (out: number, due: Day) => inEach(language => ({
  nl: `${out} ${out === 1 ? 'exemplaar' : 'exemplaren'} uitgeleend tot ${dayIn(language, due)}`,
  en: `${out} ${out === 1 ? 'item' : 'items'} on loan until ${dayIn(language, due)}`,
  fr: `${out} ${out === 1 ? 'exemplaire emprunté' : 'exemplaires empruntés'} jusqu’au ${dayIn(language, due)}`,
})[language])

const periodsOf = (ctx: Context) => ({ days: ctx.parameter(loanHistoryDays, SYSTEM), years: ctx.parameter(loanHistoryYears, SYSTEM) })

/** When a loan that is over loses its name: `days` after it ended, or `years` for whoever keeps a history. */
const GOES = `(loan.ended_at at time zone 'UTC')::date
  + case when person.keeps_history then make_interval(years => ?) else make_interval(days => ?) end`

/** By choice of whoever borrowed: a few months, or some years; then a loan is counted and nobody's (domain/2 §2.2, [L10]). */
const historyForgotten: Forgetting = {
  name: 'loan-history',
  title: { nl: 'leningen die hun lener vergeten', en: 'loans that forget their patron', fr: 'prêts détachés de leur usager' },
  why(ctx): Texts {
    const { days, years } = periodsOf(ctx)
    return {
      nl: `${days} dagen na de inname, of na ${years} jaar bij wie een leenhistoriek bewaart. De lening zelf blijft in de tellingen.`,
      en: `${days} days after their return, or ${years} years for whoever keeps a loan history. The loan itself stays in the figures.`,
      fr: `${days} jours après le retour, ou ${years} ans pour qui garde un historique. Le prêt reste dans les statistiques.`,
    }
  },
  async due(ctx, by) {
    const { days, years } = periodsOf(ctx)
    const { rows } = await ctx.db.raw(`
      select loan.member_library_id as library, greatest(${GOES}, ?::date)::date as day, count(*)::int as count
      from loan join person on person.id = loan.person_id
      where loan.ended_at is not null and loan.ended_at < ?::date - make_interval(days => ?) + interval '1 day' and ${GOES} <= ?::date
      group by 1, 2 order by 2, 1`, [years, days, ctx.today(), by, days, years, days, by])
    return rows as { library: UnitId; day: Day; count: number }[]
  },
  async forget(ctx, atMost) {
    const { days, years } = periodsOf(ctx)
    const { rows } = await ctx.db.raw(`
      select loan.id, loan.member_library_id as library from loan join person on person.id = loan.person_id
      where loan.ended_at is not null and loan.ended_at < ?::date - make_interval(days => ?) + interval '1 day' and ${GOES} <= ?::date
      order by loan.ended_at limit ?`, [ctx.today(), days, years, days, ctx.today(), atMost])
    const loans = rows as { id: string; library: UnitId }[]
    const ids = loans.map(({ id }) => id)
    if (ids.length) await ctx.db.raw('select unname_loans(?)', [ids])
    await ctx.db('offline_act').whereIn('loan_id', ids).update(nameless)
    return [...Map.groupBy(loans, ({ library }) => library)].map(([library, some]) => ({ library, count: some.length }))
  },
}

const nameless = { person_id: null, card: null, note: null, faults: '[]' } as const

/** What a desk kept while the line was down: by whom it took them to be, or by the number of their card alone. */
const namelessActs = (db: Context['db'], where: object, person: string) => db('offline_act').where(where)
  .orWhereIn('card', db('card').where({ person_id: person, ...('library_id' in where && { library_id: where.library_id }) }).select('number'))
  .update(nameless)

/** Loans know a person; without them they stay what they were: an item that was out, from when to when. */
export const personalData: PersonalData = {
  rows: [{ table: 'loan', membership: 'membership_id' }, { table: 'offline_act' }],
  async collect({ db }, personId) {
    return {
      offline_act: await db('offline_act').where({ person_id: personId }).select('act', 'at', 'item', 'card', 'state'),
      loan: await db('loan').join('item', 'item.id', 'loan.item_id').where({ 'loan.person_id': personId })
      .select('item.title', 'loan.lent_at', 'loan.due_on', 'loan.ended_at', 'loan.ended_as', 'loan.returned_on', 'loan.renewals', 'loan.fine_cents'),
    }
  },
  async erase({ db }, personId) {
    await db.raw('select forget_loans(?, null)', [personId])
    await namelessActs(db, { person_id: personId }, personId)
  },
  async eraseAt({ db }, personId, membershipId) {
    await db.raw('select forget_loans(?, ?)', [personId, membershipId])
    const member: { library_id: UnitId } | undefined = await db('membership').where({ id: membershipId }).first('library_id')
    if (member) await namelessActs(db, { person_id: personId, library_id: member.library_id }, personId)
  },
  open: {
    async of({ db }, personIds) {
      const { rows } = await db.raw(`
        select person_id as person, count(*)::int as out, max(due_on) as due from loan
        where person_id = any (?) and ended_at is null group by 1`, [[...personIds]])
      return new Map((rows as Out[]).map(({ person, out, due }) => [person, [stillOut(out, due)]]))
    },
    all: ({ db }) => db('loan').whereNull('ended_at').whereNotNull('person_id').select('person_id'),
  },
  forgets: [historyForgotten],
}
