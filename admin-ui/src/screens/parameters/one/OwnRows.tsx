import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { Section } from '#console/Section.tsx'
import { formatDay, todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'
import { BasisShown } from './BasisShown.tsx'
import type { SaidRow, Start } from '../edit/form.ts'

interface OwnRowsProps {
  readonly definition: Definition
  readonly whole: WholeParameter
  readonly onStart: (start: Start) => void
}

/** Everything the unit says itself: now and later, for single codes and parts of the year; the past on request. */
export const OwnRows = ({ definition, whole, onStart }: OwnRowsProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const [pastToo, setPastToo] = useState(false)
  const past = whole.rows.filter(({ state }) => state === 'past')
  const shown = whole.rows.filter(({ state }) => state !== 'past' || pastToo)
  const coded = definition.dimensions.length === 2 && definition.shared
  return (
    <Section
      title={translate('parameters.rows', { unit: whole.unitName })}
      intro={coded && <Link component={RouterLink} to={link('/rules')}>{translate('parameters.toGrid')}</Link>}
      actions={past.length > 0 && (
        <Button onClick={() => setPastToo(!pastToo)} aria-expanded={pastToo}>
          {translate(pastToo ? 'parameters.withoutPast' : 'parameters.withPast', { smart_count: past.length })}
        </Button>
      )}
    >
      {shown.length === 0 && <Typography color="textSecondary">{translate('parameters.noRows')}</Typography>}
      <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {shown.map(row => (
          <Row
            key={`${row.whereText} ${row.from} ${row.set}`}
            row={row}
            mayChange={whole.mayChange}
            title={definition.title}
            onStart={act => onStart({ act, row })}
          />
        ))}
      </Stack>
    </Section>
  )
}

interface RowProps {
  readonly row: SaidRow
  readonly title: string
  readonly mayChange: boolean
  readonly onStart: (act: Start['act']) => void
}

const Row = ({ row, title, mayChange, onStart }: RowProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const period = usePeriod()
  const { whereText, from, to, valueText, locked, state, basis } = row
  const place = whereText === '' ? translate('parameters.forAll') : whereText
  const when = period({ from, to }, todayHere())
  const acts: readonly Start['act'][] = state === 'past' ? ['restore'] : ['edit', 'give-back']
  return (
    <Box
      component="li"
      sx={{
        display: 'grid', columnGap: 2, rowGap: 0.5, alignItems: 'start', py: 1.25, borderTop: 1, borderColor: 'divider',
        '&:first-of-type': { borderTop: 0, pt: 0 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1.7fr) minmax(0, 1fr) auto' },
        color: state === 'past' ? 'text.secondary' : undefined,
      }}
    >
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{place}</Typography>
        <Typography variant="body2" color="textSecondary">{when}</Typography>
        {basis && (
          <Typography variant="body2" color="textSecondary">
            <BasisShown basis={basis} day={formatDay(language, basis.date)} />
          </Typography>
        )}
      </Box>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 650, fontSize: '1.1rem', overflowWrap: 'anywhere' }}>{valueText}</Typography>
        {state !== 'now' && <Chip size="small" variant="outlined" label={translate(`parameters.state.${state}`)} />}
        {locked && <Chip size="small" variant="outlined" label={translate('parameters.binds')} />}
      </Stack>
      <Stack direction="row" useFlexGap sx={{ gap: 0.5, flexWrap: 'wrap' }}>
        {mayChange && acts.map(act => (
          <Button
            key={act}
            size="small"
            onClick={() => onStart(act)}
            aria-label={`${translate(`parameters.act.${act}`)}: ${title}, ${place}, ${when}`}
          >
            {translate(`parameters.act.${act}`)}
          </Button>
        ))}
      </Stack>
    </Box>
  )
}
