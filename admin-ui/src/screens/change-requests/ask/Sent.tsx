import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import { Button, Card, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { Page } from '#console/Page.tsx'
import { formatLongDay } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { OneRequest } from '../answers.ts'

interface SentProps {
  readonly request: OneRequest
  readonly behalf: boolean
}

/** It has been sent: its number, by when an answer comes, and where one follows it. */
export const Sent = ({ request: { id, number, subject, dueOn, asker }, behalf }: SentProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  return (
    <Page title={translate('requests.sent.title', { number })}>
      <Card variant="outlined" sx={{ p: { xs: 2.5, sm: 4 }, maxWidth: 720 }}>
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <CheckCircle color="success" aria-hidden sx={{ fontSize: 48 }} />
          <Typography variant="h2">{subject}</Typography>
          {behalf && <Typography>{translate('requests.sent.confirms', { name: asker.name })}</Typography>}
          {dueOn && <Typography>{translate('requests.sent.due', { day: formatLongDay(language, dueOn) })}</Typography>}
          {!behalf && <Typography color="textSecondary">{translate('requests.sent.follow')}</Typography>}
          <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap' }}>
            <Button variant="contained" component={RouterLink} to={link(`/requests/${id}`)}>{translate('requests.sent.see')}</Button>
            <Button component={RouterLink} to={link(`/requests/new${behalf ? '?behalf=1' : ''}`)}>{translate('requests.sent.another')}</Button>
          </Stack>
        </Stack>
      </Card>
    </Page>
  )
}
