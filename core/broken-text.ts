import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/** No form of ours is nested this deep; what is was made to exhaust whoever walks it. */
const DEPTH_MAX = 40

/** Refuses text that no database can keep: NUL characters and halves of surrogate pairs; and bodies without a bottom. */
export async function refuseBrokenText(request: FastifyRequest): Promise<void> {
  const faults = [
    ...brokenIn(request.body, ''), ...brokenIn(request.query, '/querystring'), ...brokenIn(request.params, '/params'),
  ]
  if (faults.length)
    throw new Refusal(
      400,
      'core.invalid',
      {
        nl: 'Er staat iets in dat niet bewaard kan worden.',
        en: 'It contains something that cannot be kept.',
        fr: 'Une partie ne peut pas être conservée.',
      },
      {
        faults: faults.slice(0, 20).map(pointer => ({
          code: 'core.broken-text',
          pointer,
          message: {
            nl: 'Dit is niet te lezen: een onbekend teken, of te diep genest.',
            en: 'This cannot be read: an unknown character, or nested too deep.',
            fr: 'Ceci est illisible : un caractère inconnu, ou une imbrication trop profonde.',
          },
        })),
      },
    )
}

const isKept = (text: string) => !text.includes('\0') && text.isWellFormed()

/** Most are: only one that is not is walked once more, to name the places. */
function isSound(value: unknown, depth = 0): boolean {
  if (depth > DEPTH_MAX) return false
  if (typeof value === 'string') return isKept(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(inner => isSound(inner, depth + 1))
  return Object.keys(value).every(key => isKept(key) && isSound(Reflect.get(value, key), depth + 1))
}

function* broken(value: unknown, pointer: string, depth = 0): Iterable<string> {
  if (depth > DEPTH_MAX) yield pointer
  else if (typeof value === 'string') {
    if (!isKept(value)) yield pointer
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!isKept(key)) yield pointer
      yield* broken(inner, `${pointer}/${key}`, depth + 1)
    }
  }
}

const brokenIn = (value: unknown, pointer: string) => isSound(value) ? [] : [...broken(value, pointer)]
