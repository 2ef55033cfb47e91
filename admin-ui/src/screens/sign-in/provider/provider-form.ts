import type { UnitId } from '#core/contract.ts'
import type { Provider } from '#plugins/sign-in/contract/provider.ts'

/** A provider as it is typed: lists as words with spaces between. */
export interface Typed {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly unit: UnitId | null
  readonly linkBy: 'self' | 'email' | 'claim'
  readonly claim: string
  readonly scopes: string
  readonly acr: string
  readonly amr: string
}

/** What Flemish libraries most often use, to begin with. */
export const examples: Readonly<Record<'acm' | 'entra', Partial<Typed>>> = {
  acm: {
    name: 'ACM/IDM', issuer: 'https://authenticatie.vlaanderen.be/op', linkBy: 'claim', claim: 'vo_id',
    scopes: 'profile vo', acr: '', amr: '',
  },
  entra: {
    name: 'Microsoft', issuer: 'https://login.microsoftonline.com/<tenant>/v2.0', linkBy: 'self', claim: '',
    scopes: 'profile email', acr: '', amr: 'mfa',
  },
}

const words = (text: string) => [...new Set(text.split(/\s+/).filter(word => word !== ''))]
const listed = (list: readonly string[] | undefined) => list?.join(' ') ?? ''

export const typedOf = (provider: Provider | undefined, unit: UnitId): Typed => {
  const { name = '', issuer = '', clientId = '', linkBy, scopes, acr, amr } = provider ?? {}
  return {
    name, issuer, clientId, unit,
    linkBy: linkBy === undefined ? 'self' : linkBy === 'email' ? 'email' : 'claim',
    claim: typeof linkBy === 'object' ? linkBy.claim : '',
    scopes: listed(scopes), acr: listed(acr), amr: listed(amr),
  }
}

/** What is sent, or null while something is missing. */
export const providerOf = (typed: Typed): Provider | null => {
  const { linkBy, claim, scopes, acr, amr } = typed
  const [name, issuer, clientId] = [typed.name.trim(), typed.issuer.trim(), typed.clientId.trim()]
  const whole = name !== '' && /^https?:\/\/[^\s?#@<>]+$/.test(issuer) && clientId !== ''
  if (!whole || (linkBy === 'claim' && claim.trim() === '')) return null
  const lists = { scopes: words(scopes), acr: words(acr), amr: words(amr) }
  return {
    name, issuer, clientId,
    ...(linkBy === 'self' ? {} : { linkBy: linkBy === 'email' ? 'email' : { claim: claim.trim() } }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
  }
}
