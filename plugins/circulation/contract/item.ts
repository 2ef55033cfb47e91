import { Type, type Static } from 'typebox'
import { Day, UnitId, type Texts } from '#core/contract.ts'
import { Nullable } from '#core/contract/change.ts'
import { Code } from '#plugins/parameters/contract/list.ts'

const strict = { additionalProperties: false } as const

/** What the scanner reads: capitals and digits. */
export const Barcode = Type.String({ pattern: '^[0-9A-Z]{4,20}$', examples: ['0290012345678'] })

/** Where an item is. That it is out is its open loan, and no status of its own. Source: domain/2 §1.5. */
export const itemStatusTitles = {
  in: { nl: 'Binnen', en: 'In', fr: 'En rayon' },
  out: { nl: 'Uitgeleend', en: 'On loan', fr: 'En prêt' },
  missing: { nl: 'Vermist', en: 'Missing', fr: 'Manquant' },
  'on-order': { nl: 'In bestelling', en: 'On order', fr: 'En commande' },
  stack: { nl: 'Magazijn', en: 'Stack', fr: 'Réserve' },
  transit: { nl: 'Transport', en: 'In transit', fr: 'En transit' },
  'hold-shelf': { nl: 'Reservering klaar', en: 'On the hold shelf', fr: 'Réservation prête' },
  'written-off': { nl: 'Afgeschreven', en: 'Written off', fr: 'Élagué' },
} as const satisfies Readonly<Record<string, Texts>>
export type ItemStatus = keyof typeof itemStatusTitles
export const itemStatuses = Object.keys(itemStatusTitles) as ItemStatus[]
/** Those that staff give by hand. */
export const givenStatuses = itemStatuses.filter(status => status !== 'out')

/** What happened to it besides. Source: domain/2 §1.5. */
export const subStatusTitles = {
  billed: { nl: 'In nota', en: 'Billed', fr: 'Facturé' },
  'bill-paid': { nl: 'Nota betaald', en: 'Bill paid', fr: 'Note payée' },
  claimed: { nl: 'Volgens de lener teruggebracht', en: 'Claimed returned', fr: 'Déclaré rendu' },
  lost: { nl: 'Verloren', en: 'Lost', fr: 'Perdu' },
  damaged: { nl: 'Beschadigd', en: 'Damaged', fr: 'Abîmé' },
} as const satisfies Readonly<Record<string, Texts>>
export type SubStatus = keyof typeof subStatusTitles
export const subStatuses = Object.keys(subStatusTitles) as SubStatus[]

const Line = (maxLength: number) => Nullable(Type.String({ minLength: 1, maxLength }))
const Cents = Type.Integer({ minimum: 0, maximum: 10_000_000 })
const Title = Type.String({ minLength: 1, maxLength: 300 })

const told = {
  author: Type.Optional(Line(200)),
  shelf: Type.Optional(Line(60)),
  priceCents: Type.Optional(Nullable(Cents)),
  boughtOn: Type.Optional(Nullable(Day)),
  status: Type.Optional(Type.Enum(givenStatuses)),
  subStatus: Type.Optional(Type.Union([Type.Enum(subStatuses), Type.Null()])),
  /** For the reading room only. */
  notForLoan: Type.Optional(Type.Boolean()),
  /** Not for whoever is under eighteen. */
  adultsOnly: Type.Optional(Type.Boolean()),
  /** Not shown to the public. */
  hidden: Type.Optional(Type.Boolean()),
  noHolds: Type.Optional(Type.Boolean()),
  /** Shows when it is taken in. */
  damage: Type.Optional(Line(300)),
  /** What belongs with it, shown when it is lent and taken in. */
  attachment: Type.Optional(Line(300)),
  /** Stands on its bill. */
  billText: Type.Optional(Line(300)),
  memo: Type.Optional(Line(1000)),
}

export const NewItem = Type.Object({
  /** Made before sending, so that a repeat enters nothing twice. */
  id: Type.String({ format: 'uuid' }), barcode: Barcode, title: Title, material: Code, branch: UnitId, ...told,
}, strict)
export type NewItem = Static<typeof NewItem>

export const ItemChange = Type.Object({
  /** The version that its author saw. */
  version: Type.Integer({ minimum: 1, maximum: 2_000_000_000 }),
  title: Type.Optional(Title), material: Type.Optional(Code), branch: Type.Optional(UnitId), ...told,
}, strict)
export type ItemChange = Static<typeof ItemChange>

const Text = Type.String()
const Named = Type.Object({ id: Text, name: Text })

export const ListedItem = Type.Object({
  id: Text, barcode: Text, title: Text, author: Nullable(Text), material: Text, materialName: Text,
  library: Named, branch: Named,
  /** Where it stands until it is home again. */
  at: Named,
  shelf: Nullable(Text), status: Type.Enum(itemStatuses), statusName: Text, dueOn: Nullable(Text),
  subStatus: Type.Union([Type.Enum(subStatuses), Type.Null()]), notForLoan: Type.Boolean(), adultsOnly: Type.Boolean(),
})
export type ListedItem = Static<typeof ListedItem>

export const Item = Type.Object({
  ...ListedItem.properties,
  priceCents: Nullable(Type.Integer()), boughtOn: Nullable(Text), hidden: Type.Boolean(), noHolds: Type.Boolean(),
  damage: Nullable(Text), attachment: Nullable(Text), billText: Nullable(Text), memo: Nullable(Text),
  writtenOffOn: Nullable(Text), version: Type.Integer(), mayChange: Type.Boolean(), mayWriteOff: Type.Boolean(),
}, { $id: 'Item' })
export type Item = Static<typeof Item>

export const ItemsAsked = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 120 })),
  branch: Type.Optional(UnitId),
  library: Type.Optional(UnitId),
  material: Type.Optional(Code),
  status: Type.Optional(Type.Enum(itemStatuses)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
}, strict)
export type ItemsAsked = Static<typeof ItemsAsked>

/** What is found is counted to a thousand: nobody turns more pages. */
export const COUNTED_AT_MOST = 1000
export const ItemList = Type.Object({ data: Type.Array(ListedItem), total: Type.Integer(), more: Type.Boolean() })

/** When it was out, the last time first; to whom is read with the loan. */
export const ItemHistory = Type.Object({
  data: Type.Array(Type.Object({
    loan: Text, branch: Named, lentOn: Text, dueOn: Text, renewals: Type.Integer(), returnedOn: Nullable(Text), endedAs: Nullable(Text),
  })),
})

export const ItemsImport = Type.Object({
  id: Type.String({ format: 'uuid' }),
  /** Whose items they are: barcodes of other libraries are refused row by row. */
  library: UnitId,
  name: Type.String({ minLength: 1, maxLength: 250 }),
  content: Type.String({ minLength: 1, maxLength: 20_000_000 }),
}, strict)
export type ItemsImport = Static<typeof ItemsImport>


