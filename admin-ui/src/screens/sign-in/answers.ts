/** The providers of whom the sign-in offers a button. */
export interface Providers {
  readonly data: readonly { readonly id: string; readonly name: string; readonly start: string }[]
}
