import { Type } from 'typebox'
import { Day, UnitId } from './contract.ts'
import { ChangeSet, Items, Nullable, Preview, Reason, setStates } from './contract/change.ts'
import { agree } from './consent.ts'
import { submit } from './door.ts'
import { historyOf, readSet } from './history.ts'
import { corePermissions } from './contract/permission.ts'
import type { Routes } from './plugin.ts'
import { previewOf } from './preview.ts'
import { previewPutBack, putBack } from './put-back.ts'
import { treeOn, unitsBelow } from './unit.ts'
import { cancel, decide, previewWaiting } from './waiting.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })

const allow = { permission: corePermissions.see }
/** A spreadsheet of five thousand rows comes through as one set. */
const bodyLimit = 4 * 2 ** 20
const OneSet = Type.Object({ id: Id }, strict)

/** The door's HTTP face: preview, submit, read back, put back, decide, cancel. */
export const changeRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['changes'], ...parts })

  api.post('/changes/preview', {
    config: { allow }, bodyLimit,
    schema: schema('What a change would do, without doing it', {
      body: Type.Object({ items: Items }, strict), response: { 200: Preview },
    }),
  }, request => previewOf(request.ctx, request.body.items))

  api.post('/changes', {
    config: { allow }, bodyLimit,
    schema: schema('Change: at once, on a day, or as a request', {
      body: Type.Object({
        id: Id, items: Items, reason: Type.Optional(Reason), applyOn: Type.Optional(Nullable(Day)),
        fingerprint: Type.Optional(Type.String({ maxLength: 100 })), asRequest: Type.Optional(Type.Boolean()),
      }, strict),
      response: { 201: ChangeSet },
    }),
  }, async (request, reply) => {
    await submit(request.ctx, request.body)
    void reply.code(201)
    return readSet(request.ctx, request.body.id)
  })

  api.get(
    '/changes',
    {
      config: { allow },
      schema: schema('Changes in reach, newest first', {
        querystring: Type.Object(
          {
            unit: Type.Optional(UnitId),
            state: Type.Optional(Type.Enum(setStates)),
            /** Only what this member of staff did. */
            by: Type.Optional(UnitId),
            before: Type.Optional(Type.String({ format: 'date-time' })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
            /** Also what touched the units below. */
            below: Type.Optional(Type.Boolean()),
          },
          strict,
        ),
        response: { 200: Type.Object({ data: Type.Array(ChangeSet), nextBefore: Nullable(Type.String()) }) },
      }),
    },
    request => {
      const {
        ctx,
        query: { unit, below, ...question },
      } = request
      const units =
        unit === undefined
          ? undefined
          : below
            ? unitsBelow(treeOn(ctx.configuration, ctx.today()), unit)
            : [unit]
      return historyOf(ctx, { ...question, units })
    },
  )

  api.get('/changes/:id', {
    config: { allow },
    schema: schema('One change with its sentences and its state', { params: OneSet, response: { 200: ChangeSet } }),
  }, request => readSet(request.ctx, request.params.id))

  api.post(
    '/changes/:id/put-back',
    {
      config: { allow },
      schema: schema('Put a change back, or preview that', {
        params: OneSet,
        body: Type.Object(
          {
            id: Id,
            mode: Type.Enum(['from-today', 'as-if-never']),
            reason: Type.Optional(Reason),
            preview: Type.Optional(Type.Boolean()),
            asRequest: Type.Optional(Type.Boolean()),
          },
          strict,
        ),
        response: { 200: Preview, 201: ChangeSet },
      }),
    },
    async (request, reply) => {
      const { preview, ...act } = request.body
      if (preview) return previewPutBack(request.ctx, request.params.id, act)
      await putBack(request.ctx, request.params.id, act)
      void reply.code(201)
      return readSet(request.ctx, act.id)
    },
  )

  api.post('/changes/:id/preview', {
    config: { allow },
    schema: schema('What a waiting change would do today', { params: OneSet, response: { 200: Preview } }),
  }, request => previewWaiting(request.ctx, request.params.id))

  api.post(
    '/changes/:id/decide',
    {
      config: { allow: { permission: corePermissions.decide } },
      schema: schema('Approve or refuse a change that waits', {
        params: OneSet,
        body: Type.Object(
          {
            approve: Type.Boolean(),
            reason: Type.Optional(Reason),
            seen: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
          },
          strict,
        ),
        response: { 200: ChangeSet },
      }),
    },
    async request => {
      await decide(request.ctx, request.params.id, request.body)
      return readSet(request.ctx, request.params.id)
    },
  )

  api.post('/changes/:id/agreement', {
    config: { allow: { permission: corePermissions.agree } },
    schema: schema('Agree or not, for one’s library, with a shared change', {
      params: OneSet,
      body: Type.Object({ unit: UnitId, agrees: Type.Boolean(), reason: Type.Optional(Reason) }, strict),
      response: { 200: ChangeSet },
    }),
  }, async request => {
    await agree(request.ctx, request.params.id, request.body)
    return readSet(request.ctx, request.params.id)
  })

  api.post('/changes/:id/cancel', {
    config: { allow },
    schema: schema('Call off a change that has not been applied', { params: OneSet, response: { 200: ChangeSet } }),
  }, async request => {
    await cancel(request.ctx, request.params.id)
    return readSet(request.ctx, request.params.id)
  })
}
