import Circle from '@mui/icons-material/Circle'
import DoNotDisturbOn from '@mui/icons-material/DoNotDisturbOn'
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutlineOutlined'
import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import { formatDayOfYear, plusDays } from '#console/time/day.ts'
import { formatTime } from '#console/time/hour.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import type { NowRow } from '../answers.ts'

const signs = {
  open: { icon: Circle, colour: 'success.main' },
  closed: { icon: DoNotDisturbOn, colour: 'error.main' },
  none: { icon: RemoveCircleOutline, colour: 'text.secondary' },
} as const

/** "Open tot 18.00 u.", "Gesloten: brugdag", "Opent morgen om 10.00 u.": a sign, a colour and words. */
export const StateNow = ({ row, today }: { readonly row: NowRow; readonly today: Day }) => {
  const translate = useTranslate()
  const language = useLocale()
  const { icon: Sign, colour } = signs[row.state]
  const opens = () => {
    if (!row.opensAt) return ''
    const time = formatTime(language, row.opensAt.time)
    if (row.opensAt.day === today) return translate('branches.now.opensToday', { time })
    if (row.opensAt.day === plusDays(today, 1)) return translate('branches.now.opensTomorrow', { time })
    return translate('branches.now.opensOn', { day: formatDayOfYear(language, row.opensAt.day), time })
  }
  const until = () => {
    if (!row.until) return translate('branches.now.is.open')
    const time = formatTime(language, row.until.time)
    if (row.until.day <= plusDays(today, 1)) return translate('branches.now.openUntil', { time })
    return translate('branches.now.openUntilDay', { day: formatDayOfYear(language, row.until.day), time })
  }
  const said = row.state === 'open' ? until() : translate(`branches.now.is.${row.state}`)
  return (
    <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start' }}>
      <Sign
        aria-hidden
        sx={{ color: colour, fontSize: row.state === 'open' ? 14 : 18, mt: row.state === 'open' ? 0.6 : 0.3 }}
      />
      <Box>
        <Typography
          sx={{
            fontWeight: 600,
            color: colour,
            display: 'flex',
            gap: 1,
            alignItems: 'center',
          }}
          component="div"
        >
          {said}
          {row.kind === 'B' || row.kind === 'V' ? <DayMark kind={row.kind} /> : null}
        </Typography>
        {row.reason && <Typography variant="body2">{row.reason}</Typography>}
        {row.state === 'closed' && (
          <Typography variant="body2" color="textSecondary">
            {opens()}
          </Typography>
        )}
      </Box>
    </Box>
  )
}
