import Check from '@mui/icons-material/Check'
import { Box, Chip, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { memo } from 'react'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { marked, marks, marksIn, type Mark, type Setting } from './settings.ts'

interface FiltersProps {
  readonly settings: readonly Setting[]
  /** The marks asked for, as the address says them: `own,planned`. */
  readonly show: string
  /** As it stands in the field: a day, or what was typed when that is none. */
  readonly since: string
  readonly ask: (words: Readonly<Record<string, string>>) => void
}

/** Which settings one wants to see; every mark says how many bear it. Not drawn again with every letter of the search. */
export const Filters = memo(({ settings, show, since, ask }: FiltersProps) => {
  const translate = useTranslate()
  const wanted = marksIn(show)
  const toggled = (mark: Mark) =>
    wanted.includes(mark) ? wanted.filter(one => one !== mark) : [...wanted, mark]
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <Stack
        direction="row"
        useFlexGap
        role="group"
        aria-label={translate('parameters.filters')}
        sx={{ flexWrap: 'wrap', gap: 1, py: 0.5 }}
      >
        {marks.map(mark => {
          const on = wanted.includes(mark)
          const count = marked(settings, [mark]).length
          return (
            <Chip
              key={mark}
              component="button"
              clickable
              color={on ? 'primary' : 'default'}
              variant={on ? 'filled' : 'outlined'}
              icon={on ? <Check aria-hidden /> : undefined}
              label={
                <>
                  {translate(`parameters.mark.${mark}`)} <Box component="strong">{count}</Box>
                </>
              }
              aria-pressed={on}
              onClick={() => ask({ show: toggled(mark).join(',') })}
              sx={{ height: 34, fontSize: '0.95rem', bgcolor: on ? undefined : 'background.paper' }}
            />
          )
        })}
      </Stack>
      <Box sx={{ width: 230 }}>
        <DayField
          label={translate('parameters.since')}
          value={since}
          onChange={day => ask({ since: day })}
          emptyHint={translate('parameters.sinceHint')}
          fault={since === '' || isDay(since) ? undefined : translate('console.day.wrong')}
        />
      </Box>
    </Stack>
  )
})
