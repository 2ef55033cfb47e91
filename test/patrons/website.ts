import { randomUUID } from 'node:crypto'
import type { Opened, Staff } from '../installation.ts'
import { home, peopleOf, somebody, type Library } from './people.ts'

/** Somebody as they fill in the form of a website. */
export const visitor = (more: object = {}) => {
  const { familyName, firstName, bornOn } = somebody()
  return { familyName, firstName, bornOn, email: `${randomUUID().slice(0, 8)}@example.be`, address: home, ...more }
}

/** What a website sends. */
export const wish = (branch: string, more: object = {}, person: object = {}) =>
  ({ id: randomUUID(), branch, type: '60', person: visitor(person), ...more })

/** A library that lets people enrol online as adults, with the token of its website. */
export async function onlineLibrary(here: Opened, name: string, parent?: string): Promise<Library & { site: Staff }> {
  const people = peopleOf(here)
  const library = await people.library(name, parent)
  await people.say('patrons.online-renewal', true, library.id)
  await people.say('patrons.online-registration', true, library.id)
  await people.say('patrons.online-choice', 'choose', library.id, { membership: '60' })
  return { ...library, site: await here.staff('website', library.id) }
}

/** Enrolled online, with what the website was told. */
export async function onlineMember({ site, branch }: { site: Staff; branch: string }, person: object = {}, more: object = {}) {
  const { status, body } = await site.post('/api/online/enrolments', wish(branch, more, person))
  if (status !== 201) throw new Error(`Not enrolled: ${JSON.stringify(body)}`)
  return body as { id: string; card: string; until: string; feeCents: number }
}
