import { Box, Card } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading, useSteadyReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Explained } from '#plugins/permissions/contract/answer.ts'
import type { Permissions } from '../answers.ts'
import { ExplainedAnswer } from './ExplainedAnswer.tsx'
import { askedFar, HowFar } from './HowFar.tsx'
import { PermissionField } from './PermissionField.tsx'
import { StaffField } from './StaffField.tsx'
import { usePerson } from './usePerson.ts'

/** "May this person do that, here, on that day?" Yes, because…; no, the closest is… */
export const Explain = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const [person, choose] = usePerson('staff')
  const day = asked('day') || todayHere()
  const permission = asked('permission')
  const declared = useReading<Permissions>('/permissions').data?.data ?? []
  const limits = declared.find(({ name }) => name === permission)?.limitedBy ?? []
  const complete = person !== null && permission !== '' && isDay(day)
  const reading = useSteadyReading<Explained>(
    '/rights/explain',
    { staff: person?.id, permission, unit: unit.id, day, asked: askedFar(limits, asked) },
    { enabled: complete },
  )
  return (
    <>
      <Card sx={{ p: 2.5 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '12rem minmax(0, 1fr) 14rem' } }}>
          <StaffField label={translate('permissions.rights.person')} value={person} onChange={choose} required />
          <PermissionField value={permission} onChange={name => ask({ permission: name })} />
          <DayField label={translate('permissions.rights.day')} value={day} onChange={typed => ask({ day: typed }, { replace: true })} required />
        </Box>
        <HowFar limits={limits} />
      </Card>
      {complete ? (
        <Answered reading={reading}>{answer => <ExplainedAnswer answer={answer} />}</Answered>
      ) : (
        <Nothing>{translate('permissions.rights.ask')}</Nothing>
      )}
    </>
  )
}
