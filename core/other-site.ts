import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page of another site makes nobody's browser do anything here. The cookie does not travel that way
 * (SameSite) and forms cannot send JSON; this also refuses an act without a body, as the browser itself
 * tells where it comes from.
 */
export async function refuseOtherSites({ method, headers }: FastifyRequest): Promise<void> {
  if (READS.has(method) || !['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))) return
  throw new Refusal(403, 'core.other-site', {
    nl: 'Dit kan alleen vanuit Filiaal zelf.',
    en: 'This is done from within Filiaal only.',
    fr: 'Ceci n’est possible que depuis Filiaal même.',
  })
}
