import { Box, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay, formatMoment } from '#console/time/day.ts'
import type { LinkedRequest } from '#plugins/change-requests/contract/link.ts'

/** What was entered, in plain words: for whom, the answers, and what would change. */
export const Entered = ({ request }: { readonly request: LinkedRequest }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { unitName, asker, enteredBy, sentAt, applyOn, reason, answers, sentences, more } = request
  const facts = [
    { title: translate('requests.link.for'), text: unitName },
    { title: translate('requests.column.asker'), text: asker },
    ...(enteredBy === asker ? [] : [{ title: translate('requests.link.by'), text: enteredBy }]),
    ...(sentAt ? [{ title: translate(enteredBy === asker ? 'requests.link.sentOn' : 'requests.link.sentAt'), text: formatMoment(language, sentAt) }] : []),
    ...(applyOn ? [{ title: translate('requests.link.applyOn'), text: formatDay(language, applyOn) }] : []),
    ...(reason ? [{ title: translate('requests.link.why'), text: reason }] : []),
    ...answers,
  ]
  return (
    <Stack spacing={2}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(12rem, 1fr) 2fr' }, gap: 1 }}>
        {facts.map(({ title, text }) => [
          <Typography key={`${title}-title`} component="dt" color="textSecondary">{title}</Typography>,
          <Typography key={title} component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Typography>,
        ])}
      </Box>
      {sentences.length > 0 && (
        <div>
          <Typography variant="h3">{translate('requests.link.changes')}</Typography>
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {sentences.map((sentence, n) => <li key={`${n} ${sentence}`}>{sentence}</li>)}
          </Box>
          {more > 0 && <Typography color="textSecondary">{translate('requests.link.more', { smart_count: more })}</Typography>}
        </div>
      )}
    </Stack>
  )
}
