import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/** Refuses text that no database can keep: NUL characters and halves of surrogate pairs. */
export async function refuseBrokenText(request: FastifyRequest): Promise<void> {
  const faults = [
    ...brokenIn(request.body, ''), ...brokenIn(request.query, '/querystring'), ...brokenIn(request.params, '/params'),
  ]
  if (faults.length) throw new Refusal(400, 'core.invalid', {
    nl: 'Er staan tekens in die niet bewaard kunnen worden.', en: 'It contains characters that cannot be kept.', fr: 'Certains caractères ne peuvent pas être conservés.',
  }, { faults: faults.slice(0, 20).map(pointer => ({ code: 'core.broken-text', pointer, message: {
    nl: 'Hier staat een onleesbaar teken.', en: 'There is an unreadable character here.', fr: 'Il y a ici un caractère illisible.',
  } })) })
}

function* broken(value: unknown, pointer: string): Iterable<string> {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) yield pointer
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0') || !key.isWellFormed()) yield pointer
      yield* broken(inner, `${pointer}/${key}`)
    }
  }
}

const brokenIn = (value: unknown, pointer: string) => [...broken(value, pointer)]
