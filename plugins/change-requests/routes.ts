import { Type, type Static, type TSchema } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { UnitId } from '#core/contract.ts'
import { Preview } from '#core/contract/change.ts'
import { savedAs } from '#core/upload.ts'
import { answer, approve, confirm, handle, refuse, say, tick, withdraw } from './act.ts'
import { adjust } from './adjust.ts'
import {
  Adjusting, Answering, ApprovedTogether, Approvers, Askers, Approving, ApprovingTogether, EarlierChanges, FILE_BYTES_AT_MOST, FormFilled,
  FormItems, Forms, FormsAsked, Handlers, Handling, Looking, NewFile, NewRequest, OneRequest, Readdressing, Refusing, Report, ReportAsked,
  Requests, RequestsAsked, Saying, Ticking,
  Together, Withdrawing,
} from './contract/answer.ts'
import { approversOf } from './approver.ts'
import { askersAt } from './asker.ts'
import { earlierChanges } from './earlier.ts'
import { attach, readFile } from './file.ts'
import { readdress } from './readdress.ts'
import { handlersAt } from './handler.ts'
import { reportOn } from './report.ts'
import { Setup } from './contract/setup.ts'
import { setupOf } from './setup.ts'
import { approveTogether, previewTogether } from './together.ts'
import type { OpenContext } from '#core/work.ts'
import { permissions } from './contract/permission.ts'
import { previewRequest } from './day-passed.ts'
import { fillForm, formsFor } from './form-list.ts'
import { linkRoutes } from './link-routes.ts'
import { listRequests } from './list.ts'
import { readRequest } from './one.ts'
import { sendRequest } from './send.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)
const sees = { allow: { permission: corePermissions.see } } as const
const handles = { allow: { permission: permissions.handle } } as const
const decides = { allow: { permission: corePermissions.decide } } as const
const enters = { allow: { permission: permissions.file } } as const
const asks = { allow: { permission: permissions.ask } } as const

/** What libraries ask, from wish to applied change. */
export const routes: Routes = async api => {
  await api.register(linkRoutes)
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['requests'], ...parts })

  api.get('/requests', {
    config: sees,
    schema: schema('Requests in reach, as the inbox lists them', {
      querystring: RequestsAsked, response: { 200: Requests },
    }),
  }, ({ ctx, query }) => listRequests(ctx, query))

  api.get('/requests/:id', {
    config: sees,
    schema: schema('One request with all that was said', { params: OneOf, response: { 200: OneRequest } }),
  }, ({ ctx, params }) => readRequest(ctx, params.id))

  api.get('/requests/forms', {
    config: { ...asks, reads: 'configuration' },
    schema: schema('Guided forms that one may send', { querystring: FormsAsked, response: { 200: Forms } }),
  }, ({ ctx, query }) => formsFor(ctx, query.unit))

  api.post('/requests/forms/:form/items', {
    config: asks, schema: schema('What the answers of a guided form come to', {
      params: Type.Object({ form: Type.String({ maxLength: 80, examples: ['branches.closure'] }) }, strict),
      body: FormFilled, response: { 200: FormItems },
    }),
  }, ({ ctx, params, body }) => fillForm(ctx, params.form, body))

  api.post('/requests', {
    config: asks, bodyLimit: 4 * 2 ** 20,
    schema: schema('Ask something of the helpdesk', { body: NewRequest, response: { 201: OneRequest } }),
  }, async ({ ctx, body }, reply) => {
    await sendRequest(ctx, body)
    void reply.code(201)
    return readRequest(ctx, body.id)
  })

  /** What somebody does with a request answers the request as it then stands. */
  const act = <S extends TSchema>(
    path: string, summary: string, config: typeof sees | typeof handles | typeof decides, body: S,
    does: (ctx: OpenContext, id: string, body: Static<S>) => Promise<void>,
  ) => api.post(`/requests/:id/${path}`, {
    config, schema: schema(summary, { params: OneOf, body, response: { 200: OneRequest } }),
  }, async ({ ctx, params, body: said }) => {
    const { id } = params as { id: string }
    await does(ctx, id, said as Static<S>)
    return readRequest(ctx, id)
  })

  act('asker', 'Mend the address of whoever phoned or mailed, and mail them again', handles, Readdressing, readdress)
  act('handle', 'Take a request on, or give it to somebody or to a team', handles, Handling, handle)
  act('say', 'Say something about a request, or ask its library', sees, Saying, say)
  act('answer', 'Answer a question about a request', sees, Answering, answer)
  act('approve', 'Approve a request, now or on a day', decides, Approving, approve)
  act('adjust', 'Adjust what a request asks before it is approved', decides, Adjusting, adjust)
  act('refuse', 'Refuse a request and say why', decides, Refusing, (ctx, id, { text }) => refuse(ctx, id, text))
  act('withdraw', 'Withdraw one’s own request', sees, Withdrawing, (ctx, id, { text }) => withdraw(ctx, id, text))
  act('confirm', 'Say yes to what was entered on one’s behalf', sees, Type.Object({}, strict), confirm)

  api.post('/requests/:id/tasks/:n', {
    config: handles, schema: schema('Tick a task of a request off, or open it again', {
      params: Type.Object({ id: Type.String({ format: 'uuid' }), n: Type.Integer({ minimum: 0, maximum: 100 }) }, strict),
      body: Ticking, response: { 200: OneRequest },
    }),
  }, async ({ ctx, params, body }) => {
    await tick(ctx, params.id, params.n, body)
    return readRequest(ctx, params.id)
  })

  api.post('/requests/:id/files', {
    config: { ...sees, rateLimit: { max: 30, timeWindow: '1 minute' } }, bodyLimit: FILE_BYTES_AT_MOST * 2,
    schema: schema('Add a file to a request', { params: OneOf, body: NewFile, response: { 201: OneRequest } }),
  }, async ({ ctx, params, body }, reply) => {
    await attach(ctx, params.id, body)
    void reply.code(201)
    return readRequest(ctx, params.id)
  })

  api.get('/requests/:id/files/:file', {
    config: sees, schema: schema('A file of a request', {
      params: Type.Object({ id: Type.String({ format: 'uuid' }), file: Type.String({ format: 'uuid' }) }, strict),
      produces: ['application/pdf', 'image/png', 'image/jpeg'], response: { 200: Type.Unknown({ description: 'The file' }) },
    }),
  }, async ({ ctx, params }, reply) => {
    const { name, media_type: type, content } = await readFile(ctx, params.id, params.file)
    return reply.type(type).header('content-disposition', savedAs(name)).send(content)
  })

  api.get('/requests/handlers', {
    config: handles,
    schema: schema('Who can be given a request', {
      querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: Handlers },
    }),
  }, ({ ctx, query }) => handlersAt(ctx, query.unit))

  api.get('/requests/:id/approvers', {
    config: handles, schema: schema('Who could approve a request', { params: OneOf, response: { 200: Approvers } }),
  }, ({ ctx, params }) => approversOf(ctx, params.id))

  api.get('/requests/askers', {
    config: enters,
    schema: schema('For whom a request can be entered', {
      querystring: Type.Object({ unit: UnitId }, strict), response: { 200: Askers },
    }),
  }, ({ ctx, query }) => askersAt(ctx, query.unit))

  api.post('/requests/:id/preview', {
    config: sees, schema: schema('What approving a request would do now', { params: OneOf, body: Looking, response: { 200: Preview } }),
  }, ({ ctx, params, body }) => previewRequest(ctx, params.id, body.from))

  api.get('/requests/:id/earlier', {
    config: sees, schema: schema('How the values that a request would change came about', { params: OneOf, response: { 200: EarlierChanges } }),
  }, ({ ctx, params }) => earlierChanges(ctx, params.id))

  api.post('/requests/preview', {
    config: decides,
    schema: schema('What several requests together would do', { body: Together, response: { 200: Preview } }),
  }, ({ ctx, body }) => previewTogether(ctx, body.ids))

  api.post('/requests/approve', {
    config: decides,
    schema: schema('Approve several requests at once', {
      body: ApprovingTogether, response: { 200: ApprovedTogether },
    }),
  }, ({ ctx, body }) => approveTogether(ctx, body))

  api.get('/requests/setup', {
    config: handles,
    schema: schema('Teams, templates and what else the inbox offers', { response: { 200: Setup } }),
  }, ({ ctx }) => setupOf(ctx))

  api.get('/requests/report', {
    config: { allow: { permission: permissions.report } },
    schema: schema('How many requests, how long, by form and unit', {
      querystring: ReportAsked, response: { 200: Report },
    }),
  }, ({ ctx, query }) => reportOn(ctx, query))
}
