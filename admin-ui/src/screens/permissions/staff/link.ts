/** Where a one-time link leads: the page on which a password is chosen. */
export const addressOf = (token: string) =>
  `${location.origin}${location.pathname}#/invitation?token=${encodeURIComponent(token)}`
