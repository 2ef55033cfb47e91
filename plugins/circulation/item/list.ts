import type { Static } from 'typebox'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { dayOf, unitAt } from '#core/unit.ts'
import { materialTypeFact, type MaterialType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { COUNTED_AT_MOST, itemStatusTitles, type Item, type ItemHistory, type ItemsAsked, type ListedItem } from '../contract/item.ts'
import { permissions } from '../contract/permission.ts'
import { ItemRow, itemById } from './item.ts'
import { outOf, type Out } from './out.ts'

/** One word with a digit in it. */
const LIKE_BARCODE = /^\S*\d\S*$/

/** Items by words of their title, author or barcode: what bears the barcode itself first, then by title. */
export async function listItems(ctx: Context, asked: ItemsAsked) {
  const { q = '', limit = 25, offset = 0 } = asked
  const found = ItemRow.query(ctx.db)
  for (const word of q.trim().split(/\s+/)) {
    if (word) void found.whereRaw('words like ?', ['%' + await plainWord(ctx, word) + '%'])
  }
  if (asked.branch) void found.where('branch_id', asked.branch)
  if (asked.library) void found.where('library_id', asked.library)
  if (asked.material) void found.where({ material: asked.material })
  if (asked.status === 'out') void found.whereRaw('id in (select item_id from items_out(null))')
  else if (asked.status) void found.where({ status: asked.status })
  if (asked.status === 'in') void found.whereRaw('id not in (select item_id from items_out(null))')
  const { rows: [{ total }] } = await ctx.db.raw('select count(*)::int as total from (?) as found',
    [found.clone().select('id').limit(COUNTED_AT_MOST + 1).toKnexQuery()])
  // Titles are read in the order of their index, which a barcode that goes first would break off.
  if (LIKE_BARCODE.test(q.trim())) void found.orderByRaw('barcode = upper(?) desc', [q.trim()])
  const rows = await found.orderBy(['title', 'id']).limit(limit).offset(offset)
  const out = await outOf(ctx, rows.map(({ id }) => id))
  return {
    data: rows.map(row => listedItem(ctx, row, out.get(row.id))), total: Math.min(total, COUNTED_AT_MOST), more: total > COUNTED_AT_MOST,
  }
}

/** As the table spells it, so that the index finds it; signs that mean something to LIKE stand for themselves. */
async function plainWord(ctx: Context, word: string): Promise<string> {
  const { rows: [{ plain }] } = await ctx.db.raw('select name_words(?) as plain', [word])
  return String(plain).replace(/[\\%_]/g, sign => `\\${sign}`)
}

export const namedUnit = (ctx: Context, id: UnitId) =>
  ({ id, name: unitAt(ctx.configuration, id, dayOf(ctx.configuration, id, ctx.today()))?.name ?? '' })

export function listedItem(ctx: Context, item: ItemRow, out: Out | undefined): ListedItem {
  const { id, barcode, title, author, material, shelf, subStatus, notForLoan, adultsOnly } = item
  const status = out ? 'out' : item.status
  return {
    id, barcode, title, author, material, materialName: materialName(ctx, item.branchId, material),
    library: namedUnit(ctx, item.libraryId), branch: namedUnit(ctx, item.branchId), at: namedUnit(ctx, item.atBranchId),
    shelf, status, statusName: itemStatusTitles[status][ctx.language], dueOn: out?.dueOn ?? null, subStatus, notForLoan, adultsOnly,
  }
}

export const materialName = (ctx: Context, unit: UnitId, material: string): string =>
  listed<MaterialType>(ctx.configuration, materialTypeFact, unit, ctx.today()).get(material)?.name[ctx.language] ?? material

/** All there is to know of one item. */
export async function itemTold(ctx: Context, item: ItemRow): Promise<Item> {
  const { priceCents, boughtOn, hidden, noHolds, damage, attachment, billText, memo, writtenOffOn, version } = item
  const out = (await outOf(ctx, [item.id])).get(item.id)
  return {
    ...listedItem(ctx, item, out), priceCents, boughtOn, hidden, noHolds, damage, attachment, billText, memo, writtenOffOn, version,
    mayChange: ctx.may(permissions.items, item.branchId), mayWriteOff: ctx.may(permissions['write-off'], item.branchId),
  }
}

const LOANS_TOLD = 50

/** When it was out, as far as the reader reaches. */
export async function historyOf(ctx: Context, id: string): Promise<Static<typeof ItemHistory>> {
  const item = await itemById(ctx, id)
  const rows = await ctx.db('loan').where({ item_id: item.id }).orderBy('lent_at', 'desc').limit(LOANS_TOLD)
    .select('id', 'branch_id', 'lent_on', 'due_on', 'renewals', 'returned_on', 'ended_as')
  return {
    data: rows.map(row => ({
      loan: row.id, branch: namedUnit(ctx, row.branch_id), lentOn: row.lent_on, dueOn: row.due_on, renewals: row.renewals,
      returnedOn: row.returned_on, endedAs: row.ended_as,
    })),
  }
}
