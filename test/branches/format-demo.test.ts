import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { SYSTEM, Unit } from '#core/unit.ts'
import { explainDays } from '#plugins/branches/calendar.ts'
import type { CalendarLayer, CalendarSource, Dated } from '#plugins/branches/contract/arithmetic.ts'
import { CalendarRule, CutException, DayException } from '#plugins/branches/contract/calendar.ts'
import { DaySet, firstHoursKinds, HoursPlan } from '#plugins/branches/contract/hours.ts'
import { demoRegion, type DemoUnit } from '#plugins/branches/demo/region.ts'

const { system, units, daySets } = demoRegion()
const byId = new Map(units.map(unit => [unit.id, unit]))
const today = '2026-11-21'

const layer = (unit: string, said: Partial<DemoUnit>): CalendarLayer => ({
  unit, from: null, to: null, hours: said.hours ?? [], rules: said.rules ?? [], exceptions: said.exceptions ?? [],
  cuts: said.cuts ?? [], years: [],
})
const pathOf = (unit: DemoUnit): DemoUnit[] => {
  const above = byId.get(unit.parent)
  return above ? [unit, ...pathOf(above)] : [unit]
}
const sourceOf = (unit: DemoUnit): CalendarSource => ({
  layers: [...pathOf(unit).map(one => layer(one.id, one)), layer(SYSTEM, system)],
  hoursKinds: firstHoursKinds, daySets, timeZone: 'Europe/Brussels',
})
const named = (name: string) => units.find(({ unit }) => unit.name.startsWith(name))!
const ofType = (type: string) => units.filter(({ unit }) => unit.type === type)
const below = (id: string) => units.filter(unit => unit.parent === id)

describe('The demo region', () => {
  it('is made of units, plans, rules and closings as the contract has them', () => {
    const wrong = [
      ...units.filter(({ unit }) => !Value.Check(Unit, unit)),
      ...units.flatMap(unit => unit.hours.filter(({ body }) => !Value.Check(HoursPlan, body))),
      ...[system, ...units].flatMap(unit => unit.rules.filter(({ body }) => !Value.Check(CalendarRule, body))),
      ...units.flatMap(unit => unit.exceptions.filter(({ body }) => !Value.Check(DayException, body))),
      ...units.flatMap(unit => unit.cuts.filter(({ body }) => !Value.Check(CutException, body))),
      ...daySets.filter(set => !Value.Check(DaySet, set)),
    ]
    expect(wrong).toEqual([])
  })

  it('names every parent before its children, and no unit or code twice', () => {
    const seen = new Set<string>([SYSTEM])
    for (const unit of units) {
      expect(seen.has(unit.parent), unit.unit.name).toBe(true)
      seen.add(unit.id)
    }
    expect(seen.size).toBe(units.length + 1)
    expect(new Set(units.map(({ unit }) => unit.code)).size).toBe(units.length)
    for (const { unit } of ofType('library')) expect(unit.code).toMatch(/^I\d{3}$/)
    for (const type of ['branch', 'bookmobile',
      'stop']) for (const { unit } of ofType(type)) expect(unit.code).toMatch(/^\d{4}$/)
  })

  it('says one thing at a time under each key', () => {
    const twice = (said: readonly Dated<unknown>[]) => said.filter((one, at) => said.some((other, nth) => nth < at &&
      other.key === one.key && (other.from ?? '') <= (one.to ?? '9') && (one.from ?? '') <= (other.to ?? '9')))
    expect(units.flatMap(({ hours, rules, exceptions, cuts }) =>
      [hours, rules, exceptions, cuts].flatMap(said => twice(said as readonly Dated<unknown>[])))).toEqual([])
    expect(twice(system.rules)).toEqual([])
  })

  it('opens every branch that needs hours, but the one that shows a gap', () => {
    const never = units.filter(({ unit }) => unit.needsHours).filter((unit) => {
      const days = explainDays(sourceOf(unit), today, '2027-03-31')
      return !days.some(({ kind, hours }) => kind === 'open' && hours.length > 0)
    })
    expect(never.map(({ unit }) => unit.name)).toEqual(['Bibliotheek Ichtegem'])
  })

  it('has the invented cooperations, prison branch and bookmobile that a trial needs', () => {
    const drieheide = named('Bibliotheek Drieheide')
    expect(below(drieheide.id).filter(({ unit }) => unit.type === 'branch' && unit.public)).toHaveLength(3)
    expect(named('Gevangenisbibliotheek').unit.public).toBe(false)
    expect(below(named('Regio Zwalmvallei').id)).toHaveLength(3)
    expect(below(named('Schelde en Rupel').id)).toHaveLength(2)
    expect(ofType('group').map(({ unit }) => unit.level)).toEqual(['2', '3b', '3a', '3a', '3a', '3b', '1'])
    const stops = ofType('stop')
    expect(stops).toHaveLength(8)
    for (const stop of stops) {
      expect(stop.hours[0]?.body.when?.everyWeeks?.weeks).toBe(2)
      expect(explainDays(sourceOf(stop), '2026-11-02', '2026-11-29').filter(({ kind }) =>
        kind === 'open')).toHaveLength(2)
    }
  })

  it('marks what is invented in its name', () => {
    for (const { unit } of units.filter(one => one.unit.invented)) expect(unit.name).toMatch(/\(verzonnen\)$/)
    for (const one of units.filter(({ unit }) => !unit.invented)) {
      for (const { body } of one.exceptions.filter(said =>
        said.invented)) expect(body.text).toMatch(/verzonnen|inventée/)
    }
  })

  it('keeps real hours: Jette has its vacation and its Christmas, Wieze its Tuesday', () => {
    const kinds = (name: string, from: string, to: string) =>
      explainDays(sourceOf(named(name)), from, to).map(({ day, kind }) => `${day} ${kind}`)
    expect(explainDays(sourceOf(ofType('branch').find(({ unit }) => unit.name === 'Bibliojette')!), '2026-12-23',
      '2026-12-25')
      .map(({ hours }) => hours[0]?.slots[0]?.from)).toEqual(['15:00', '15:00', undefined])
    expect(kinds('Uitleenpost Wieze', '2026-11-24', '2026-11-25')).toEqual(['2026-11-24 open', '2026-11-25 G'])
  })

  it('is closed on Belgian holidays, and on 11 July where Dutch is spoken', () => {
    const on = (name: string, day: string) =>
      explainDays(sourceOf(ofType('branch').find(({ unit }) => unit.name === name)!), day, day)[0]!
    expect(on('Bibliotheek Melle', '2026-07-21').why).toMatchObject({ by: 'rule', unit: SYSTEM })
    expect(on('Bibliotheek Beerse', '2026-07-11').why.by).toBe('rule')
    expect(on('Bibliothèque de Limal', '2026-07-11').kind).toBe('open')
    expect(on('Bibliothèque de Limal', '2026-11-11').why).toMatchObject({ said: { text: 'Armistice' } })
  })

  it('has closings near today: works with a guessed end, a day that is not yet public', () => {
    const zandkant = explainDays(sourceOf(named('Drieheide Zandkant')), today, '2027-01-19')
    expect(zandkant.find(({ day }) => day === '2027-01-16')?.kind).toBe('G')
    expect(zandkant.find(({ day }) => day === '2027-01-17')?.provisional).toBe(true)
    expect(zandkant.find(({ day }) => day === '2027-01-19')?.kind).toBe('open')
    expect(named('Bibliotheek Ter Linden').exceptions[0]?.body.publicFrom).toBeDefined()
  })
})
