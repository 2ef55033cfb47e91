import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { EditWanted, NoteWanted, Search } from './contract/act.ts'
import { Doubles, Enrolled, Enrolment, EnrolmentPlan, PlanWanted, Typed, TypesOffered } from './contract/enrolment.ts'
import { PatronList, PatronPage } from './contract/page.ts'
import { permissions } from './contract/permission.ts'
import { doublesOf } from './double.ts'
import { editPatron } from './edit.ts'
import { enrol, planEnrolment } from './enrol.ts'
import { search } from './find.ts'
import { importRoutes } from './import/routes.ts'
import { membershipRoutes } from './membership-routes.ts'
import { mergeRoutes } from './merge/routes.ts'
import { dropNote, leaveNote } from './note.ts'
import { patronPage, purposes } from './page.ts'
import { dataOf } from './personal-data.ts'
import { usesNationalNumber } from './privacy/national-number.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { schoolRoutes } from './school/routes.ts'
import { typesAt } from './required.ts'

const strict = { additionalProperties: false } as const
const One = Type.Object({ id: UnitId }, strict)

/** Whoever enrols does so at the branch that the body names. */
const enrols = {
  allow: { permission: permissions.register, unit: ({ body }: FastifyRequest) => (body as { branch: UnitId }).branch },
}
/** Where exactly is asked of the person at hand: one where they are no member is the same as nobody. */
const finds = { allow: { permission: permissions.find } }
const changes = { allow: { permission: permissions.change } }

/** Codes of types are numbers with words among them: 20 comes before 100. */
const byNumber = new Intl.Collator('nl', { numeric: true })

export const routes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })
  await api.register(membershipRoutes)
  await api.register(mergeRoutes)
  await api.register(privacyRoutes)
  await api.register(schoolRoutes)
  await api.register(importRoutes)

  api.post('/patrons', {
    config: enrols, schema: schema('Enrol a patron', { body: Enrolment, response: { 201: Enrolled } }),
  }, async ({ ctx, body }, reply) => {
    void reply.code(201)
    return enrol(ctx, body)
  })

  // Names travel in a body, never in an address, which logs and histories keep.
  api.post('/patrons/search', {
    config: finds, schema: schema('Look patrons up, by card, name, birth date, e-mail or number', { body: Search, response: { 200: PatronList } }),
  }, ({ ctx, body }) => search(ctx, body))

  api.post('/patrons/doubles', {
    config: enrols, schema: schema('Who may be the same patron already', { body: Typed, response: { 200: Doubles } }),
  }, async ({ ctx, body }) => ({ data: await doublesOf(ctx, body, body.branch) }))

  api.post('/patrons/plan', {
    config: enrols,
    schema: schema('What an enrolment would come to: type, end and cost', { body: PlanWanted, response: { 200: EnrolmentPlan } }),
  }, ({ ctx, body }) => planEnrolment(ctx, body))

  api.get('/membership-types', {
    config: { ...finds, reads: 'configuration' },
    schema: schema('The types of membership that a branch hands out', {
      querystring: Type.Object({ branch: UnitId }, strict), response: { 200: TypesOffered },
    }),
  }, ({ ctx, query: { branch } }) => ({
    data: [...typesAt(ctx, branch, ctx.today(branch))].map(([code, { name, kind }]) => ({ code, name: name[ctx.language], kind }))
      .toSorted((a, b) => byNumber.compare(a.code, b.code)),
    nationalNumber: usesNationalNumber(ctx, branch),
  }))

  api.get('/patrons/:id', {
    config: finds,
    schema: schema('Everything about one patron', {
      params: One,
      querystring: Type.Object({ at: Type.Optional(UnitId), purpose: Type.Optional(Type.Enum(purposes)) }, strict),
      response: { 200: PatronPage },
    }),
  }, ({ ctx, params, query: { at, purpose = 'patron-page' } }) => patronPage(ctx, params.id, { at, purpose }))

  api.get('/patrons/:id/data', {
    config: changes,
    schema: schema('Everything the whole system knows of one patron, for whoever asks for their data', {
      params: One,
      response: { 200: Type.Object({ data: Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(Type.Unknown()))) }) },
    }),
  }, async ({ ctx, params }) => ({ data: await dataOf(ctx, params.id) }))

  api.patch('/patrons/:id', {
    config: changes, schema: schema('Correct the details of a patron', { params: One, body: EditWanted, response: { 200: PatronPage } }),
  }, async ({ ctx, params: { id }, body }) => {
    await editPatron(ctx, id, body)
    return patronPage(ctx, id, { purpose: 'patron-page' })
  })

  api.post('/patrons/:id/notes', {
    config: changes, schema: schema('Leave a note on a patron', { params: One, body: NoteWanted, response: { 201: PatronPage } }),
  }, async ({ ctx, params: { id }, body }, reply) => {
    await leaveNote(ctx, id, body)
    void reply.code(201)
    return patronPage(ctx, id, { purpose: 'patron-page' })
  })

  api.delete('/patron-notes/:id', {
    config: changes, schema: schema('Take a note on a patron away', { params: One, response: { 200: PatronPage } }),
  }, async ({ ctx, params }) => patronPage(ctx, await dropNote(ctx, params.id), { purpose: 'patron-page' }))
}
