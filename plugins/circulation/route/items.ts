import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { notFound } from '#core/refusal.ts'
import { readRun } from '#core/run.ts'
import { RunAnswer } from '#plugins/branches/contract/answers.ts'
import { Barcode, Item, ItemChange, ItemHistory, ItemList, ItemsAsked, ItemsImport, NewItem } from '../contract/item.ts'
import { permissions } from '../contract/permission.ts'
import { importItems } from '../item/import.ts'
import { changeItem, enterItem, itemByBarcode, itemById } from '../item/item.ts'
import { historyOf, itemTold, listItems } from '../item/list.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['items'], ...parts })
const { items: permission } = permissions
/** Signs beyond ASCII weigh more on the way than in the file. */
const BODY_LIMIT = 40 * 1024 * 1024

/** Items: where each stands, whose it is, and whether it is out. Everybody who works in the region may look. */
export const itemRoutes: Routes = async api => {
  api.get('/items', {
    config: { allow: 'signed-in' },
    schema: schema('Find items by words, branch, material or status', { querystring: ItemsAsked, response: { 200: ItemList } }),
  }, ({ ctx, query }) => listItems(ctx, query))

  api.get('/items/:id', {
    config: { allow: 'signed-in' },
    schema: schema('Read one item, and whether it is out', { params: OneOf, response: { 200: Item } }),
  }, async ({ ctx, params }) => itemTold(ctx, await itemById(ctx, params.id)))

  api.get('/items/by-barcode/:barcode', {
    config: { allow: 'signed-in' },
    schema: schema('Read the item that bears a barcode', { params: Type.Object({ barcode: Barcode }, strict), response: { 200: Item } }),
  }, async ({ ctx, params }) => {
    const item = await itemByBarcode(ctx, params.barcode)
    if (!item) throw notFound()
    return itemTold(ctx, item)
  })

  api.get('/items/:id/history', {
    config: { allow: { permission: permissions.lend } },
    schema: schema('List when an item was out', { params: OneOf, response: { 200: ItemHistory } }),
  }, ({ ctx, params }) => historyOf(ctx, params.id))

  api.post('/items', {
    config: { allow: { permission } },
    schema: schema('Enter a new item at a branch', { body: NewItem, response: { 201: Item } }),
  }, async ({ ctx, body }, reply) => {
    const item = await enterItem(ctx, body)
    void reply.code(201)
    return itemTold(ctx, item)
  })

  api.patch('/items/:id', {
    config: { allow: { permission } },
    schema: schema('Change what is said of an item, or move it', { params: OneOf, body: ItemChange, response: { 200: Item } }),
  }, async ({ ctx, params, body }) => itemTold(ctx, await changeItem(ctx, params.id, body)))

  api.post('/items/import', {
    bodyLimit: BODY_LIMIT, config: { allow: { permission } },
    schema: schema('Take in a CSV file of items in the background', { body: ItemsImport, response: { 202: RunAnswer } }),
  }, async ({ ctx, body }, reply) => {
    const run = await importItems(ctx, body)
    void reply.code(202)
    return readRun(ctx, run)
  })
}
