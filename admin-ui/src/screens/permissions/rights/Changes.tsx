import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Download from '@mui/icons-material/Download'
import { Box, Button, Chip, IconButton, Link as Anchor, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { address } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { formatMoment, formatMonth, isDay, todayHere } from '#console/time/day.ts'
import { useUnitLink, type UnitRow } from '#console/unit.ts'
import type { RightsChanges } from '#plugins/permissions/contract/answer.ts'

const shifted = (month: string, months: number) =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString()

/** What changed in rights in a month: who got or lost what, by whom and why. */
export const Changes = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const { asked, ask } = useAsked()
  const now = todayHere().slice(0, 7)
  const month = isDay(`${asked('month')}-01`) ? asked('month') : now
  const question = { month, unit: unit.id }
  const reading = useSteadyReading<RightsChanges>('/rights/changes', question)
  return (
    <>
      <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <IconButton aria-label={translate('permissions.rights.monthBefore')} onClick={() => ask({ month: shifted(month, -1) })}>
          <ChevronLeft />
        </IconButton>
        <Typography variant="h2" aria-live="polite" sx={{ minWidth: '11rem', textAlign: 'center' }}>
          {formatMonth(language, `${month}-01`)}
        </Typography>
        <IconButton
          aria-label={translate('permissions.rights.monthAfter')}
          disabled={month >= now}
          onClick={() => ask({ month: shifted(month, 1) === now ? null : shifted(month, 1) })}
        >
          <ChevronRight />
        </IconButton>
        <Box sx={{ flex: 1 }} />
        <Button
          component="a"
          href={address('/rights/changes', { ...question, format: 'csv' })}
          download
          variant="outlined"
          startIcon={<Download aria-hidden />}
        >
          {translate('permissions.rights.file')}
        </Button>
      </Stack>
      <Answered reading={reading}>
        {({ data }) => data.length === 0 ? (
          <Nothing>{translate('permissions.rights.noChanges')}</Nothing>
        ) : (
          <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {data.map(({ set, sentence, by, at, reason, putBack }) => (
              <Box component="li" key={set + sentence} sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
                <Typography sx={{ fontWeight: 550, textDecoration: putBack ? 'line-through' : 'none' }}>
                  {sentence}
                </Typography>
                <Typography variant="body2" color="textSecondary">
                  <Anchor component={Link} to={link(`/history?set=${set}`)}>
                    {translate('permissions.rights.givenBy', { name: by, at: formatMoment(language, at) })}
                  </Anchor>
                  {reason && ` · ${reason}`}
                  {putBack && <Chip size="small" sx={{ ml: 1 }} label={translate('permissions.rights.putBack')} />}
                </Typography>
              </Box>
            ))}
          </Stack>
        )}
      </Answered>
    </>
  )
}
