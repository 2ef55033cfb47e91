import { Alert, Box, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { formatDay, isDay } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterThen } from '#plugins/parameters/contract/answer/whole.ts'

interface PastValueProps {
  readonly definition: Definition
  readonly unit: UnitRow
  /** The codes one looks at. */
  readonly codes: Readonly<Record<string, string>>
}

/** "What was it on …?": as everybody knew it then, and as it was corrected since where that differs. */
export const PastValue = ({ definition, unit, codes }: PastValueProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const day = asked('past')
  return (
    <Section title={translate('parameters.past.title')} intro={translate('parameters.past.intro')}>
      <Stack spacing={2}>
        <DayField label={translate('parameters.past.day')} value={day} onChange={next => ask({ past: next }, { replace: true })} />
        {isDay(day) && <Told definition={definition} unit={unit} day={day} codes={codes} />}
      </Stack>
    </Section>
  )
}

interface ToldProps extends PastValueProps {
  readonly day: string
}

const Told = ({ definition, unit, day, codes }: ToldProps) => {
  const translate = useTranslate()
  const reading = useReading<ParameterThen>(`/parameters/${definition.name}/then`, { unit: unit.id, day, ...codes })
  return (
    <Box aria-live="polite">
      <Answered reading={reading}>
        {({ knownThen, now, differ }) => (
          <Stack spacing={1.5}>
            {differ && knownThen && <Alert severity="warning">{translate('parameters.past.differ')}</Alert>}
            {knownThen
              ? <Known title={translate(differ ? 'parameters.past.known' : 'parameters.past.was')} known={knownThen} />
              : <Typography color="textSecondary">{translate('parameters.past.unknown')}</Typography>}
            {(differ || !knownThen) && <Known title={translate('parameters.past.corrected')} known={now} />}
          </Stack>
        )}
      </Answered>
    </Box>
  )
}

interface KnownProps {
  readonly title: string
  readonly known: ParameterThen['now']
}

const Known = ({ title, known: { valueText, from, since } }: KnownProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const who = from ? translate('parameters.saidBy', { unit: from.unitName }) : translate('parameters.default')
  return (
    <Box sx={{ borderLeft: 4, borderColor: 'divider', pl: 1.5 }}>
      <Typography variant="body2" color="textSecondary">{title}</Typography>
      <Typography sx={{ fontSize: '1.3rem', fontWeight: 650, overflowWrap: 'anywhere' }}>{valueText}</Typography>
      <Typography variant="body2" color="textSecondary">
        {who}
        {since && ` · ${translate('parameters.sinceDay', { day: formatDay(language, since) })}`}
      </Typography>
    </Box>
  )
}
