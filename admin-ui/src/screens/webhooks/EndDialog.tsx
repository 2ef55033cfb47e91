import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { endEndpoint } from '#plugins/webhooks/contract.ts'
import type { WebhookRow } from './answers.ts'
import { describeWebhook } from './describeWebhook.tsx'

interface EndDialogProps {
  readonly row: WebhookRow
  readonly onClose: () => void
}

/** The system hears nothing any more, and what was sent to it is no longer listed. */
export const EndDialog = ({ row: { id, unit, endpoint }, onClose }: EndDialogProps) => {
  const translate = useTranslate()
  const items = useMemo(() => [change(endEndpoint, { id, unit: unit.id })], [id, unit.id])
  return (
    <ActDialog
      title={translate('webhooks.endTitle', { name: endpoint.name })}
      act={translate('webhooks.act.end')}
      items={items}
      describe={describeWebhook}
      onClose={onClose}
    >
      <Typography>{translate('webhooks.endWhat')}</Typography>
    </ActDialog>
  )
}
