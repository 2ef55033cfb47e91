import Notifications from '@mui/icons-material/NotificationsNoneOutlined'
import { Box, Button, Link, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { formatDay, todayHere } from '#console/time/day.ts'
import { useUnitLink, type UnitRow } from '#console/unit.ts'
import type { ChangeForUs, ChangesForUs } from '#plugins/parameters/contract/answer/for-us.ts'

const shownFirst = 3

/** What others set that makes a setting another one here: what is still to come first, then what was of late. */
export const ForUs = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { data } = useReading<ChangesForUs>('/parameters/for-us', { unit: unit.id })
  const [all, setAll] = useState(false)
  if (!data || data.data.length === 0) return null
  const shown = all ? data.data : data.data.slice(0, shownFirst)
  return (
    <Section
      title={translate('parameters.forUs.title')}
      intro={translate('parameters.forUs.intro', { unit: unit.name })}
      actions={data.data.length > shownFirst && (
        <Button onClick={() => setAll(!all)} aria-expanded={all}>
          {translate(all ? 'parameters.forUs.less' : 'parameters.forUs.all', { smart_count: data.data.length })}
        </Button>
      )}
    >
      <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {shown.map(change => (
          <Line key={`${change.set} ${change.parameter} ${change.whereText} ${change.day}`} change={change} />
        ))}
      </Stack>
      {data.more && all && <Typography variant="body2" color="textSecondary">{translate('parameters.forUs.more')}</Typography>}
    </Section>
  )
}

const Line = ({ change: { parameter, title, whereText, day, before, after, at } }: { readonly change: ChangeForUs }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const coming = day > todayHere()
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.5, py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Notifications aria-hidden color={coming ? 'secondary' : 'disabled'} sx={{ mt: 0.25 }} />
      <Box>
        <Typography>
          <Link component={RouterLink} to={link(`/settings?p=${encodeURIComponent(parameter)}`)} sx={{ fontWeight: 600 }}>
            {whereText === '' ? title : `${title} (${whereText})`}
          </Link>
          {': '}
          <Box component="span" sx={{ color: 'text.secondary' }}>{before}</Box>
          {' → '}
          <Box component="strong">{after}</Box>
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate(coming ? 'parameters.forUs.from' : 'parameters.forUs.since', { day: formatDay(language, day) })}
          {' · '}
          {translate('parameters.saidBy', { unit: at.unitName })}
        </Typography>
      </Box>
    </Box>
  )
}
