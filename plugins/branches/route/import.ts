import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Reason } from '#core/contract/change.ts'
import type { Routes } from '#core/plugin.ts'
import { notFound } from '#core/refusal.ts'
import { readRun, startRun } from '#core/run.ts'
import { libraryOf, unitAt } from '#core/unit.ts'
import { exportFormats, importFormats, ImportPreview, RunAnswer } from '../contract/answers.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { importRun, previewImport, storedFile, type ImportDetail } from '../import/import.ts'
import { leavesOut } from '../import/file.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const MOST_CHARACTERS = 5_000_000
/** Signs beyond ASCII and quotes weigh more on the way than in the file. */
const BODY_LIMIT = 9 * 1024 * 1024

/** Files are looked at first, row by row, and taken over as one change set in the background. */
export const importRoutes: Routes = async api => {
  api.post(
    '/imports/preview',
    {
      bodyLimit: BODY_LIMIT,
      config: { allow: { permission: branchesPermissions.import } },
      schema: {
        summary: 'What a file of hours and days would change',
        tags: ['import'],
        response: { 200: ImportPreview },
        body: Type.Object(
          {
            format: Type.Enum(importFormats),
            name: Type.String({ minLength: 1, maxLength: 250 }),
            content: Type.String({ maxLength: MOST_CHARACTERS }),
            under: UnitId,
          },
          strict,
        ),
      },
    },
    request => {
      const { ctx, body } = request
      if (!unitAt(ctx.configuration, body.under, ctx.today())) throw notFound()
      ctx.demand(branchesPermissions.import, body.under)
      return previewImport(ctx, body)
    },
  )

  api.post(
    '/imports/:id/apply',
    {
      config: { allow: { permission: branchesPermissions.import } },
      schema: {
        summary: 'Apply an import that was looked at',
        tags: ['import'],
        params: Type.Object({ id: Id }, strict),
        response: { 202: RunAnswer },
        body: Type.Object(
          {
            id: Id,
            confirmedRows: Type.Array(Type.Union([Type.Integer(), Type.String({ maxLength: 120 })]), {
              maxItems: 100_000,
            }),
            reason: Type.Optional(Reason),
          },
          strict,
        ),
      },
    },
    async (request, reply) => {
      const {
        ctx,
        body: { id, confirmedRows, reason = '' },
      } = request
      const file = await storedFile(ctx, request.params.id)
      ctx.demand(branchesPermissions.import, file.under_unit)
      const detail: ImportDetail = {
        import: file.id,
        confirmedRows,
        reason,
        staffName: ctx.actor.name,
        language: ctx.language,
      }
      await startRun(
        ctx,
        importRun,
        detail,
        libraryOf(ctx.configuration, file.under_unit, ctx.today()) ?? null,
        id,
      )
      void reply.code(202)
      return readRun(ctx, id)
    },
  )

  api.get(
    '/runs/:id',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: 'How far a long piece of work is',
        tags: ['import'], params: Type.Object({ id: Id }, strict), response: { 200: RunAnswer },
      },
    },
    request => readRun(request.ctx, request.params.id),
  )

  api.get(
    '/formats',
    {
      config: { allow: 'signed-in', reads: 'configuration' },
      schema: {
        summary: 'File formats that are read and written, and what each leaves out',
        tags: ['import'],
        response: {
          200: Type.Object({
            data: Type.Array(
              Type.Object({
                format: Type.String(),
                reads: Type.Boolean(),
                writes: Type.Boolean(),
                leavesOut: Type.Array(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async ({ ctx }) => ({
      data: importFormats.map(format => ({
        format,
        reads: true,
        writes: (exportFormats as readonly string[]).includes(format),
        leavesOut: leavesOut[format].map(text => text[ctx.language]),
      })),
    }),
  )
}
