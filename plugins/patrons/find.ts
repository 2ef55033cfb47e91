import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import type { Search } from './contract/act.ts'
import type { ListedPatron } from './contract/page.ts'
import { MembershipRow, isValid } from './membership.ts'
import { isShown, placeOf } from './patron.ts'
import { nameOf, PersonRow } from './person.ts'
import { statusSentence, typeName } from './status-words.ts'

/**
 * Who answers to what was typed or scanned, likest first, within reach: a card, parts of a name in any order, a date of
 * birth, an address of e-mail, a phone or external number. Accents, slips of the keyboard and ij or y are forgiven; who
 * died is found with a star before the name.
 */
export async function search(ctx: Context, { q, limit = 25 }: Search): Promise<{ data: ListedPatron[]; more: boolean }> {
  const { words, born } = readQuery(q)
  if (!words && !born) return { data: [], more: false }
  const { rows } = await ctx.db.raw('select find_patrons(?, ?::date, ?) as id', [words, born, limit + 1])
  const ids = (rows as { id: string }[]).map(({ id }) => id)
  // Eight digits that are nobody's number may be a day of birth, as it is typed without signs.
  const [, day, month, year] = (ids.length === 0 && /^(\d{2})(\d{2})(\d{4})$/.exec(words)) || []
  if (year && readQuery(`${day}/${month}/${year}`).born) return search(ctx, { q: `${day}/${month}/${year}`, limit })
  return { data: await listedPatrons(ctx, ids.slice(0, limit)), more: ids.length > limit }
}

/** A date of birth among the words is taken out of them: `peeters 12/5/1990`, `1990-05-12`. */
export function readQuery(q: string): { words: string; born: Day | null } {
  const found = /(?:^|\s)(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?=\s|$)/.exec(q)
  if (!found) return { words: q.trim(), born: null }
  const [all, d, m, y, year, month, day] = found
  const told = [y ?? year, (m ?? month ?? '').padStart(2, '0'), (d ?? day ?? '').padStart(2, '0')].join('-')
  const born = isDay(told) ? told : null
  return born ? { words: q.replace(all, ' ').trim(), born } : { words: q.trim(), born: null }
}

function isDay(told: string): boolean {
  try {
    return Temporal.PlainDate.from(told, { overflow: 'reject' }).year > 1850
  } catch {
    return false
  }
}

/** People as a list shows them, in the order that was asked, as far as the reader may know them. */
export async function listedPatrons(ctx: Context, ids: readonly string[]): Promise<ListedPatron[]> {
  if (!ids.length) return []
  const people = new Map((await PersonRow.query(ctx.db).whereIn('id', [...ids])).map(person => [person.id, person]))
  const memberships = (await MembershipRow.query(ctx.db).whereIn('person_id', [...ids])
    .orderBy([{ column: 'until_on', order: 'desc' }, 'id'])).filter(row => isShown(ctx, row))
  return ids.flatMap(id => {
    const person = people.get(id)
    const theirs = memberships.filter(({ personId }) => personId === id)
    return person && theirs.length ? [listedAs(ctx, person, theirs)] : []
  })
}

function listedAs(ctx: Context, person: PersonRow, memberships: readonly MembershipRow[]): ListedPatron {
  const { id, number, kind, bornOn, deceasedOn, addresses: [address] } = person
  const today = ctx.today()
  const shown = memberships.find(one => isValid(one, today)) ?? memberships[0]
  return {
    id, number, kind, name: nameOf(person), bornOn, deceasedOn,
    address: address ? `${address.street} ${address.number ?? ''}, ${address.postalCode} ${address.city}`.replace(' ,', ',') : null,
    branch: shown ? placeOf(ctx, shown.branchId) : null, typeName: shown ? typeName(ctx, shown) : null,
    status: shown ? statusSentence(ctx, shown, today) : '', isValid: shown !== undefined && isValid(shown, today),
  }
}
