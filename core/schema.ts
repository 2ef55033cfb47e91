import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { TSchema } from 'typebox'
import type { Fault } from './refusal.ts'

/** One validator for all that comes in: nothing is coerced, dropped or filled in, and every fault is named. */
const ajv = new Ajv2020({ allErrors: true, strict: false })
formats.default(ajv)

export const validatorOf: (schema: TSchema) => ValidateFunction = compiledOnce(schema => ajv.compile(schema))

/** Compiles a schema once as it reads: most routes say the same of an address or a refusal, and say it at every start. */
export function compiledOnce<T>(compile: (schema: object) => T): (schema: object) => T {
  const known = new WeakMap<object, T>()
  const read = new Map<string, T>()
  return schema => {
    const found = known.get(schema)
    if (found !== undefined) return found
    const text = JSON.stringify(schema)
    const made = read.get(text) ?? compile(schema)
    read.set(text, made)
    known.set(schema, made)
    return made
  }
}

export function faultsIn(schema: TSchema, value: unknown): Fault[] {
  const validate = validatorOf(schema)
  return validate(value) ? [] : faultsOf(validate.errors ?? [])
}

/** Faults of a value against its schema, in words; one for each place. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const told = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'if'].includes(keyword))
  const faults = (told.length ? told : errors).map(error => ({
    code: `schema.${error.keyword}`,
    pointer: pointerOf(error),
    message: wordsOf(error),
  }))
  return faults.filter((fault, n) => faults.findIndex(({ pointer }) => pointer === fault.pointer) === n)
}

function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  const name =
    keyword === 'required'
      ? params['missingProperty']
      : keyword === 'additionalProperties'
        ? params['additionalProperty']
        : undefined
  return name === undefined
    ? instancePath
    : `${instancePath}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function wordsOf({ keyword, params }: ErrorObject): Fault['message'] {
  switch (keyword) {
    case 'required':
      return { nl: 'Dit moet ingevuld zijn.', en: 'This must be filled in.', fr: 'Ce champ est obligatoire.' }
    case 'additionalProperties':
      return { nl: 'Dit veld bestaat niet.', en: 'This field does not exist.', fr: 'Ce champ n’existe pas.' }
    case 'format':
      return formatWords(String(params['format']))
    case 'pattern':
      return {
        nl: 'Dit heeft niet de juiste vorm.',
        en: 'This does not have the right form.',
        fr: 'Ceci n’est pas écrit sous la bonne forme.',
      }
    case 'maxLength':
      return {
        nl: `Hoogstens ${params['limit']} tekens.`,
        en: `At most ${params['limit']} characters.`,
        fr: `Au maximum ${params['limit']} caractères.`,
      }
    case 'minLength':
    case 'minItems':
      return { nl: 'Dit mag niet leeg zijn.', en: 'This may not be empty.', fr: 'Ceci ne peut pas être vide.' }
    case 'maxItems':
      return {
        nl: `Hoogstens ${params['limit']} stuks.`,
        en: `At most ${params['limit']} of these.`,
        fr: `Au maximum ${params['limit']} éléments.`,
      }
    case 'minimum':
      return {
        nl: `Minstens ${params['limit']}.`,
        en: `At least ${params['limit']}.`,
        fr: `Au minimum ${params['limit']}.`,
      }
    case 'maximum':
      return {
        nl: `Hoogstens ${params['limit']}.`,
        en: `At most ${params['limit']}.`,
        fr: `Au maximum ${params['limit']}.`,
      }
    default:
      return {
        nl: 'Deze waarde kan hier niet.',
        en: 'This value is not possible here.',
        fr: 'Cette valeur n’est pas possible ici.',
      }
  }
}

function formatWords(format: string): Fault['message'] {
  if (format === 'date')
    return { nl: 'Deze dag bestaat niet.', en: 'This day does not exist.', fr: 'Ce jour n’existe pas.' }
  if (format === 'email')
    return {
      nl: 'Dit is geen e-mailadres.',
      en: 'This is not an e-mail address.',
      fr: 'Ceci n’est pas une adresse e-mail.',
    }
  return {
    nl: 'Dit heeft niet de juiste vorm.',
    en: 'This does not have the right form.',
    fr: 'Ceci n’est pas écrit sous la bonne forme.',
  }
}
