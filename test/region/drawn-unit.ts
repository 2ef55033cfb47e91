import type { UnitId } from '#core/contract.ts'
import { SYSTEM, type Unit } from '#core/unit.ts'
import type { Chance } from '#plugins/circulation/demo/chance.ts'

export interface DrawnUnit { readonly id: UnitId; readonly parent: UnitId; readonly unit: Unit }

const beginnings = [
  'Ooster', 'Wester', 'Molen', 'Berken', 'Linden', 'Zande', 'Heide', 'Vijver', 'Kapelle', 'Bos', 'Meers', 'Donker',
  'Witte', 'Laar', 'Hulst',
  'Eiken', 'Rooi', 'Steen', 'Beek', 'Weide', 'Kouter', 'Vlas', 'Riet', 'Elzen', 'Dries',
] as const
const endings = [
  'kerke', 'beke', 'dale', 'gem', 'hout', 'rode', 'zele', 'wijk', 'velde', 'berg', 'donk', 'lo', 'brugge', 'ham',
  'hoven',
] as const
const quarters = [
  'Centrum', 'Station', 'Park', 'Dorp', 'Markt', 'Noord', 'Zuid', 'West', 'Kaai', 'Kouter', 'Molen', 'Haven',
] as const
const provinces = ['Antwerpen', 'Limburg', 'Oost-Vlaanderen', 'Vlaams-Brabant', 'West-Vlaanderen'] as const
const levels = ['1', '2', '3a', '3b', '3c'] as const
const STOPS = 8

/** Groups, libraries, branches, and a bookmobile with stops for every hundred libraries; parents first. */
export function drawUnits(
  chance: Chance, { libraries, branches }: { libraries: number; branches: number }
): DrawnUnit[] {
  if (libraries > 999 || branches + libraries > 9000) throw new Error('Codes reach for 999 libraries and 9000 branches')
  let code = 0
  const nextCode = () => String(++code).padStart(4, '0')
  const groups = Array.from({ length: Math.ceil(libraries / 20) }, (_, n) => drawn(chance, SYSTEM, {
    type: 'group', code: `G${String(n + 1).padStart(2, '0')}`, name: `Regio ${townAt(n * 7)}`,
    level: chance.one(levels), needsHours: false,
  }))
  const home = () => chance.hits(0.6) ? chance.one(groups).id : SYSTEM
  const bibs = Array.from({ length: libraries }, (_, n) => drawn(chance, home(), {
    type: 'library', code: `I${String(n + 1).padStart(3, '0')}`, name: `Bibliotheek ${townAt(n)}`,
    province: chance.one(provinces),
    inhabitants: 5000 + 100 * chance.below(600), isil: `BE-R${String(n + 1).padStart(3, '0')}`, needsHours: false,
  }))
  const shops = Array.from({ length: branches }, (_, n) => {
    const home = n < libraries ? n : Math.floor(libraries * chance.next() ** 1.5)
    const library = bibs[home]
    if (!library) throw new Error('A branch needs a library')
    return drawn(chance, library.id, branch(chance, nextCode(), home, n < libraries))
  })
  const buses = Array.from({
    length: Math.floor(libraries / 100)
  }, (_, n) => drawn(chance, bibs[n * 50]?.id ?? SYSTEM, {
    type: 'bookmobile', code: nextCode(), name: `Bibbus ${townAt(n * 50)}`, public: true, needsHours: false,
  }))
  const stops = buses.flatMap(bus => Array.from({ length: STOPS }, (_, n) => drawn(chance, bus.id, {
    type: 'stop', code: nextCode(), name: `Halte ${quarters[n % quarters.length]} ${n + 1}`, public: true,
    needsHours: true,
  })))
  return [...groups, ...bibs, ...shops, ...buses, ...stops]
}

const drawn = (chance: Chance, parent: UnitId, unit: Unit): DrawnUnit => ({
  id: chance.uuid(), parent, unit: { ...unit, invented: true },
})

function branch(chance: Chance, code: string, home: number, isMain: boolean): Unit {
  const city = townAt(home)
  const isPublic = isMain || !chance.hits(0.02)
  return {
    type: 'branch', code, name: isMain ? `Hoofdbibliotheek ${city}` : `${city} ${chance.one(quarters)} ${code}`,
    public: isPublic, needsHours: isPublic,
    address: {
      street: `${chance.one(['Kerkstraat', 'Dorpsplein', 'Stationslaan', 'Schoolstraat'])} ${1 + chance.below(150)}`,
      postalCode: String(1500 + chance.below(8400)), city, country: 'BE',
    },
    coordinates: { lat: 50.7 + chance.next() * 0.7, lon: 2.6 + chance.next() * 3.2 },
  }
}

/** The n-th invented place name; they repeat only after 375, and then with a prefix. */
function townAt(n: number): string {
  const name = `${beginnings[n % beginnings.length]}${endings[Math.floor(n / beginnings.length) % endings.length]}`
  const round = Math.floor(n / (beginnings.length * endings.length))
  return ['', 'Groot-', 'Klein-'][round] + name
}
