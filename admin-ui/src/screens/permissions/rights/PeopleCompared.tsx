import { Box, Card, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { PeopleCompared as Answer } from '#plugins/permissions/contract/answer.ts'
import { capital } from '../roles/capital.ts'
import { StaffField } from './StaffField.tsx'
import { usePerson } from './usePerson.ts'

/** What one colleague may do here and another may not. */
export const PeopleCompared = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const [a, chooseA] = usePerson('a')
  const [b, chooseB] = usePerson('b')
  const day = asked('day') || todayHere()
  const complete = a !== null && b !== null && isDay(day)
  const reading = useSteadyReading<Answer>(
    '/rights/compare',
    { a: a?.id, b: b?.id, unit: unit.id, day },
    { enabled: complete },
  )
  return (
    <>
      <Card sx={{ p: 2.5 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' } }}>
          <StaffField label={translate('permissions.rights.one')} value={a} onChange={chooseA} besides={b?.id} required />
          <StaffField label={translate('permissions.rights.other')} value={b} onChange={chooseB} besides={a?.id} required />
          <DayField label={translate('permissions.rights.day')} value={day} onChange={typed => ask({ day: typed }, { replace: true })} required />
        </Box>
      </Card>
      {complete ? (
        <Answered reading={reading}>
          {answer => (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
              <Side title={translate('permissions.rights.only', { name: answer.a.name, other: answer.b.name })} areas={answer.onlyA} />
              <Side title={translate('permissions.rights.only', { name: answer.b.name, other: answer.a.name })} areas={answer.onlyB} />
              <Side title={translate('permissions.rights.both')} areas={answer.both} wide />
            </Box>
          )}
        </Answered>
      ) : (
        <Nothing>{translate('permissions.rights.askTwo')}</Nothing>
      )}
    </>
  )
}

interface SideProps {
  readonly title: string
  readonly areas: Answer['both']
  readonly wide?: boolean
}

const Side = ({ title, areas, wide = false }: SideProps) => {
  const translate = useTranslate()
  return (
    <Card component="section" sx={{ p: 2.5, ...(wide && { gridColumn: { md: '1 / -1' } }) }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {areas.length === 0 && <Typography color="textSecondary">{translate('permissions.roles.compare.nothing')}</Typography>}
      {areas.map(({ plugin, pluginName, rights }) => (
        <Box key={plugin} sx={{ mb: 1.5 }}>
          <Typography variant="overline" component="h3" color="textSecondary">
            {pluginName}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {rights.map(({ name, allows, limit }) => (
              <Typography component="li" key={name}>
                {capital(allows)}
                {limit !== null && ` (${limit})`}
              </Typography>
            ))}
          </Box>
        </Box>
      ))}
    </Card>
  )
}
