import type { Notation } from '#core/contract.ts'
import type { DunningMethod, FineMethod, HoldMethod, LoanMethod, RenewalMethod } from './line.ts'

/** `1,50`. */
const price = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
/** Nothing is `0`, as staff write it. */
const priceOrNothing = (cents: number) => cents === 0 ? '0' : price(cents)
/** Whole euros without cents, as in `0/1/1`. */
const shortPrice = (cents: number) => cents % 100 === 0 ? String(cents / 100) : price(cents)

const readCount = (text: string | undefined) => /^\d{1,4}$/.test(text ?? '') ? Number(text) : undefined

/** Whole euros, or with one or two decimals after a comma or a point: `1`, `0,5`, `1.50`. */
function readPrice(text: string | undefined): number | undefined {
  const said = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text ?? '')
  return said ? Number(said[1]) * 100 + Number((said[2] ?? '').padEnd(2, '0')) : undefined
}

/** What stands between the strokes; spaces do not count. */
const partsOf = (text: string) => text.slice(0, 60).split('/').map(part => part.trim())

/** The value when every part could be read. */
const whole = <T extends object>(read: { [K in keyof T]: T[K] | undefined }): T | undefined =>
  Object.values(read).includes(undefined) ? undefined : read as T

export const loanNotation: Notation<LoanMethod> = {
  parts: {
    nl: 'leendagen / verlengdagen / minimumleeftijd, met leengeld: leendagen / verlengdagen / leengeld / minimumleeftijd',
    en: 'loan days / renewal days / minimum age, with a fee: loan days / renewal days / fee / minimum age',
    fr: 'jours de prêt / jours de prolongation / âge minimum, avec redevance : jours / jours / redevance / âge',
  },
  print: ({ loanDays, renewalDays, feeCents, minimumAge }) =>
    [loanDays, renewalDays, ...(feeCents > 0 ? [price(feeCents)] : []), minimumAge].join('/'),
  parse: text => {
    const said = partsOf(text)
    const [loan, renewal, fee, age] = said.length === 3 ? [said[0], said[1], '0', said[2]] : said
    return said.length > 4 ? undefined : whole<LoanMethod>({
      loanDays: readCount(loan), renewalDays: readCount(renewal), feeCents: readPrice(fee), minimumAge: readCount(age),
    })
  },
}

export const fineNotation: Notation<FineMethod> = {
  parts: {
    nl: 'bedrag per dag / boetevrije dagen / maximum, per periode: bedrag / dagen per periode / boetevrije dagen / maximum',
    en: 'amount a day / free days / maximum, per period: amount / days in a period / free days / maximum',
    fr: 'montant par jour / jours sans amende / maximum, par période : montant / jours / jours sans amende / maximum',
  },
  print: ({ amountCents, periodDays, graceDays, maximumCents }) => [
    priceOrNothing(amountCents), ...(periodDays === 1 ? [] : [periodDays]), graceDays,
    maximumCents === null ? '-' : priceOrNothing(maximumCents),
  ].join('/'),
  parse: text => {
    const said = partsOf(text)
    const [amount, period, grace, maximum] = said.length === 3 ? [said[0], '1', said[1], said[2]] : said
    return said.length > 4 ? undefined : whole<FineMethod>({
      amountCents: readPrice(amount), periodDays: readCount(period), graceDays: readCount(grace),
      maximumCents: maximum === '-' ? null : readPrice(maximum),
    })
  },
}

export const dunningNotation: Notation<DunningMethod> = {
  parts: {
    nl: 'dagen tot aanmaning 1 / van aanmaning 1 tot 2 / tot de nota / attendering vooraf (0 is niet gebruikt)',
    en: 'days to reminder 1 / from reminder 1 to 2 / to the bill / pre-notice before (0 is not used)',
    fr: 'jours avant le rappel 1 / du rappel 1 au 2 / avant la note / rappel préalable (0 : pas utilisé)',
  },
  print: ({ reminder1Days, reminder2Days, billDays, preNoticeDays }) =>
    [reminder1Days, reminder2Days, billDays, preNoticeDays].join('/'),
  parse: text => {
    const said = partsOf(text)
    const [first, second, bill, notice] = said.map(readCount)
    return said.length === 4 ? whole<DunningMethod>({
      reminder1Days: first, reminder2Days: second, billDays: bill, preNoticeDays: notice,
    }) : undefined
  },
}

const starts = { v: 'renewal-day', t: 'due-date' } as const
const BLOCKED = /^blokkeer( verlengen)?$/i

export const renewalNotation: Notation<RenewalMethod> = {
  parts: {
    nl: 'aantal keren / V vanaf de verlengdag of T vanaf de inleverdatum / blokkeer: niet online of aan de zelfuitleen',
    en: 'how often / V from the day of renewal or T from the due date / blokkeer: not online or at self-service',
    fr: 'nombre de fois / V à partir de la prolongation ou T à partir de la date de retour / blokkeer : ni en ligne ni à l’automate',
  },
  print: ({ times, start, blockOnline }) =>
    [times, start === 'renewal-day' ? 'V' : 'T', ...(blockOnline ? ['blokkeer'] : [])].join('/'),
  parse: text => {
    const [times, start = '', blocked, ...more] = partsOf(text)
    if (more.length || (blocked !== undefined && !BLOCKED.test(blocked)) || !/^[vt]$/i.test(start)) return undefined
    return whole<RenewalMethod>({
      times: readCount(times), start: starts[start.toLowerCase() as 'v' | 't'], blockOnline: blocked !== undefined,
    })
  },
}

const NO_HOLD = { allowed: false, placingCents: 0, pickupCents: 0, notCollectedCents: 0 }

export const holdNotation: Notation<HoldMethod> = {
  parts: {
    nl: 'kost bij plaatsen / bij afhalen / bij niet afhalen; - is niet te reserveren',
    en: 'cost at placing / at pick-up / when not collected; - may not be reserved',
    fr: 'frais à la demande / au retrait / sans retrait ; - : pas de réservation',
  },
  print: ({ allowed, placingCents, pickupCents, notCollectedCents }) =>
    allowed ? [placingCents, pickupCents, notCollectedCents].map(shortPrice).join('/') : '-',
  parse: text => {
    const said = partsOf(text)
    if (text.trim() === '-') return NO_HOLD
    const [placing, pickup, notCollected] = said.map(readPrice)
    return said.length === 3 ? whole<HoldMethod>({
      allowed: true, placingCents: placing, pickupCents: pickup, notCollectedCents: notCollected,
    }) : undefined
  },
}
