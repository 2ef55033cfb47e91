import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Pages } from '#console/Pages.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { Views } from '#console/Views.tsx'
import { deliveryStates, type DeliveryState } from '#plugins/webhooks/contract.ts'
import type { DeliveryList, WebhookRow } from './answers.ts'
import { DeliveryTable } from './DeliveryTable.tsx'

interface LogDialogProps {
  readonly row: WebhookRow
  /** Nothing leaves this installation. */
  readonly isSilent: boolean
  readonly onClose: () => void
}

const perPage = 25
const WAITING_MS = 3000
const views = ['all', ...deliveryStates] as const
const lively = views.filter(view => view !== 'kept')

/** What left for one system, what waits and what did not arrive, and why. */
export const LogDialog = ({ row: { id, endpoint }, isSilent, onClose }: LogDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const [state, setState] = useState<'all' | DeliveryState>('all')
  const [page, setPage] = useState(1)
  const reading = useSteadyReading<DeliveryList>(
    `/webhooks/${id}/deliveries`,
    { state: state === 'all' ? undefined : state, limit: perPage, offset: (page - 1) * perPage },
    { refetchInterval: ({ state: read }) => (read.data?.data.some(one => one.state === 'waiting') ? WAITING_MS : false) },
  )
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} component="h2">
        {translate('webhooks.log.title', { name: endpoint.name })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Views<(typeof views)[number]>
            views={isSilent ? views : lively}
            value={state}
            label={translate('webhooks.log.views')}
            onChange={next => {
              setState(next)
              setPage(1)
            }}
            words={name => translate(name === 'all' ? 'webhooks.log.all' : `webhooks.state.${name}`)}
          />
          <Answered reading={reading}>
            {({ data, total }) => (
              <Stack spacing={2}>
                <Typography role="status" variant="body2" color="textSecondary">
                  {translate('webhooks.messages', { smart_count: total })}
                </Typography>
                {data.length === 0 ? (
                  <Nothing>{translate(state === 'all' ? 'webhooks.log.none' : 'webhooks.log.notFound')}</Nothing>
                ) : (
                  <DeliveryTable deliveries={data} />
                )}
                <Pages count={Math.ceil(total / perPage)} page={page} onPage={setPage} />
              </Stack>
            )}
          </Answered>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
