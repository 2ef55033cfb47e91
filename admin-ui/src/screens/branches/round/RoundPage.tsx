import { Stack, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { todayHere } from '#console/time/day.ts'
import { pathOf, useUnit } from '#console/unit.ts'
import { LibraryRound } from './LibraryRound.tsx'
import { RoundOverview } from './RoundOverview.tsx'

/** The yearly round: a library goes through a proposal for a year, the region sees who has not yet. */
const RoundPage = () => {
  const translate = useTranslate()
  const { unit, units } = useUnit()
  const { asked, ask } = useAsked()
  if (!unit || !units) return <Waiting />
  const thisYear = Number(todayHere().slice(0, 4))
  const year = Number(asked('year')) || thisYear + 1
  const library = pathOf(units, unit.id).find(({ type }) => type === 'library')
  const years = [...new Set([thisYear, thisYear + 1, year])].toSorted((a, b) => a - b)
  return (
    <Page
      title={translate(library ? 'branches.round.title' : 'branches.round.overviewTitle', {
        year,
        unit: library?.name ?? unit.name,
      })}
      intro={translate(library ? 'branches.round.intro' : 'branches.round.overviewIntro', { year })}
      help="round"
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={year}
          aria-label={translate('branches.round.year')}
          onChange={(_, next: number | null) => {
            if (next) ask({ year: String(next) })
          }}
        >
          {years.map(one => (
            <ToggleButton key={one} value={one} sx={{ px: 2, bgcolor: 'background.paper' }}>
              {one}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <Stack spacing={3}>
        {library ? (
          <LibraryRound key={`${library.id} ${year}`} library={library} units={units} year={year} />
        ) : (
          <RoundOverview key={`${unit.id} ${year}`} unit={unit} year={year} />
        )}
      </Stack>
    </Page>
  )
}

export default RoundPage
