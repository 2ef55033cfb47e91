import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import { notFound, Refusal, refused, type Fault } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { materialTypeFact } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import type { ItemChange, ItemStatus, NewItem, SubStatus } from '../contract/item.ts'
import { permissions } from '../contract/permission.ts'
import { openLoanOf } from './out.ts'

/** A copy on the shelf: what is lent, where it belongs and where it stands now. */
export interface ItemRow {
  id: string
  barcode: string
  title: string
  author: string | null
  material: string
  libraryId: UnitId
  branchId: UnitId
  atBranchId: UnitId
  shelf: string | null
  priceCents: number | null
  boughtOn: Day | null
  status: Exclude<ItemStatus, 'out'>
  subStatus: SubStatus | null
  notForLoan: boolean
  adultsOnly: boolean
  hidden: boolean
  noHolds: boolean
  damage: string | null
  attachment: string | null
  billText: string | null
  memo: string | null
  writtenOffOn: Day | null
  /** When it was last taken in, whether it was on loan or not. */
  handedInAt: string | null
  version: number
  at: string
}
export class ItemRow extends Row {
  static override tableName = 'item'
}

export async function itemById(ctx: Context, id: string): Promise<ItemRow> {
  const row = await ItemRow.query(ctx.db).findById(id)
  if (!row) throw notFound()
  return row
}

export const itemByBarcode = (ctx: Context, barcode: string): Promise<ItemRow | undefined> =>
  ItemRow.query(ctx.db).findOne({ barcode }).execute()

/** Enters an item. The same id a second time is the same item, so a repeat after a lost answer does nothing. */
export async function enterItem(ctx: Context, { branch, id, barcode, ...told }: NewItem): Promise<ItemRow> {
  const library = libraryFor(ctx, branch)
  const known = await ItemRow.query(ctx.db).findById(id)
  if (known && known.barcode === barcode) return known
  const faults = [
    ...materialFaults(ctx, told.material, branch),
    ...(known || await itemByBarcode(ctx, barcode) ? [barcodeTaken] : []),
  ]
  if (faults.length) throw refused(faults)
  const status = told.status ?? 'in'
  if (status === 'written-off') ctx.demand(permissions['write-off'], branch)
  return ItemRow.query(ctx.db).insertAndFetch({
    ...told, id, barcode, libraryId: library, branchId: branch, atBranchId: branch, at: ctx.now.toString(), status,
    writtenOffOn: status === 'written-off' ? ctx.today(branch) : null,
  })
}

/** Changes an item that its author saw in this very version. */
export async function changeItem(ctx: Context, id: string, { version, branch, ...told }: ItemChange): Promise<ItemRow> {
  const item = await itemById(ctx, id)
  ctx.demand(permissions.items, item.branchId)
  const home = branch ?? item.branchId
  const library = libraryFor(ctx, home)
  const writesOff = told.status !== undefined && (told.status === 'written-off') !== (item.status === 'written-off')
  if (writesOff) ctx.demand(permissions['write-off'], item.branchId)
  if (item.version !== version) throw changedMeanwhile()
  const faults = [
    ...(told.material === undefined || told.material === item.material ? [] : materialFaults(ctx, told.material, home)),
    ...(library === item.libraryId ? [] : [otherLibrary]),
    ...(told.status === 'written-off' && await openLoanOf(ctx, id) ? [onLoan] : []),
  ]
  if (faults.length) throw refused(faults)
  const moved = branch !== undefined && branch !== item.branchId
  return item.$query(ctx.db).patchAndFetch({
    ...told, version: version + 1, ...(moved ? { branchId: home, atBranchId: home } : {}),
    ...(writesOff ? { writtenOffOn: told.status === 'written-off' ? ctx.today(home) : null } : {}),
  })
}

/** The library of a place where items can stand; whoever enters items there holds that right. */
function libraryFor(ctx: Context, branch: UnitId): UnitId {
  const place = unitAt(ctx.configuration, branch, ctx.today(branch))
  const library = homeLibrary(ctx.configuration, branch, ctx.today(branch))
  if (!place || library === undefined) throw notFound()
  ctx.demand(permissions.items, branch)
  if (!['branch', 'bookmobile'].includes(place.type)) throw refused([noBranch])
  return library
}

const materialFaults = (ctx: Context, material: string, branch: UnitId): Fault[] =>
  listed(ctx.configuration, materialTypeFact, branch, ctx.today(branch)).has(material) ? [] : [fault(
    'circulation.no-such-material', '/material', `Er is hier geen materiaalsoort ${material}.`,
    `There is no type of material ${material} here.`, `Il n’y a pas ici de type de document ${material}.`)]

const barcodeTaken = fault('circulation.barcode-taken', '/barcode', 'Een ander exemplaar draagt deze barcode al.',
  'Another item bears this barcode already.', 'Un autre document porte déjà ce code-barres.')
const noBranch = fault('circulation.no-branch', '/branch', 'Een exemplaar staat in een vestiging of een bibliobus.',
  'An item stands in a branch or a bookmobile.', 'Un document se trouve dans une implantation ou un bibliobus.')
const otherLibrary = fault('circulation.other-library', '/branch',
  'Een exemplaar blijft van zijn bibliotheek: kies een van haar vestigingen.',
  'An item stays with its library: choose one of its branches.',
  'Un document reste à sa bibliothèque : choisissez une de ses implantations.')
const onLoan = fault('circulation.item-on-loan', '/status', 'Wat uitgeleend is, kun je niet afvoeren. Neem het eerst in.',
  'What is on loan cannot be written off. Take it in first.', 'Ce qui est en prêt ne peut pas être élagué. Reprenez-le d’abord.')

const changedMeanwhile = () => new Refusal(409, 'circulation.changed-meanwhile', {
  nl: 'Een collega heeft dit intussen gewijzigd. Bekijk het opnieuw en wijzig het dan.',
  en: 'A colleague has changed this meanwhile. Look at it again and then change it.',
  fr: 'Un collègue a modifié ceci entre-temps. Relisez avant de modifier.',
})
