import type { Texts } from './contract.ts'

/** One thing that is wrong with what was asked: where it stands, and a sentence a person can act on. */
export interface Fault {
  readonly code: string
  /** JSON pointer into the body that was sent; empty for the whole. */
  readonly pointer: string
  readonly message: Texts
}

/** A "no" the domain says on purpose: the caller can read it, act on it and be shown it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly title: Texts
  readonly faults: readonly Fault[]
  /** More for the client to show, such as both versions of a conflict. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    title: Texts,
    { faults = [], more = {} }: Partial<Pick<Refusal, 'faults' | 'more'>> = {},
  ) {
    super(title.en)
    this.status = status
    this.code = code
    this.title = title
    this.faults = faults
    this.more = more
  }
}

export const notFound = () => new Refusal(404, 'core.not-found', {
  nl: 'Dit bestaat niet, of valt buiten je bereik.',
  en: 'This does not exist, or lies outside your reach.',
  fr: 'Cela n’existe pas ou se situe hors de votre périmètre.',
})

export const notAllowed = (allows: Texts) => new Refusal(403, 'core.not-allowed', {
  nl: `Hiervoor heb je het recht niet: ${allows.nl}.`,
  en: `You do not hold the right for this: ${allows.en}.`,
  fr: `Vous n’avez pas le droit requis : ${allows.fr}.`,
})

export const notSignedIn = () => new Refusal(401, 'core.not-signed-in', {
  nl: 'Meld je aan om verder te gaan.', en: 'Sign in to go on.', fr: 'Connectez-vous pour continuer.',
})

export const refused = (faults: readonly Fault[]) => new Refusal(422, 'core.refused', {
  nl: 'Dit kan zo niet. Hieronder staat wat er beter moet.',
  en: 'This cannot be done as it stands. Below is what to mend.',
  fr: 'Ce n’est pas possible ainsi. Voici ce qu’il faut corriger.',
}, { faults })
