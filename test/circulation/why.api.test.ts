import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { advanceRuns } from '#core/run.ts'
import type { Why } from '#plugins/circulation/contract/loan.ts'
import { openInstallation, type Answer, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** "Why this date?" and "why this fine?", in the words that somebody at the desk reads out or prints. */
let here: Opened
let zwalm: Lending

const loanRule = (loanDays: number) => zwalm.say('rules.loan', { loanDays, renewalDays: loanDays, feeCents: 0, minimumAge: 0 })
const fineRule = (amountCents: number, more: object = {}) =>
  zwalm.say('rules.fine', { amountCents, periodDays: 1, graceDays: 0, maximumCents: 300, ...more })

beforeAll(async () => {
  // Events wait by the clock of the database: that of the test is ahead of it.
  here = await openInstallation({ now: '2031-06-03T10:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  await loanRule(28)
  await fineRule(10)
  await zwalm.say('rules.fine-closed-days', false)
}, 60_000)
afterAll(() => here.close())

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
async function lent(day: string, more: object = {}) {
  await zwalm.on(day)
  const [patron, item] = [await zwalm.patron({ bornOn: '1985-02-03' }), await zwalm.item(more)]
  const { loan } = done(await zwalm.lend(patron.card, item.barcode))
  return { ...patron, barcode: item.barcode, loan: loan.id as string }
}
async function close(from: string, to: string, text: string, more: object = {}) {
  await here.apply({ kind: 'branches.close', payload: {
    units: [zwalm.branch], from, to, kind: 'G', text, extendLoans: true, also: [], leave: [], ...more,
  } })
  await deliverEvents(here.installation)
  await advanceRuns(here.installation)
}
const plain = (lines: readonly string[]) => lines.map(line => line.replaceAll(/[\u00a0\u202f]/g, ' '))
async function why(loan: string, language: Language = 'nl') {
  const body: Why = (await here.app.inject({ url: `/api/loans/${loan}/why`, headers: { cookie: zwalm.desk.cookieIn(language) } })).json()
  return { ...body, sentences: plain(body.sentences), fine: plain(body.fine), differs: plain(body.differs) }
}

test('a due day that a closing moved: the rule with its level, the calendar of which branch, from which day to which', async () => {
  const { loan } = await lent('2031-06-03')
  await close('2031-06-29', '2031-07-05', 'inventaris')
  expect((await why(loan)).sentences).toEqual([
    'Uitgeleend op dinsdag 3 juni 2031 in Zwalm centrum.',
    'Volgens de regel van de bibliotheek Zwalm (28/28/0, vanaf 1 januari 2020) mag het 28 dagen blijven: tot dinsdag 1 juli 2031.',
    'Dan is Zwalm centrum open volgens de kalender: uiterlijk in te leveren op dinsdag 1 juli 2031.',
    'Daarna heeft je bib de datum verschoven van 1 juli 2031 naar 8 juli 2031, omdat de vestiging sluit: inventaris.',
  ])
  expect((await why(loan, 'en')).sentences).toEqual([
    'Lent on Tuesday 3 June 2031 at Zwalm centrum.',
    'By the rule of the library Zwalm (28/28/0, from 1 January 2020) it may stay 28 days: until Tuesday 1 July 2031.',
    'By its calendar Zwalm centrum is open then: to be back by Tuesday 1 July 2031.',
    'After that your library moved the day from 1 July 2031 to 8 July 2031, because the branch closes: inventaris.',
  ])
  expect((await why(loan, 'fr')).sentences).toEqual([
    'Prêté le mardi 3 juin 2031 à Zwalm centrum.',
    'Selon la règle de la bibliothèque Zwalm (28/28/0, à partir du 1 janvier 2020), il peut rester 28 jours : jusqu’au mardi 1 juillet 2031.',
    'Selon son calendrier, Zwalm centrum est alors ouverte : à rendre au plus tard le mardi 1 juillet 2031.',
    'Ensuite, votre bibliothèque a reporté la date du 1 juillet 2031 au 8 juillet 2031, parce que l’implantation ferme : inventaris.',
  ])
  expect((await why(loan)).differs).toEqual([])
})

test('a closed day that was known when it was lent says why it was closed', async () => {
  await close('2031-07-11', '2031-07-12', 'Feest van de Vlaamse Gemeenschap')
  const { loan } = await lent('2031-06-13')
  expect((await why(loan)).sentences).toContain(
    'Op vrijdag 11 juli 2031 is Zwalm centrum gesloten (Feest van de Vlaamse Gemeenschap). De datum schuift op naar dinsdag 15 juli 2031.')
  await close('2031-08-01', '2031-08-01', 'verrassing', { publicFrom: '2031-07-20T00:00:00Z' })
  const { loan: early } = await lent('2031-07-04', {})
  expect((await why(early)).sentences).toContain('Op vrijdag 1 augustus 2031 is Zwalm centrum gesloten. De datum schuift op naar zaterdag 2 augustus 2031.')
})

test('a renewed loan tells from when it counts, and no move of the day before', async () => {
  const { loan } = await lent('2031-09-02')
  await close('2031-09-30', '2031-09-30', 'personeelsdag')
  expect((await why(loan)).sentences.at(-1)).toContain('verschoven van 30 september 2031 naar 1 oktober 2031')
  await zwalm.on('2031-09-16')
  done(await zwalm.renew([loan]))
  expect((await why(loan)).sentences).toEqual([
    'Uitgeleend op dinsdag 2 september 2031 en een keer verlengd, op dinsdag 16 september 2031 in Zwalm centrum.',
    'De nieuwe termijn telt vanaf die dag.',
    expect.stringMatching(/mag het 28 dagen blijven: tot dinsdag 14 oktober 2031\.$/),
    'Dan is Zwalm centrum open volgens de kalender: uiterlijk in te leveren op dinsdag 14 oktober 2031.',
  ])
  await zwalm.say('rules.renewal', { times: 5, start: 'due-date', blockOnline: false })
  done(await zwalm.renew([loan]))
  expect((await why(loan)).sentences.slice(0, 2)).toEqual([
    'Uitgeleend op dinsdag 2 september 2031 en 2 keer verlengd, de laatste keer op dinsdag 16 september 2031 in Zwalm centrum.',
    'De nieuwe termijn telt vanaf de vorige inleverdatum, dinsdag 14 oktober 2031.',
  ])
  expect((await why(loan)).steps.map(({ actName }) => actName)).toEqual(['Uitgeleend', 'Verschoven', 'Verlengd', 'Verlengd'])
  await zwalm.say('rules.renewal', { times: 1, start: 'renewal-day', blockOnline: false })
})

test('what was entered afterwards says so, and a day that was said aloud is no closing', async () => {
  await zwalm.on('2031-10-01')
  await zwalm.say('rules.loan', { loanDays: 42, renewalDays: 28, feeCents: 0, minimumAge: 0 }, { where: { material: 'DVD' } })
  const [{ card }, { barcode }] = [await zwalm.patron({}, { from: '2031-01-01' }), await zwalm.item()]
  const act = { id: randomUUID(), act: 'lend', card, item: barcode, at: '2031-10-01T08:00:00Z', told: '2031-11-04' }
  const batch = done(await zwalm.desk.post('/api/offline-batches', { id: randomUUID(), branch: zwalm.branch, device: 'Bus', acts: [act] }))
  done(await zwalm.desk.post(`/api/offline-batches/${batch.id}/replay`))
  const told = await why(act.id)
  expect(told.sentences).toEqual([
    'Uitgeleend op woensdag 1 oktober 2031 in Zwalm centrum.',
    'Er was toen geen server: de uitlening is later ingevoerd, met de dag van toen.',
    expect.stringMatching(/tot woensdag 29 oktober 2031\.$/),
    'Dan is Zwalm centrum open volgens de kalender: uiterlijk in te leveren op woensdag 29 oktober 2031.',
    'Toen er geen server was, zei de balie 4 november 2031 in plaats van 29 oktober 2031: die latere datum blijft gelden.',
  ])
  expect([told.differs, told.steps.map(({ actName, reason }) => [actName, reason])]).toEqual([
    [], [['Uitgeleend', null], ['Gezegd zonder server', null]],
  ])
})

describe('a fine', () => {
  test('that stood still says over which days, how many count and how many do not', async () => {
    await zwalm.close('B', '2031-12-19')
    await zwalm.say('rules.fine-closed-days', true)
    const { loan, barcode } = await lent('2031-11-04')
    await zwalm.on('2031-12-04')
    await close('2031-12-09', '2031-12-13', 'werken', { closing: randomUUID(), parts: { 'due-dates': { move: 'none', late: 'freeze' } } })
    await zwalm.on('2031-12-20')
    expect(done(await zwalm.takeIn(barcode)).fineCents).toBe(120)
    expect((await why(loan)).fine).toEqual([
      'In te leveren op 2 december 2031, gerekend tot en met 20 december 2031 met de kalender van Zwalm centrum: '
        + '12 dagen tellen mee, ook 4 gesloten dagen; niet meegeteld: 1 boetevrije dag.',
      'De boete stond stil van 9 december 2031 tot en met 13 december 2031, omdat de vestiging gesloten was.',
      'Daardoor tellen 5 dagen niet mee.',
      'Volgens de regel van de bibliotheek Zwalm (0,10/0/3,00, vanaf 1 januari 2020) is dat € 0,10 per dag, samen € 1,20.',
    ])
    expect((await why(loan, 'fr')).fine.slice(1, 3)).toEqual([
      'L’amende a été suspendue du 9 décembre 2031 au 13 décembre 2031, car l’implantation était fermée.', '5 jours ne comptent donc pas.',
    ])
    await zwalm.say('rules.fine-closed-days', false)
  })

  test('of two terms adds them up, and tells what it would be by other rules since', async () => {
    await fineRule(20, { graceDays: 1, periodDays: 7 })
    const { loan, barcode } = await lent('2032-01-06')
    await zwalm.on('2032-02-06')
    done(await zwalm.renew([loan]))
    await zwalm.on('2032-03-16')
    expect(done(await zwalm.takeIn(barcode)).fineCents).toBe(40)
    const told = await why(loan)
    expect(told.fine).toEqual([
      'In te leveren op 3 februari 2032, gerekend tot en met 6 februari 2032 met de kalender van Zwalm centrum: 2 dagen tellen mee.',
      'De eerste dag is gratis en telt niet mee.',
      'Volgens de regel van de bibliotheek Zwalm (0,20/7/1/3,00, vanaf 1 januari 2020) is dat € 0,20 per begonnen 7 dagen, samen € 0,20.',
      'In te leveren op 5 maart 2032, gerekend tot en met 16 maart 2032 met de kalender van Zwalm centrum: '
        + '6 dagen tellen mee; niet meegeteld: 4 gesloten dagen.',
      'De eerste dag is gratis en telt niet mee.',
      'Volgens de regel van de bibliotheek Zwalm (0,20/7/1/3,00, vanaf 1 januari 2020) is dat € 0,20 per begonnen 7 dagen, samen € 0,20.',
      'Alles samen € 0,40.',
    ])
    expect(told.differs).toEqual([])
    await fineRule(50)
    expect((await why(loan)).differs).toEqual(['Het reglement is sindsdien veranderd: daarmee zou de boete € 3,00 zijn. De boete van toen blijft.'])
    await fineRule(10)
  })
})

test('what holds since differs by rule or by calendar, and the day of then stands', async () => {
  const { loan } = await lent('2032-04-06')
  await loanRule(21)
  expect((await why(loan)).differs).toEqual(['Het reglement is sindsdien veranderd: daarmee zou het dinsdag 27 april 2032 zijn. De datum van toen blijft gelden.'])
  await loanRule(28)
  await close('2032-05-04', '2032-05-04', 'defect', { extendLoans: false })
  expect((await why(loan, 'fr')).differs).toEqual(['Le calendrier a changé depuis : il donnerait mercredi 5 mai 2032. La date d’alors reste valable.'])
})
