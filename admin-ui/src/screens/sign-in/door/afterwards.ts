/** The address where a provider's sign-in starts, and the screen where one wants to be when it is done. */
export const hereAfterwards = (login: string) => {
  const [here = ''] = location.hash.slice(1).split('?')
  return here === '' || here === '/' || here === '/login' ? login : `${login}?to=${encodeURIComponent(here)}`
}
