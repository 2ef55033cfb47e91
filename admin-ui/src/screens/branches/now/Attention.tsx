import PriorityHigh from '@mui/icons-material/PriorityHigh'
import { Chip, Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { formatDayOfYear } from '#console/time/day.ts'
import type { NowRow } from '../answers.ts'
import { hoursRunOut } from './shown.ts'

/** What somebody has to do about a branch, each a way to the screen where it is done. */
export const Attention = ({ row }: { readonly row: NowRow }) => {
  const translate = useTranslate()
  const language = useLocale()
  const confirming = ({ confirms }: NowRow) =>
    confirms?.to
      ? {
          to: 'calendar',
          text: translate('branches.now.stillClosed', { day: formatDayOfYear(language, confirms.to) }),
        }
      : { to: 'round', text: translate('branches.now.confirm', { year: confirms?.year ?? '' }) }
  const asks = [
    row.urgent && { to: 'calendar', text: row.urgent },
    row.gap && {
      to: 'hours',
      text: translate('branches.now.gap', { day: formatDayOfYear(language, row.gap.from) }),
    },
    !row.gap &&
      hoursRunOut(row) && {
        to: 'hours',
        text: translate('branches.now.hoursLeft', { smart_count: row.daysOfHoursLeft ?? 0 }),
      },
    row.needsConfirming && confirming(row),
  ].filter(ask => typeof ask === 'object')
  if (asks.length === 0)
    return row.provisional ? (
      <Chip
        size="small"
        variant="outlined"
        label={translate('branches.now.provisional')}
        sx={{ borderStyle: 'dashed' }}
      />
    ) : null
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      {asks.map(({ to, text }) => (
        <Chip
          key={text}
          size="small"
          clickable
          component={Link}
          to={`/${to}?unit=${row.id}`}
          icon={<PriorityHigh />}
          label={text}
          sx={{
            bgcolor: 'var(--day-B)',
            color: 'var(--day-B-ink)',
            minHeight: 26,
            height: 'auto',
            maxWidth: '100%',
            '& .MuiChip-label': { whiteSpace: 'normal', py: 0.25 },
            '& .MuiChip-icon': { color: 'inherit', fontSize: 16 },
            '&:hover': { bgcolor: 'var(--day-B-line)' },
          }}
        />
      ))}
    </Stack>
  )
}
