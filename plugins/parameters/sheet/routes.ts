import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { refused } from '#core/refusal.ts'
import { SheetDifference, SheetQuery, SheetSent } from '../contract/answer/sheet.ts'
import { cellFaults } from './cell-fault.ts'
import { differenceOf } from './difference.ts'
import { sendSheet, sheetTypes } from './spreadsheet.ts'
import { sheetOf } from './written-row.ts'

const config = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const
/** A file of two megabytes in base64, and what goes with it. */
const bodyLimit = 3 * 2 ** 20

/** Settings as a spreadsheet, and what one that came back would change. */
export const sheetRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['parameters'], ...parts })

  api.get('/parameters/sheet', {
    config, schema: schema('Settings of units as a spreadsheet', {
      querystring: SheetQuery, produces: sheetTypes, response: { 200: Type.Unknown({ description: 'The file' }) },
    }),
  }, async ({ ctx, query: { format, ...query } }, reply) => sendSheet(reply, {
    name: `instellingen-${query.day ?? ctx.today()}`, format, pages: [sheetOf(ctx, query)], language: ctx.language,
  }))

  api.post('/parameters/sheet', {
    config, bodyLimit,
    schema: schema('What a spreadsheet that came back would change, or what is wrong in which cell', {
      body: SheetSent, response: { 200: SheetDifference },
    }),
  }, ({ ctx, body }) => {
    if ((body.text === undefined) === (body.file === undefined)) throw refused([{ ...cellFaults.unreadable, pointer: '/file' }])
    return differenceOf(ctx, body)
  })
}
