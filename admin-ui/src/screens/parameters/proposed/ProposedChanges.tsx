import ArrowForward from '@mui/icons-material/ArrowForward'
import { Alert, Box, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Pages } from '#console/Pages.tsx'
import { formatDay } from '#console/time/day.ts'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'

const perPage = 30
type Change = Proposed['changes'][number]

/** What would become otherwise, value by value; how much stays as it is; and what is left out, with the reason. */
export const ProposedChanges = ({ proposed, rows }: { readonly proposed: Proposed; readonly rows?: readonly number[] }) => {
  const translate = useTranslate()
  const [page, setPage] = useState(1)
  const { changes, unchanged, skipped } = proposed
  const pages = Math.ceil(changes.length / perPage)
  const at = Math.min(page, Math.max(pages, 1))
  const start = (at - 1) * perPage
  return (
    <Stack spacing={1.5}>
      <Typography variant="h3" component="h3">
        {translate('parameters.proposed.count', { smart_count: changes.length })}
      </Typography>
      {unchanged > 0 && (
        <Typography color="textSecondary">{translate('parameters.proposed.unchanged', { smart_count: unchanged })}</Typography>
      )}
      {changes.length > 0 && (
        <Stack component="ul" aria-label={translate('parameters.proposed.changes')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {changes.slice(start, start + perPage).map((change, n) => (
            <ChangeLine key={start + n} change={change} row={rows?.[start + n]} />
          ))}
        </Stack>
      )}
      <Pages count={pages} page={at} onPage={setPage} />
      <LeftOut skipped={skipped} />
    </Stack>
  )
}

const ChangeLine = ({ change, row }: { readonly change: Change; readonly row: number | undefined }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { unitName, title, whereText, before, after, from, to } = change
  const follows = translate('parameters.proposed.follows')
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Typography sx={{ fontWeight: 600 }}>
        {title}{whereText && <Box component="span" sx={{ fontWeight: 400 }}> · {whereText}</Box>}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {[unitName, translate(to === null ? 'parameters.proposed.from' : 'parameters.proposed.fromTo', {
          from: formatDay(language, from), to: to === null ? '' : formatDay(language, to),
        }), row === undefined ? '' : translate('parameters.proposed.row', { row })].filter(Boolean).join(' · ')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>{before ?? follows}</Box>
        <ArrowForward fontSize="small" titleAccess={translate('parameters.proposed.becomes')} sx={{ color: 'text.secondary' }} />
        <Box component="span" sx={{ fontWeight: 700 }}>{after ?? follows}</Box>
      </Box>
    </Box>
  )
}

/** The same reason is told once, with everything it goes for. */
const LeftOut = ({ skipped }: { readonly skipped: Proposed['skipped'] }) => {
  const translate = useTranslate()
  if (skipped.length === 0) return null
  const reasons = Map.groupBy(skipped, ({ message }) => message)
  return (
    <Alert severity="warning" icon={false}>
      <Typography sx={{ fontWeight: 650 }}>{translate('parameters.proposed.skipped', { smart_count: skipped.length })}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {[...reasons].map(([message, places]) => (
          <li key={message}>
            {[...new Set(places.map(({ title, unitName, whereText }) => `${title} (${[unitName, whereText].filter(Boolean).join(', ')})`))]
              .slice(0, 5).join('; ')}
            {places.length > 5 && ` ${translate('parameters.proposed.andMore', { smart_count: places.length - 5 })}`}: {message}
          </li>
        ))}
      </Box>
    </Alert>
  )
}
