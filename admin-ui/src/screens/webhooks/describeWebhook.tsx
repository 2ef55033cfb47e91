import { Typography } from '@mui/material'
import type { Version } from '#console/change/change.ts'
import type { Endpoint } from '#plugins/webhooks/contract.ts'

/** What one version says of a webhook, when two people changed it at once. */
export const describeWebhook = ({ body }: Version) => {
  const said = body as Endpoint | null
  return <Typography>{said === null ? '–' : [said.name, said.address, said.events.join(', ')].join(' · ')}</Typography>
}
