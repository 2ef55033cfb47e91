import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { materialTypeFact } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'

export type Cells = Readonly<Record<string, string>>

/** What one row says of an item; a cell that is not there leaves what stands. */
export interface ReadRow {
  readonly barcode: string
  readonly title: string
  readonly material: string
  readonly branchId: UnitId
  readonly author?: string | null
  readonly shelf?: string | null
  readonly priceCents?: number | null
  readonly boughtOn?: Day | null
}
export interface RowFault { readonly field: string; readonly value: string; readonly reason: Texts }

const names: Readonly<Record<'barcode' | 'title' | 'author' | 'material' | 'branch' | 'shelf' | 'price' | 'bought', readonly string[]>> = {
  barcode: ['barcode', 'exemplaarnummer', 'code-barres'], title: ['title', 'titel', 'titre'], author: ['author', 'auteur'],
  material: ['material', 'materiaalsoort', 'rmt', 'document'], branch: ['branch', 'vestiging', 'implantation'],
  shelf: ['shelf', 'plaats', 'rayon'], price: ['price', 'prijs', 'prix'], bought: ['bought', 'aankoopdatum', 'achat'],
}

/** Reads rows for one library: branches by their number, types of material by their code; the first fault of a row is told. */
export function readingFor(ctx: Context, library: UnitId): (cells: Cells) => ReadRow | RowFault {
  const tree = treeOn(ctx.configuration, ctx.today())
  const branches = new Map(unitsBelow(tree, library).flatMap(id => {
    const unit = tree.units.get(id)
    return unit && ['branch', 'bookmobile'].includes(unit.type) ? [[unit.code, id] as const] : []
  }))
  const materials = listed(ctx.configuration, materialTypeFact, library, ctx.today())
  return cells => {
    const cell = (field: keyof typeof names) => names[field].map(name => cells[name]?.trim()).find(text => text !== undefined)
    const barcode = cell('barcode')?.toUpperCase() ?? ''
    const title = cell('title') ?? ''
    const material = cell('material') ?? ''
    const branchId = branches.get(cell('branch') ?? '')
    const price = readPrice(cell('price'))
    const bought = readDay(cell('bought'))
    const wrong = (field: keyof typeof names, reason: Texts): RowFault => ({ field, value: cell(field) ?? '', reason })
    if (!/^[0-9A-Z]{4,20}$/.test(barcode)) return wrong('barcode', reasons.barcode)
    if (title === '' || title.length > 300) return wrong('title', reasons.title)
    if (!materials.has(material)) return wrong('material', reasons.material)
    if (branchId === undefined) return wrong('branch', reasons.branch)
    if (price === 'wrong') return wrong('price', reasons.price)
    if (bought === 'wrong') return wrong('bought', reasons.bought)
    return {
      barcode, title, material, branchId, ...optional('author', cell('author'), 200), ...optional('shelf', cell('shelf'), 60),
      ...(price === undefined ? {} : { priceCents: price }), ...(bought === undefined ? {} : { boughtOn: bought }),
    }
  }
}

const optional = (field: 'author' | 'shelf', text: string | undefined, most: number) =>
  text === undefined ? {} : { [field]: text === '' ? null : text.slice(0, most) }

/** `15,99`, `15.99` or `€ 15,99`; an empty cell is no price. */
function readPrice(text: string | undefined): number | null | undefined | 'wrong' {
  if (text === undefined) return undefined
  if (text === '') return null
  const [, euros, cents = ''] = /^(?:€\s*)?(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return euros === undefined ? 'wrong' : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** `2025-03-04` or `4/3/2025`. */
function readDay(text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined
  if (text === '') return null
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)$/.exec(text) ?? []
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  try {
    return /^(19|20)\d\d-\d\d-\d\d$/.test(iso) ? Temporal.PlainDate.from(iso).toString() : 'wrong'
  } catch {
    return 'wrong'
  }
}

const reasons = {
  barcode: {
    nl: 'Een barcode heeft 4 tot 20 cijfers en hoofdletters.', en: 'A barcode has 4 to 20 digits and capitals.',
    fr: 'Un code-barres compte de 4 à 20 chiffres et majuscules.',
  },
  title: {
    nl: 'Geef een titel van hoogstens 300 tekens.', en: 'Give a title of at most 300 characters.',
    fr: 'Indiquez un titre de 300 caractères au plus.',
  },
  material: {
    nl: 'Deze materiaalsoort bestaat niet in deze bibliotheek.', en: 'This type of material does not exist in this library.',
    fr: 'Ce type de document n’existe pas dans cette bibliothèque.',
  },
  branch: {
    nl: 'Geef het nummer van een vestiging van deze bibliotheek.', en: 'Give the number of a branch of this library.',
    fr: 'Indiquez le numéro d’une implantation de cette bibliothèque.',
  },
  price: { nl: 'Schrijf de prijs als 15,99.', en: 'Write the price as 15.99.', fr: 'Écrivez le prix comme 15,99.' },
  bought: {
    nl: 'Schrijf de dag als 4/3/2025 of 2025-03-04.', en: 'Write the day as 4/3/2025 or 2025-03-04.',
    fr: 'Écrivez le jour comme 4/3/2025 ou 2025-03-04.',
  },
} as const satisfies Readonly<Record<string, Texts>>
