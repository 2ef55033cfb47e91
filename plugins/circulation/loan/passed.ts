import { Refusal, refused } from '#core/refusal.ts'
import { passedAs, type Obstacle } from './hurdle.ts'

interface Answered { readonly also?: readonly string[] | undefined; readonly reason?: string | undefined }

/** What whoever asks has not passed: stops always, questions unless they are named, exceptions only with a reason. */
export const leftOf = (obstacles: readonly Obstacle[], { also = [], reason }: Answered): Obstacle[] =>
  obstacles.filter(({ code, stops, asksReason }) => stops || !also.includes(passedAs(code)) || (asksReason && reason === undefined))

/** Refuses with every stop, or else with every question at once; answers the codes that were passed. */
export function demandPassed(obstacles: readonly Obstacle[], answered: Answered): string[] {
  const left = leftOf(obstacles, answered)
  const stops = left.filter(one => one.stops)
  if (stops.length) throw refused(stops.map(({ code, pointer, message }) => ({ code, pointer, message })))
  if (left.length) throw new Refusal(409, 'circulation.asks', {
    nl: 'Kijk dit even na.', en: 'Please look at this.', fr: 'Vérifiez ceci.',
  }, {
    faults: left.map(({ code, pointer, message }) => ({ code, pointer, message })),
    more: { questions: left.map(({ code, asksReason }) => ({ code: passedAs(code), asksReason })) },
  })
  return obstacles.map(({ code }) => passedAs(code))
}
