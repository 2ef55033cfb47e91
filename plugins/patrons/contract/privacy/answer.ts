import { Type } from 'typebox'
import { revealTitles, type RevealPurpose } from './words.ts'

const strict = { additionalProperties: false } as const

export const Reveal = Type.Object({ purpose: Type.Enum(Object.keys(revealTitles) as RevealPurpose[]) }, strict)
export const Revealed = Type.Object({ nationalNumber: Type.String() })
