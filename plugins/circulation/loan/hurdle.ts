import type { Texts } from '#core/contract.ts'

/** Where somebody asks: of a colleague who looks at them, or of a machine that lends by itself. */
export type Counter = 'desk' | 'self-service'

/** What stands in the way of lending or renewing, in words that the desk can say aloud. */
export interface Obstacle {
  readonly code: string
  readonly message: Texts
  /** Nobody passes it here; else it is a question. */
  readonly stops: boolean
  /** Whoever passes it says why, which stays with the loan. */
  readonly asksReason: boolean
  /** Where in the body it stands. */
  readonly pointer: string
}

type Writing = readonly [nl: string, en: string, fr: string]

const obstacle = (code: string, [nl, en, fr]: Writing, more: Partial<Obstacle> = {}): Obstacle =>
  ({ code: `circulation.${code}`, message: { nl, en, fr }, stops: false, asksReason: false, pointer: '/item', ...more })

export const stop = (code: string, nl: string, en: string, fr: string, pointer = '/item') =>
  obstacle(code, [nl, en, fr], { stops: true, pointer })
export const question = (code: string, nl: string, en: string, fr: string) => obstacle(code, [nl, en, fr])
/** A question whose answer is an exception to the rules. */
export const exception = (code: string, nl: string, en: string, fr: string) => obstacle(code, [nl, en, fr], { asksReason: true })

/** As it is written in a body: without the plugin before it. */
export const passedAs = (code: string) => code.slice(code.indexOf('.') + 1)

export const noOpenDay: Obstacle = stop('no-open-day', 'De kalender heeft na de leentermijn geen openingsdag meer. Vul eerst de kalender aan.',
  'After the loan period the calendar has no opening day left. Complete the calendar first.',
  'Après la durée de prêt, le calendrier n’a plus de jour d’ouverture. Complétez d’abord le calendrier.', '/branch')
