import Add from '@mui/icons-material/Add'
import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Day } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { usePeriod } from '#console/time/usePeriod.ts'
import { pathOf, type UnitRow, type Units } from '#console/unit.ts'
import { SetDialog } from './act/SetDialog.tsx'
import type { UnitSetRow, UnitSets as Sets } from './answers.ts'

interface UnitSetsProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly today: Day
  readonly mayManage: boolean
}

/** The sets that this unit keeps, belongs to, or that hold units below it. */
const concerns = (set: UnitSetRow, unit: UnitRow, units: Units) =>
  set.owner === unit.id || set.members.some(({ id }) => pathOf(units, id).some(above => above.id === unit.id))

/** Named sets that cut across the tree: who shares a till, who lends to whom. */
export const UnitSets = ({ unit, units, today, mayManage }: UnitSetsProps) => {
  const translate = useTranslate()
  const period = usePeriod()
  const reading = useReading<Sets>('/unit-sets')
  const [edited, setEdited] = useState<UnitSetRow | 'new' | null>(null)
  const add = mayManage && unit.type !== 'stop' && (
    <Button variant="outlined" startIcon={<Add />} onClick={() => setEdited('new')}>
      {translate('units.set.add')}
    </Button>
  )
  return (
    <Section title={translate('units.set.title')} intro={translate('units.set.intro')} actions={add}>
      <Answered reading={reading}>
        {({ data }) => {
          const sets = data.filter(set => concerns(set, unit, units))
          if (sets.length === 0) return <Nothing>{translate('units.set.none')}</Nothing>
          return (
            <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {sets.map(set => (
                <Box
                  component="li"
                  key={set.owner + set.code + set.from}
                  sx={{
                    display: 'flex',
                    gap: 2,
                    py: 1.25,
                    borderBottom: 1,
                    borderColor: 'divider',
                    flexWrap: 'wrap',
                  }}
                >
                  <Box sx={{ flex: '1 1 260px' }}>
                    <Typography sx={{ fontWeight: 600 }}>{set.name}</Typography>
                    <Typography variant="body2" color="textSecondary">
                      {[
                        set.kindName,
                        set.code,
                        translate('units.set.of', { unit: set.ownerName }),
                        period(set, today),
                      ].join(' · ')}
                    </Typography>
                    <Typography variant="body2">
                      {set.members
                        .slice(0, 6)
                        .map(({ name }) => name)
                        .join(', ')}
                      {set.members.length > 6
                        && ` ${translate('units.set.more', { smart_count: set.members.length - 6 })}`}
                    </Typography>
                  </Box>
                  {set.mayChange && (
                    <Button
                      onClick={() => setEdited(set)}
                      aria-label={`${translate('ra.action.edit')}: ${set.name}`}
                      sx={{ alignSelf: 'flex-start' }}
                    >
                      {translate('ra.action.edit')}
                    </Button>
                  )}
                </Box>
              ))}
            </Stack>
          )
        }}
      </Answered>
      {edited && (
        <SetDialog
          owner={edited === 'new' ? unit.id : edited.owner}
          set={edited === 'new' ? null : edited}
          units={units}
          today={today}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
