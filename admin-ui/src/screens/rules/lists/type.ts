import type { Texts } from '#core/contract.ts'
import type { Lists } from '#plugins/rules/contract/answer.ts'

export type ListName = 'memberships' | 'materials'

/** A type that is being changed; code null: a new one. */
export interface Edited {
  readonly list: ListName
  readonly code: string | null
}

/** What both kinds of type are made of; a type of material leaves the rest out. */
export interface Type {
  readonly name: Texts
  readonly kind?: 'person' | 'institution' | 'none'
  readonly statistics?: string
  readonly unused?: boolean
}

export type Listed = Omit<Lists['memberships'][number], 'body' | 'above'> & { readonly body: Type; readonly above: Type | null }

export const listedIn = (lists: Lists, list: ListName): readonly Listed[] => lists[list]
