import { Box } from '@mui/material'
import { useLocale } from 'ra-core'
import { spanOf } from './plan-fault.ts'
import type { TypedSlot } from './plan-form.ts'

const start = 6 * 60
const end = 26 * 60
const at = (minute: number) => `${(100 * (Math.min(Math.max(minute, start), end) - start)) / (end - start)}%`

const marks = [8, 12, 16, 20, 24]

interface DayBarProps {
  readonly slots: readonly TypedSlot[]
  /** Struck through: these hours do not hold that day. */
  readonly crossed?: boolean
}

/** A day from six in the morning until after midnight, as a strip. For the eye only; the words stand beside it. */
export const DayBar = ({ slots, crossed = false }: DayBarProps) => (
  <Box
    aria-hidden
    sx={{
      position: 'relative',
      height: 22,
      borderRadius: 0.6,
      bgcolor: 'var(--hours-soft)',
      overflow: 'hidden',
      minWidth: 120,
      backgroundImage: marks.map(() => 'linear-gradient(var(--hours), var(--hours))').join(','),
      backgroundSize: '1px 6px',
      backgroundRepeat: 'no-repeat',
      backgroundPosition: marks.map(hour => `${at(hour * 60)} 100%`).join(','),
    }}
  >
    {slots.map((slot, index) => {
      const span = spanOf(slot)
      return (
        span && (
          <Box
            key={index}
            sx={{
              position: 'absolute',
              top: 3,
              bottom: 3,
              left: at(span[0]),
              width: `calc(${at(span[1])} - ${at(span[0])})`,
              borderRadius: 0.4,
              border: '1px solid var(--hours)',
              ...(crossed
                ? {
                    backgroundImage:
                      'repeating-linear-gradient(135deg, transparent 0 4px, var(--hours) 4px 5px)',
                  }
                : { bgcolor: 'var(--hours)' }),
            }}
          />
        )
      )
    })}
  </Box>
)

/** The hours that the strips below are ruled by. */
export const BarScale = () => {
  const language = useLocale()
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 18, fontSize: '0.72rem', color: 'text.secondary' }}>
      {marks.map(hour => (
        <Box
          key={hour}
          component="span"
          sx={{ position: 'absolute', left: at(hour * 60), transform: 'translateX(-50%)' }}
        >
          {language === 'en' ? `${hour}:00` : hour}
        </Box>
      ))}
    </Box>
  )
}
