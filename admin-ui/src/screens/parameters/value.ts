import type { ParameterRow } from '#plugins/parameters/contract/answer.ts'

/** As much of a JSON schema as decides how a value is typed. */
export interface ValueSchema {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly enum?: readonly (string | number)[]
}

export type Links = Readonly<Record<string, string>>

export const schemaOf = ({ schema }: ParameterRow) => schema as ValueSchema

/** What was typed as the value it stands for; undefined while it is none. */
export const readValue = (schema: ValueSchema, typed: unknown): unknown => {
  if (schema.type === 'integer' || schema.type === 'number') return readNumber(schema, typed)
  if (schema.type === 'string')
    return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
  if (schema.type === 'object') return readLinks(typed as Links)
  return typed
}

const readNumber = ({ type, minimum = -Infinity, maximum = Infinity }: ValueSchema, typed: unknown) => {
  if (String(typed).trim() === '') return undefined
  const number = Number(String(typed).trim().replace(',', '.'))
  const whole = type !== 'integer' || Number.isInteger(number)
  return Number.isFinite(number) && whole && number >= minimum && number <= maximum ? number : undefined
}

const readLinks = (links: Links) => {
  const given = Object.entries(links).filter(([screen, url]) => screen !== '' && url.trim() !== '')
  return given.every(([, url]) => /^https?:\/\/\S+$/.test(url.trim()))
    ? Object.fromEntries(given.map(([screen, url]) => [screen, url.trim()]))
    : undefined
}

export const views = ['all', 'own', 'differs', 'planned'] as const
export type View = (typeof views)[number]

const fits: Readonly<Record<View, (row: ParameterRow) => boolean>> = {
  all: () => true,
  own: ({ own }) => own,
  differs: ({ differsIn }) => differsIn > 0,
  planned: ({ planned }) => planned.length > 0,
}

export const inView = (rows: readonly ParameterRow[], view: View) => rows.filter(fits[view])
