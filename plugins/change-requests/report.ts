import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { needsOf } from '#core/change.ts'
import { grantFact } from '#core/grant.ts'
import { notFound } from '#core/refusal.ts'
import { rolesOn } from '#core/role.ts'
import { SYSTEM, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import type { Report, ReportAsked } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { formTitle } from './form.ts'

/** Asked at least so often, and granted in so many of a hundred: then the helpdesk's word adds little. */
const OFTEN = 5
const NEARLY_ALWAYS = 90
const ROWS_AT_MOST = 200

type Measured = Report['total']

const measures = `
  count(*)::int as asked,
  count(*) filter (where state in ('submitted', 'in-review', 'question', 'approved', 'planned'))::int as open,
  count(*) filter (where state = 'applied')::int as applied, count(*) filter (where state = 'refused')::int as refused,
  count(*) filter (where state = 'withdrawn')::int as withdrawn, count(*) filter (where state = 'put-back')::int as "putBack",
  round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at)) / 3600)::numeric, 1)::float8 as "answerHours",
  round((percentile_cont(0.5) within group (order by extract(epoch from ended_at - submitted_at))
    filter (where state in ('applied', 'put-back')) / 3600)::numeric, 1)::float8 as "appliedHours"`

/** How the helpdesk does, per kind and per library, and which rights could as well be the libraries' own. */
export async function reportOn(ctx: Context, { unit = SYSTEM, from, to }: ReportAsked): Promise<Report> {
  if (!unitAt(ctx.configuration, unit, ctx.today()) || !ctx.may(permissions.report, unit)) throw notFound()
  const below = unitsBelow(treeOn(ctx.configuration, ctx.today()), unit)
  const scope = `r.submitted_at >= :from::date and r.submitted_at < :to::date + 1
    and (:all or r.unit_id = any (:below::uuid[]) or r.library_ids && :below::uuid[])`
  const bindings = { from, to, all: unit === SYSTEM, below }
  const { rows } = await ctx.db.raw(`
    select form, ${measures} from request r where ${scope} group by grouping sets ((), (form)) order by asked desc`, bindings)
  const measured = rows as (Measured & { form: string | null })[]
  const libraries: (Measured & { library: string | null })[] = (await ctx.db.raw(`
    select library, ${measures} from request r left join unnest(r.library_ids) as library on true
    where ${scope} and (:all or library = any (:below::uuid[])) group by library order by asked desc`, bindings)).rows
  const only = ({ asked, open, applied, refused, withdrawn, putBack, answerHours, appliedHours }: Measured): Measured =>
    ({ asked, open, applied, refused, withdrawn, putBack, answerHours, appliedHours })
  const total = measured.find(row => row.form === null)
  return {
    total: only(total ?? nothing),
    byForm: measured.flatMap(row => row.form === null ? [] : { form: row.form, title: formTitle(ctx, row.form), ...only(row) }).slice(0, ROWS_AT_MOST),
    byLibrary: libraries.slice(0, ROWS_AT_MOST).map(row => ({
      unit: row.library, name: row.library === null ? '' : unitAt(ctx.configuration, row.library, ctx.today())?.name ?? '', ...only(row),
    })),
    candidates: await candidatesIn(ctx, scope, bindings),
  }
}

const nothing: Measured = {
  asked: 0, open: 0, applied: 0, refused: 0, withdrawn: 0, putBack: 0, answerHours: null, appliedHours: null,
}

interface Often { kind: string; parameter: string | null; asked: number; applied: number; refused: number; payload: unknown; authors: (string | null)[] }

/** One kind of change, and of settings each by itself; the latest payload tells which right it asks. */
async function candidatesIn(ctx: Context, scope: string, bindings: object): Promise<Report['candidates']> {
  const { rows } = await ctx.db.raw(`
    select i.kind, i.payload ->> 'parameter' as parameter, count(distinct r.id)::int as asked,
      count(distinct r.id) filter (where r.state = 'applied')::int as applied,
      count(distinct r.id) filter (where r.state in ('refused', 'put-back'))::int as refused,
      (array_agg(i.payload order by r.number desc))[1] as payload, array_agg(distinct coalesce(r.asker_id, r.author_id)) as authors
    from request r join change_item i on i.set_id = r.set_id where ${scope}
    group by 1, 2 having count(distinct r.id) >= :often order by asked desc limit 50`, { ...bindings, often: OFTEN })
  return (rows as Often[]).flatMap(often => {
    const granted = often.applied + often.refused
    const rule = ctx.installation.registry.changes.get(often.kind)
    const [need] = rule ? needsOf(rule, ctx.configuration, often.payload, ctx.today(), ctx.installation.registry) : []
    if (!rule || !need || granted < OFTEN || often.applied * 100 < granted * NEARLY_ALWAYS) return []
    const { permission } = need
    return [{
      kind: often.kind, title: ctx.installation.registry.parameters.get(often.parameter ?? '')?.title[ctx.language] ?? rule.kind.title[ctx.language],
      asked: often.asked, applied: often.applied, refused: often.refused,
      permission: { name: permission.name, allows: permission.allows[ctx.language] },
      role: roleLacking(ctx, permission.name, often.authors),
    }]
  })
}

/** The role that most of them hold and that does not allow it yet. */
function roleLacking(ctx: Context, permission: string, people: readonly (string | null)[]): Report['candidates'][number]['role'] {
  const today = ctx.today()
  const roles = rolesOn(ctx.configuration, today)
  const held = [...ctx.configuration.all(grantFact)].flat()
    .filter(said => holdsOn(said, today) && people.includes(said.body.staff) && roles.get(said.body.role)?.permissions.has(permission) === false)
  const [most] = [...Map.groupBy(held, said => said.body.role)].sort(([, a], [, b]) => b.length - a.length)
  const role = most && roles.get(most[0])
  return role ? { code: role.code, name: role.name[ctx.language] } : null
}
