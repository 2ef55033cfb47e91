import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { savedAs } from '#core/upload.ts'
import { ImportsAsked, PatronsFile, PatronsImport, PatronsImports, TakeWanted } from '../contract/import.ts'
import { permissions } from '../contract/permission.ts'
import { bringFile } from './file.ts'
import { importsAt, importTold, readFile, reportOf } from './report.ts'
import { takeFile } from './run.ts'

const One = Type.Object({ id: UnitId }, { additionalProperties: false })
const { import: permission } = permissions
/** Where exactly is asked of the library that the file is for. */
const config = { allow: { permission } }
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })
/** Signs beyond ASCII weigh more on the way than in the file. */
const BODY_LIMIT = 60 * 1024 * 1024

export const importRoutes: Routes = async api => {
  api.post('/patron-files', {
    bodyLimit: BODY_LIMIT, config,
    schema: schema('Bring a CSV file of patrons and have it looked through; nobody is enrolled yet', { body: PatronsFile, response: { 202: PatronsImport } }),
  }, async ({ ctx, body }, reply) => {
    await bringFile(ctx, body)
    void reply.code(202)
    return importTold(ctx, body.id)
  })

  api.get('/patron-files', {
    config, schema: schema('List the files of patrons that a library brought', { querystring: ImportsAsked, response: { 200: PatronsImports } }),
  }, async ({ ctx, query }) => ({ data: await importsAt(ctx, query.library) }))

  api.get('/patron-files/:id', {
    config, schema: schema('How far a file of patrons is, and what came of its rows', { params: One, response: { 200: PatronsImport } }),
  }, ({ ctx, params }) => importTold(ctx, params.id))

  api.post('/patron-files/:id/taking', {
    config, schema: schema('Take the rows of a file of patrons in, in the background', { params: One, body: TakeWanted, response: { 202: PatronsImport } }),
  }, async ({ ctx, params, body }, reply) => {
    await takeFile(ctx, await readFile(ctx, params.id), body.known)
    void reply.code(202)
    return importTold(ctx, params.id)
  })

  api.get('/patron-files/:id/report', {
    config, schema: schema('Every row that did not simply pass, as a CSV file', { params: One, produces: ['text/csv'], response: { 200: Type.String() } }),
  }, async ({ ctx, params }, reply) => {
    const { name, csv } = await reportOf(ctx, params.id)
    void reply.header('content-disposition', savedAs(name)).type('text/csv; charset=utf-8')
    return csv
  })
}
