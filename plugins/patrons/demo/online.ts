import { randomUUID } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { onlineChoice, onlineRegistration, onlineRenewal } from '../contract/parameter/online.ts'
import { discreet } from '../contract/parameter/type.ts'
import { enrolOnline } from '../online/enrol.ts'

/** A library of the demo lets people enrol online; who borrows in its prison is nobody else's business. */
export const onlineAllowed = (library: UnitId, prison: UnitId, from: Day): Item[] => {
  const set = (parameter: string, value: unknown, where?: object, unit = library): Item =>
    ({ kind: setParameter.name, payload: { unit, parameter, from, to: null, value, ...(where && { where }) } })
  return [
    set(onlineRenewal.name, true), set(onlineRegistration.name, true),
    ...['40', '60', '80'].map(membership => set(onlineChoice.name, 'choose', { membership })),
    set(discreet.name, true, undefined, prison),
  ]
}

interface Visitor { readonly daysAgo: number; readonly time: string; readonly firstName: string; readonly familyName: string; readonly bornOn: Day }

/** Invented people who enrolled online and were not seen at the desk yet; the last looks like somebody who is known. */
export const visitors: readonly Visitor[] = [
  { daysAgo: 58, time: '21:40', firstName: 'Noor', familyName: 'Hermans', bornOn: '1996-03-14' },
  { daysAgo: 19, time: '20:05', firstName: 'Youssef', familyName: 'Amrani', bornOn: '1988-11-02' },
  { daysAgo: 6, time: '13:30', firstName: 'Griet', familyName: 'Vandamme', bornOn: '1971-07-25' },
  { daysAgo: 2, time: '22:15', firstName: 'Lotte', familyName: 'Segers', bornOn: '2001-01-30' },
]

/** Somebody fills in the form of the website. */
export async function visit(ctx: Context, branch: UnitId, { firstName, familyName, bornOn }: Omit<Visitor, 'daysAgo' | 'time'>): Promise<void> {
  await enrolOnline(ctx, {
    id: randomUUID(), branch, type: '60',
    person: {
      firstName, familyName, bornOn, email: `${`${firstName}.${familyName}`.toLowerCase().replace(/[^a-z.]/g, '')}@voorbeeld.be`, phones: ['0470 12 34 56'],
      address: { street: 'Kerkstraat', number: '8', postalCode: '9000', city: 'Gent', country: 'BE' },
    },
  })
}

/** An adult member of another library, whose name and day of birth the next visitor shares. */
export async function knownElsewhere(ctx: Context, library: UnitId): Promise<Omit<Visitor, 'daysAgo' | 'time'> | undefined> {
  const row = await ctx.db('person').where({ kind: 'person' }).where('born_on', '<', '1990-01-01').whereRaw('not (library_ids @> array[?::uuid])', [library])
    .whereNotNull('first_name').orderBy('number').first('first_name', 'family_name', 'born_on')
  return row && { firstName: row.first_name, familyName: row.family_name, bornOn: row.born_on }
}
