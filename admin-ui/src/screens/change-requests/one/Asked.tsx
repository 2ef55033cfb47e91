import { Alert, Box, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { Told, Wants } from '#console/change/ChangePreview.tsx'
import type { Preview } from '#console/change/change.ts'
import { Sentences } from '#console/change/Sentences.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import { isDay } from '#console/time/day.ts'
import type { OneRequest } from '../answers.ts'
import { Lacking } from './Lacking.tsx'
import type { Act } from './useAct.ts'

/** What the change would do as things stand now, which may differ from when it was asked. */
export const useWaitingPreview = ({ id, set, state, movedAt, passed }: OneRequest, from: string) => {
  const language = useLocale()
  const body = passed && isDay(from) ? { from } : {}
  return useQuery<Preview, Problem>({
    queryKey: ['waiting', set, movedAt, language, body], staleTime: 0, gcTime: 0,
    enabled: set !== null && ['submitted', 'in-review', 'question', 'approved', 'planned'].includes(state),
    queryFn: ({ signal }) => call<Preview>(`/requests/${id}/preview`, { method: 'POST', body, signal }),
  })
}

interface AskedProps {
  readonly request: OneRequest
  readonly preview: ReturnType<typeof useWaitingPreview>
  readonly act: Act
}

/** What is asked, as its answers and as what it would do: the centre of the page. */
export const Asked = ({ request, preview: { data: preview, error, isFetching }, act }: AskedProps) => {
  const translate = useTranslate()
  const { answers, reason, change, pasted } = request
  return (
    <Stack spacing={2} aria-busy={isFetching}>
      {answers.length > 0 && (
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(12rem, 1fr) 2fr' }, gap: 1 }}>
          {answers.map(({ question, title, text }) => [
            <Typography key={`${question}-title`} component="dt" color="textSecondary">{title}</Typography>,
            <Typography key={question} component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>,
          ])}
        </Box>
      )}
      {reason && <Typography>{translate('requests.one.why', { reason })}</Typography>}
      {pasted && (
        <Box component="blockquote" sx={{ m: 0, pl: 1.5, borderLeft: 4, borderColor: 'divider', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {pasted}
        </Box>
      )}
      {(preview ?? change) && <Typography variant="h3">{translate('console.change.preview')}</Typography>}
      {error && <Alert severity="error" role="alert">{error.message}</Alert>}
      {preview?.faults.map(({ code, pointer, message }) => <Alert key={pointer + code} severity="warning">{message}</Alert>)}
      {preview ? <><Told preview={preview} lacking={<Lacking request={request} preview={preview} act={act} />} /><Wants preview={preview} /></>
        : isFetching ? <Waiting /> : change && <Sentences sentences={change.sentences} />}
      {!change && answers.length === 0 && !reason && <Typography color="textSecondary">{translate('requests.one.nothing')}</Typography>}
    </Stack>
  )
}
