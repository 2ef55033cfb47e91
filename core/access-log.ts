import type { FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/**
 * What is written of a request and of a failure: enough to find it again, and nothing of people. Questions
 * carry names and one-time codes, so of an address the path alone; of a failure what went wrong, not with which row.
 */
export function withoutPeople(logger: Logger): Logger {
  if (typeof logger !== 'object') return logger
  return {
    ...logger,
    serializers: {
      req: ({ method, url, ip }) => ({ method, url: url.split('?', 1)[0] ?? '', remoteAddress: ip }),
      err: ({ name, message, stack, code }) => ({ type: name, message, stack: stack ?? '', code }),
    },
  }
}
