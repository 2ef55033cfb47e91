/** The address where a provider's sign-in starts, and where one wants to be when it is done. */
export const hereAfterwards = (start: string) => {
  const here = location.hash.slice(1)
  return here === '' || here === '/' ? start : `${start}?to=${encodeURIComponent(here)}`
}
