import type { FastifyRequest } from 'fastify'
import type { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { Doubles, Enrolled, Enrolment, EnrolmentPlan, PlanWanted, Typed } from './contract/enrolment.ts'
import { permissions } from './contract/permission.ts'
import { doublesOf } from './double.ts'
import { enrol, planEnrolment } from './enrol.ts'

/** Whoever enrols does so at the branch that the body names. */
const enrols = {
  allow: { permission: permissions.register, unit: ({ body }: FastifyRequest) => (body as { branch: UnitId }).branch },
}

export const routes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })

  api.post('/patrons', {
    config: enrols, schema: schema('Enrol a patron', { body: Enrolment, response: { 201: Enrolled } }),
  }, async ({ ctx, body }, reply) => {
    void reply.code(201)
    return enrol(ctx, body)
  })

  // Names travel in a body, never in an address, which logs and histories keep.
  api.post('/patrons/doubles', {
    config: enrols, schema: schema('Who may be the same patron already', { body: Typed, response: { 200: Doubles } }),
  }, async ({ ctx, body }) => ({ data: await doublesOf(ctx, body, body.branch) }))

  api.post('/patrons/plan', {
    config: enrols,
    schema: schema('What an enrolment would come to: type, end and cost', { body: PlanWanted, response: { 200: EnrolmentPlan } }),
  }, ({ ctx, body }) => planEnrolment(ctx, body))
}
