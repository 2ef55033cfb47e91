import { isDeepStrictEqual } from 'node:util'
import { defineChange } from '#core/change.ts'
import type { Lay, Reading, Segment } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { SYSTEM, unitAt, unitFact, type Unit } from '#core/unit.ts'
import { inEach, listed, sinceDay } from '#core/wording.ts'
import { changeUnit, permissions, type UnitFields } from './contract.ts'
import { detailFaults } from './detail.ts'
import { nameOf, unitFaults } from './place.ts'

type Field = keyof UnitFields

/** What makes a unit findable and what a cooperation means; the rest is a library's own business. */
const structural: readonly Field[] = ['code', 'level', 'isil']

/** New details from a day on; what a later change already says differently about a detail stands. */
export const changing = defineChange(changeUnit, {
  needs: (_reading, { unit, fields }) => [{
    permission: structural.some(field => field in fields) ? permissions.manage : permissions.change, unit,
  }],
  refusals: (reading, { unit, from, fields }) => {
    const missing = unit === SYSTEM && !touchesCode(fields) ? [] : unitFaults(reading, unit, from, '/unit')
    const now = unitAt(reading, unit, from)
    return missing.length || !now ? missing : detailFaults(reading, unit, withFields(now, fields), '/fields')
      .filter(({ pointer }) => pointer.slice('/fields/'.length) in fields)
  },
  lays: (reading, { unit, from, fields }) => [...laysOf(reading, unit, from, fields)],
  sentence: (reading, { unit, from, fields }) => inEach(language => {
    const changed = listed(language, Object.entries(fields).map(([field, value]) => {
      const word = words[field as Field][language]
      return typeof value === 'string' ? `${word} ${quoted[language](value)}` : word
    }))
    const [name, day] = [nameOf(reading, unit, from), sinceDay(language, from)]
    return {
      nl: `${name}: ${changed} ${day}`, en: `${name}: ${changed} ${day}`, fr: `${name} : ${changed} ${day}`,
    }[language]
  }),
})

const touchesCode = (fields: UnitFields) => 'code' in fields || 'level' in fields

function* laysOf(reading: Reading, unit: UnitId, from: Day, fields: UnitFields): Iterable<Lay<Unit>> {
  const coming = reading.of(unitFact, unit).filter(({ to }) => to === null || to >= from).sort(byStart)
  const first = coming[0]?.body
  const carried = new Set(Object.keys(fields) as Field[])
  for (const said of coming) {
    for (const field of carried) if (!isDeepStrictEqual(said.body[field], first?.[field])) carried.delete(field)
    if (!carried.size) return
    const own = Object.fromEntries(Object.entries(fields).filter(([field]) => carried.has(field as Field)))
    const start = said.from === null || said.from < from ? from : said.from
    yield { fact: unitFact, unit, key: 'unit', from: start, to: said.to, body: withFields(said.body, own) }
  }
}

const byStart = (a: Segment, b: Segment) => (a.from ?? '') < (b.from ?? '') ? -1 : 1

/** The unit with its new details; null takes one away. */
const withFields = (unit: Unit, fields: UnitFields): Unit =>
  Object.fromEntries(Object.entries({ ...unit, ...fields }).filter(([, value]) => value !== null)) as Unit

const quoted = {
  nl: (text: string) => `“${text}”`, en: (text: string) => `“${text}”`, fr: (text: string) => `« ${text} »`,
}

const words: Readonly<Record<Field, { nl: string; en: string; fr: string }>> = {
  code: { nl: 'code', en: 'code', fr: 'code' },
  name: { nl: 'naam', en: 'name', fr: 'nom' },
  level: { nl: 'niveau', en: 'level', fr: 'niveau' },
  public: { nl: 'zichtbaar voor publiek', en: 'visible to the public', fr: 'visible du public' },
  needsHours: { nl: 'heeft openingsuren', en: 'has opening hours', fr: 'a des heures d’ouverture' },
  province: { nl: 'provincie', en: 'province', fr: 'province' },
  inhabitants: { nl: 'inwonertal', en: 'inhabitants', fr: 'nombre d’habitants' },
  isil: { nl: 'ISIL', en: 'ISIL', fr: 'ISIL' },
  address: { nl: 'adres', en: 'address', fr: 'adresse' },
  timeZone: { nl: 'tijdzone', en: 'time zone', fr: 'fuseau horaire' },
  coordinates: { nl: 'coördinaten', en: 'coordinates', fr: 'coordonnées' },
  website: { nl: 'website', en: 'website', fr: 'site web' },
}
