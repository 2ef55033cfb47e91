import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Missing } from '#console/change/ChangePreview.tsx'
import type { Preview } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import type { Approvers } from '#plugins/change-requests/contract/answer.ts'
import type { OneRequest } from '../answers.ts'
import type { Act } from './useAct.ts'

interface LackingProps {
  readonly request: OneRequest
  readonly preview: Preview
  readonly act: Act
}

/** To whoever handles a request and may not approve it: what it takes, who can, and giving it to them. Who asked knows. */
export const Lacking = (props: LackingProps) => props.request.may.includes('handle') ? <Able {...props} /> : null

const Able = ({ request: { id, assignee }, preview, act: { act, busy } }: LackingProps) => {
  const translate = useTranslate()
  const { data } = useReading<Approvers>(`/requests/${id}/approvers`)
  return (
    <Alert severity="warning">
      {translate('requests.lacking.title')}
      <Missing preview={preview} />
      {data && (
        <Stack spacing={1} sx={{ mt: 1.5 }}>
          <Typography>{translate(data.approve.length > 0 ? 'requests.lacking.approve' : 'requests.lacking.nobody')}</Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {data.approve.map(({ id: staff, name }) => staff === assignee?.id
              ? <Typography key={staff}>{translate('requests.lacking.assigned', { name })}</Typography> : (
                <Button key={staff} size="small" variant="outlined" color="inherit" disabled={busy}
                  onClick={() => void act('handle', { assignee: staff }, 'requests.lacking.given')}>
                  {translate('requests.lacking.assign', { name })}
                </Button>
              ))}
          </Box>
          {data.themselves.length > 0 && (
            <Typography variant="body2">{translate('requests.lacking.themselves', { names: data.themselves.map(({ name }) => name).join(', ') })}</Typography>
          )}
        </Stack>
      )}
    </Alert>
  )
}
