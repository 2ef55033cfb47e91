import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { asRefusal } from '#core/problem.ts'
import { Messages, Types } from './scimmy.ts'

/** A page of what was found. */
export const listOf = <T extends object>(resources: readonly T[], { start, total }: { start: number; total: number }) => ({
  schemas: [Messages.ListResponse.id], totalResults: total, startIndex: start, itemsPerPage: resources.length,
  Resources: resources,
})

/**
 * Every refusal in the shape of the standard. What is taken is taken: a name that somebody of another
 * library bears is refused in the very same words, without a word on where.
 */
export function sendScimError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const { status, scimType, detail } = said(error)
  if (status >= 500) request.log.error({ err: error }, 'request failed')
  if (status === 429 || status === 503) void reply.header('retry-after', status === 503 ? '5' : '60')
  return reply.code(status).send({
    schemas: [Messages.ErrorResponse.id], status: String(status), ...(scimType && { scimType }), detail,
  })
}

function said(error: FastifyError | Error): { status: number; scimType?: string | undefined; detail: string } {
  if (error instanceof Types.Error) {
    const { status, scimType, message } = error as Error & { status: number; scimType?: string }
    return { status, scimType: scimType || undefined, detail: message }
  }
  const { status, code, title, faults } = asRefusal(error)
  if (code === 'core.taken') {
    return { status: 409, scimType: 'uniqueness', detail: 'This userName, externalId or e-mail address is taken already' }
  }
  const detail = [title.en, ...faults.map(({ pointer, message }) => `${pointer} ${message.en}`.trim())].join(' ')
  return { status: status === 422 ? 400 : status, scimType: status === 400 || status === 422 ? 'invalidValue' : undefined, detail }
}
