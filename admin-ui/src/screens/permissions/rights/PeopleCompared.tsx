import { Box, Card } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { PeopleCompared as Answer } from '#plugins/permissions/contract/answer.ts'
import { RightsByArea, type Area } from '../RightsByArea.tsx'
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
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 14rem' } }}>
          <StaffField label={translate('permissions.rights.one')} value={a} onChange={chooseA} besides={b?.id} required />
          <StaffField label={translate('permissions.rights.other')} value={b} onChange={chooseB} besides={a?.id} required />
          <DayField label={translate('permissions.rights.day')} value={day} onChange={typed => ask({ day: typed }, { replace: true })} required />
        </Box>
      </Card>
      {complete ? (
        <Answered reading={reading}>
          {answer => (
            <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
              <RightsByArea title={translate('permissions.rights.only', { name: answer.a.name, other: answer.b.name })} areas={told(answer.onlyA)} />
              <RightsByArea title={translate('permissions.rights.only', { name: answer.b.name, other: answer.a.name })} areas={told(answer.onlyB)} />
              <RightsByArea title={translate('permissions.rights.both')} areas={told(answer.both)} wide />
            </Box>
          )}
        </Answered>
      ) : (
        <Nothing>{translate('permissions.rights.askTwo')}</Nothing>
      )}
    </>
  )
}

const told = (areas: Answer['both']): readonly Area[] => areas.map(({ pluginName, rights }) => ({ name: pluginName, rights }))
