import type { Address } from '#plugins/patrons/contract/person.ts'

/** `Dorpsstraat 1 bus 2, 9630 Zwalm`; the country only where it is another than Belgium. */
export const addressLine = ({ street, number, box, postalCode, city, country }: Address) =>
  [[street, number, box && `bus ${box}`].filter(Boolean).join(' '), `${postalCode} ${city}`, country === 'BE' ? '' : country]
    .filter(Boolean).join(', ')

/** What stands in the fields of an address; empty is nothing yet. */
export interface AddressTyped {
  readonly street: string
  readonly number: string
  readonly box: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
}

export const typedAddress = (address?: Address): AddressTyped => ({
  street: address?.street ?? '', number: address?.number ?? '', box: address?.box ?? '',
  postalCode: address?.postalCode ?? '', city: address?.city ?? '', country: address?.country ?? 'BE',
})

/** The address as it is sent; none where nothing was typed. */
export const readAddress = (typed: AddressTyped): Address[] => {
  const [street, number, box] = [typed.street.trim(), typed.number.trim(), typed.box.trim()]
  const [postalCode, city] = [typed.postalCode.trim(), typed.city.trim()]
  if (!street && !postalCode && !city) return []
  return [{ street, ...(number && { number }), ...(box && { box }), postalCode, city, country: typed.country }]
}
