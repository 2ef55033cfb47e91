import type { Wanted } from './person.ts'
import { Types } from './scimmy.ts'

const asked: Readonly<Record<string, keyof Wanted>> = {
  'username': 'userName', 'externalid': 'externalId', 'id': 'id', 'emails.value': 'email',
}

/** Who is looked for: a name, a number or an address that is equal, or several of them together. */
export function wantedBy(filter: string | undefined): Wanted {
  if (filter === undefined) return {}
  if (!filter.trim()) throw unheard()
  const either = new Types.Filter(filter) as unknown as Readonly<Record<string, unknown>>[]
  const [clauses] = either
  if (either.length !== 1 || !clauses) throw unheard()
  return Object.fromEntries(flat(clauses).map(([name, said]) => {
    const key = asked[name.toLowerCase()]
    const [comparator, value] = Array.isArray(said) && said.length === 2 ? said as unknown[] : []
    if (!key || typeof value !== 'string' || String(comparator).toLowerCase() !== 'eq') throw unheard()
    return [key, value]
  }))
}

const flat = (clauses: Readonly<Record<string, unknown>>): [string, unknown][] => Object.entries(clauses).flatMap(([name, said]) =>
  typeof said === 'object' && said !== null && !Array.isArray(said)
    ? Object.entries(said).map(([part, inner]): [string, unknown] => [`${name}.${part}`, inner])
    : [[name, said]])

const unheard = () => new Types.Error(400, 'invalidFilter',
  'Users are looked for by userName eq, externalId eq, id eq or emails.value eq, and these joined by and')
