import type { Language } from '#core/contract.ts'
import type { Double } from '#plugins/patrons/contract/enrolment.ts'
import { readAddress, type AddressTyped } from '../address.ts'

/** What was typed of somebody who enrols, over the three screens. */
export interface Wish {
  readonly kind: 'person' | 'institution'
  readonly familyName: string
  readonly firstName: string
  readonly bornOn: string
  readonly sex: '' | 'f' | 'm' | 'x'
  /** Offered by a library that may keep it, and sent beside the person. */
  readonly nationalNumber: string
  readonly address: AddressTyped
  readonly phone: string
  readonly email: string
  readonly language: Language
  /** Who answers for somebody under age, or for an institution. */
  readonly contact: string
  readonly branch: string
  readonly type: string
  readonly card: string
  /** Somebody who is in the system already and is the same. */
  readonly onto: Double | null
  /** Whoever looks the same is somebody else. */
  readonly different: boolean
}

/** The person as it is sent; what was left empty is not. */
export const personOf = (wish: Wish, id: string, today: string) => ({
  id, kind: wish.kind, familyName: wish.familyName.trim(),
  ...(wish.kind === 'person' && { firstName: wish.firstName.trim() || null, bornOn: wish.bornOn || null, sex: wish.sex || null }),
  language: wish.language, email: wish.email.trim() || null, phones: wish.phone.trim() ? [wish.phone.trim()] : [],
  addresses: readAddress(wish.address),
  contacts: wish.contact.trim()
    ? [{ name: wish.contact.trim(), role: wish.kind === 'person' ? 'parent' as const : 'contact' as const, from: today }] : [],
})

/** The national number, where one was typed; an institution has none. */
export const numberOf = ({ kind, nationalNumber }: Wish) =>
  kind === 'person' && nationalNumber.trim() ? { nationalNumber: nationalNumber.trim() } : {}

/** Under eighteen on a day, as far as the day of birth is known. */
export const isMinor = (bornOn: string, today: string) =>
  bornOn !== '' && Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (today.slice(5) < bornOn.slice(5) ? 1 : 0) < 18
