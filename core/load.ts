import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'

const LAG = 2000
/** Three samples of a second: the first of them still count the work of starting. */
const SETTLING = 3000

/**
 * A process that lags seconds behind says so and asks to come back. What the start itself took is no press of
 * people: whoever opens the link that it prints is answered at once.
 */
export async function shedLoad(app: FastifyInstance): Promise<void> {
  let since = -Infinity
  app.addHook('onListen', async () => { since = performance.now() })
  await app.register(underPressure, {
    maxEventLoopDelay: LAG, exposeStatusRoute: false,
    pressureHandler: async () => {
      if (performance.now() - since > SETTLING) throw Object.assign(new Error('It lags behind'), { statusCode: 503 })
    },
  })
}
