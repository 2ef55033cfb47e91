import type { UnitType } from '#core/contract.ts'
import type { Unit } from '#core/contract/unit.ts'
import type { UnitFields } from '#plugins/units/contract.ts'

/** A unit's record as somebody types it. */
export interface UnitForm {
  readonly type: UnitType
  readonly code: string
  readonly name: string
  readonly level: string
  readonly public: boolean
  readonly needsHours: boolean
  readonly province: string
  readonly inhabitants: string
  readonly isil: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  /** Latitude and longitude as one copies them from a map: `51.0479, 3.7275`. */
  readonly coordinates: string
  readonly website: string
}

export const levels = ['1', '2', '3a', '3b', '3c'] as const

const placed: readonly UnitType[] = ['branch', 'bookmobile', 'stop']
/** Where nobody said otherwise: people come to a branch or a stop, and know when. */
const needsHours = (type: UnitType) => type === 'branch' || type === 'stop'

/** What is asked of each type of unit; the rest has no meaning there. */
export const asks = (type: UnitType) => ({
  level: type === 'group',
  people: type === 'group' || type === 'library',
  isil: type === 'library' || type === 'branch',
  visitors: placed.includes(type),
  address: type === 'library' || type === 'branch' || type === 'stop',
  website: type !== 'stop' && type !== 'system',
})

/** What may be opened below a unit of each type, the usual one first. */
export const openable: Readonly<Record<UnitType, readonly UnitType[]>> = {
  system: ['group', 'library'],
  group: ['library'],
  library: ['branch', 'bookmobile'],
  bookmobile: ['stop'],
  branch: [],
  stop: [],
}

export const emptyForm = (type: UnitType): UnitForm => ({
  type,
  code: '',
  name: '',
  level: type === 'group' ? '3b' : '',
  public: true,
  needsHours: needsHours(type),
  province: '',
  inhabitants: '',
  isil: '',
  street: '',
  postalCode: '',
  city: '',
  country: 'BE',
  coordinates: '',
  website: '',
})

const place = ({ coordinates }: Partial<Unit>) => (coordinates ? `${coordinates.lat}, ${coordinates.lon}` : '')

export const formOf = (unit: Unit): UnitForm => ({
  type: unit.type,
  code: unit.code,
  name: unit.name,
  level: unit.level ?? '',
  public: unit.public ?? true,
  needsHours: unit.needsHours ?? needsHours(unit.type),
  province: unit.province ?? '',
  inhabitants: unit.inhabitants?.toString() ?? '',
  isil: unit.isil ?? '',
  street: unit.address?.street ?? '',
  postalCode: unit.address?.postalCode ?? '',
  city: unit.address?.city ?? '',
  country: unit.address?.country ?? '',
  coordinates: place(unit),
  website: unit.website ?? '',
})

/** Reads `51.0479, 3.7275` (or with a semicolon or a space between); undefined when it is not a place. */
export const readPlace = (typed: string) => {
  const parts = /^\s*(-?\d{1,2}(?:[.]\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:[.]\d+)?)\s*$/.exec(typed)
  if (!parts) return undefined
  const [lat, lon] = [Number(parts[1]), Number(parts[2])]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

const site = (typed: string) => (typed === '' || /^https?:\/\//.test(typed) ? typed : `https://${typed}`)
const count = (typed: string) => Number(typed.replace(/[ .\u202f\u00a0]/g, ''))

/** The keys of the texts that say what is not right yet, by field. */
export const faultsIn = (form: UnitForm): Partial<Record<keyof UnitForm, string>> => ({
  ...(form.name.trim() === '' ? { name: 'units.form.fault.name' } : {}),
  ...(form.code.trim() === '' ? { code: 'units.form.fault.code' } : {}),
  ...(form.inhabitants.trim() !== '' && !Number.isSafeInteger(count(form.inhabitants))
    ? { inhabitants: 'units.form.fault.inhabitants' }
    : {}),
  ...(form.coordinates.trim() !== '' && readPlace(form.coordinates) === undefined
    ? { coordinates: 'units.form.fault.coordinates' }
    : {}),
  ...(form.isil.trim() !== '' && !/^[A-Z]{1,4}-[A-Za-z0-9:/-]{1,11}$/.test(form.isil.trim())
    ? { isil: 'units.form.fault.isil' }
    : {}),
  ...(form.country.trim() !== '' && !/^[A-Z]{2}$/.test(form.country.trim())
    ? { country: 'units.form.fault.country' }
    : {}),
})

const addressOf = (form: UnitForm): Unit['address'] => {
  const address = {
    ...(form.street.trim() ? { street: form.street.trim() } : {}),
    ...(form.postalCode.trim() ? { postalCode: form.postalCode.trim() } : {}),
    ...(form.city.trim() ? { city: form.city.trim() } : {}),
  }
  if (Object.keys(address).length === 0) return undefined
  return { ...address, ...(form.country.trim() ? { country: form.country.trim() } : {}) }
}

/** The record that the form stands for; only what its type is asked. */
export const unitOf = (form: UnitForm): Unit => {
  const asked = asks(form.type)
  const address = asked.address ? addressOf(form) : undefined
  const coordinates = asked.address ? readPlace(form.coordinates) : undefined
  return {
    type: form.type,
    code: form.code.trim(),
    name: form.name.trim(),
    ...(asked.level && form.level ? { level: form.level as NonNullable<Unit['level']> } : {}),
    ...(asked.visitors ? { public: form.public, needsHours: form.needsHours } : {}),
    ...(asked.people && form.province.trim() ? { province: form.province.trim() } : {}),
    ...(asked.people && form.inhabitants.trim() ? { inhabitants: count(form.inhabitants) } : {}),
    ...(asked.isil && form.isil.trim() ? { isil: form.isil.trim() } : {}),
    ...(address ? { address } : {}),
    ...(coordinates ? { coordinates } : {}),
    ...(asked.website && form.website.trim() ? { website: site(form.website.trim()) } : {}),
  }
}

/** What can be said otherwise of a unit, in the order it is told. */
export const changing = [
  'name',
  'code',
  'level',
  'public',
  'needsHours',
  'province',
  'inhabitants',
  'isil',
  'address',
  'coordinates',
  'website',
] as const

/** Only what differs from what is stored: null where something was emptied. Null when nothing does. */
export const fieldsOf = (form: UnitForm, stored: Unit): UnitFields | null => {
  const [before, after] = [unitOf(formOf(stored)), unitOf(form)]
  const differing = changing.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (differing.length === 0) return null
  return Object.fromEntries(differing.map(field => [field, after[field] ?? null])) as UnitFields
}
