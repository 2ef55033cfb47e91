import { randomUUID } from 'node:crypto'
import type { Item } from '#core/change.ts'
import { plusDays } from '#core/draft.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { OpenContext } from '#core/work.ts'
import { setTeam, setTemplate } from '../contract/setup.ts'
import { sendRequest } from '../send.ts'
import { demoRequests } from './requests.ts'

/** How a story of the demo is told: what somebody did so many days ago, at a time of the day. */
export interface Teller {
  readonly today: Day
  unitOf(code: string): UnitId
  staffOf(email: string): string
  act(daysAgo: number, time: string, by: string, does: (ctx: OpenContext) => Promise<void>): Promise<void>
}

/** Teams of the helpdesk, with who is in them, and its answers, laid before its first request. */
export const helpdeskSetup = (staffOf: Teller['staffOf']): readonly Item[] => [
  { kind: setTeam.name, payload: { code: 'geld', team: {
    name: { nl: 'Geld en tarieven', en: 'Money and tariffs', fr: 'Argent et tarifs' },
    forms: [
      'parameters.replacement-prices', 'parameters.activate-bill-reminder', 'parameters.activate-registration-bill',
      'parameters.activate-bailiff', 'parameters.bill-fine', 'parameters.interlibrary-cost', 'parameters.online-payment',
      'change-requests.money-code', 'change-requests.old-financial-data',
    ],
    members: [staffOf('helpdesk@demo.filiaal')],
  } } },
  { kind: setTeam.name, payload: { code: 'diensten', team: {
    name: { nl: 'Diensten en toegang', en: 'Services and access', fr: 'Services et accès' },
    forms: ['change-requests.subscription', 'permissions.access'],
    members: [staffOf('inge@demo.filiaal'), staffOf('tweede@demo.filiaal')],
  } } },
  { kind: setTemplate.name, payload: { code: 'works', template: {
    title: { nl: 'Sluiting voor werken', en: 'Closed for works', fr: 'Fermeture pour travaux' },
    text: {
      nl: 'De sluiting staat klaar. Duurt het langer of korter? Pas de laatste dag dan aan in de kalender: de rest schuift mee.',
      en: 'The closure is ready. Does it take longer or shorter? Change its last day in the calendar: the rest moves along.',
      fr: 'La fermeture est prête. Plus longue ou plus courte ? Modifiez le dernier jour dans le calendrier : le reste suit.',
    },
  } } },
]

/** The requests of the demo, each sent and handled as people do, through the same doors. */
export async function tellOfRequests(teller: Teller): Promise<void> {
  const { today, unitOf } = teller
  for (const { daysAgo, time, by, at, from, applyIn, steps, ...asked } of demoRequests(teller)) {
    const id = randomUUID()
    await teller.act(daysAgo, time, by, ctx => sendRequest(ctx, {
      ...asked, id, unit: unitOf(at), ...(from !== undefined && { from: plusDays(today, from) }),
      ...(applyIn !== undefined && { applyOn: plusDays(today, applyIn) }),
    }))
    for (const { daysAgo: later, time: then, by: who, does } of steps) await teller.act(later, then, who, ctx => does(ctx, id))
  }
}
