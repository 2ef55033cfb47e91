import { Alert, Link as Anchor, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { todayHere } from '#console/time/day.ts'
import { mayAt, useUnit, useUnitLink, type UnitRow, type Units } from '#console/unit.ts'
import { permissions } from '#plugins/units/contract.ts'
import { ActOnUnit, type Act } from './act/ActOnUnit.tsx'
import type { UnitDetails } from './answers.ts'
import { UnitActs } from './UnitActs.tsx'
import { UnitRecord } from './UnitRecord.tsx'
import { UnitsBelow } from './UnitsBelow.tsx'
import { UnitSets } from './UnitSets.tsx'
import { UnitTimeline } from './UnitTimeline.tsx'

/** One group, library, branch, bookmobile or stop: what it is, where it hangs, what was and what comes. */
const UnitsPage = () => {
  const translate = useTranslate()
  const { unit, units } = useUnit()
  if (!unit || !units) return <Waiting />
  const intro = translate('units.intro', { type: translate(`console.unit.type.${unit.type}`), code: unit.code })
  return (
    <Page title={unit.name} intro={intro} help="units">
      <OneUnit key={unit.id} unit={unit} units={units} />
    </Page>
  )
}

const OneUnit = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const me = useMe()
  const today = todayHere()
  const reading = useReading<UnitDetails>(`/units/${unit.id}`)
  const [act, setAct] = useState<Act | null>(null)
  const manages = mayAt(me, units, permissions.manage, unit.id)
  const changes = mayAt(me, units, permissions.change, unit.id)
  return (
    <Answered reading={reading}>
      {details => (
        <Stack spacing={3}>
          {details.successor && (
            <Alert severity="info">
              {translate('units.successor')}{' '}
              <Anchor component={Link} to={link('/units', details.successor.id)}>
                {details.successor.name}
              </Anchor>
            </Alert>
          )}
          {details.predecessors.length > 0 && (
            <Alert severity="info">
              {translate('units.predecessors', {
                names: details.predecessors.map(({ name, code }) => `${name} (${code})`).join(', '),
              })}
            </Alert>
          )}
          <Section
            title={translate('units.record.title')}
            actions={<UnitActs type={unit.type} may={manages || changes} onAct={setAct} />}
          >
            <UnitRecord details={details} />
          </Section>
          <UnitsBelow
            unit={unit}
            units={units}
            mayOpen={manages || changes}
            manages={manages}
            onOpen={type => setAct({ do: 'open', type })}
          />
          <UnitTimeline details={details} today={today} />
          <UnitSets unit={unit} units={units} today={today} mayManage={manages} />
          <Anchor component={Link} to={link('/history', unit.id)}>
            {translate('units.history', { name: unit.name })}
          </Anchor>
          {act && (
            <ActOnUnit act={act} details={details} units={units} today={today} onClose={() => setAct(null)} />
          )}
        </Stack>
      )}
    </Answered>
  )
}

export default UnitsPage
