import { Typography } from '@mui/material'
import type { Version } from '#console/change/change.ts'

/** What one version says of a provider or of its rules, when two people changed it at once. */
export const describeProvider = ({ body }: Version) => {
  const said = body as { readonly name?: string; readonly issuer?: string; readonly rules?: readonly unknown[] } | null
  return <Typography>{said === null ? '–' : [said.name, said.issuer, said.rules?.length].filter(Boolean).join(' · ')}</Typography>
}
