import { Avatar, Box, Card, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Holders as Answer } from '#plugins/permissions/contract/answer.ts'
import { PermissionField } from './PermissionField.tsx'
import { PersonLink } from './PersonLink.tsx'

/** "Who may do this here?": colleagues by name, and the roles given further up. */
export const Holders = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const day = asked('day') || todayHere()
  const permission = asked('permission')
  const complete = permission !== '' && isDay(day)
  const reading = useSteadyReading<Answer>('/rights/holders', { permission, unit: unit.id, day }, { enabled: complete })
  return (
    <>
      <Card sx={{ p: 2.5 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 14rem' } }}>
          <PermissionField value={permission} onChange={name => ask({ permission: name })} />
          <DayField label={translate('permissions.rights.day')} value={day} onChange={typed => ask({ day: typed }, { replace: true })} required />
        </Box>
      </Card>
      {complete ? (
        <Answered reading={reading}>
          {({ data }) => data.length === 0 ? (
            <Nothing>{translate('permissions.rights.nobody')}</Nothing>
          ) : (
            <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {data.map(({ staff, role, unit: at, roleName, sentence }) => (
                <Stack
                  component="li"
                  key={`${staff?.id ?? ''} ${role} ${at}`}
                  direction="row"
                  sx={{ gap: 1.5, py: 1.25, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}
                >
                  <Avatar aria-hidden sx={{ width: 34, height: 34, bgcolor: 'secondary.main', color: 'secondary.contrastText', fontSize: '0.85rem', fontWeight: 700 }}>
                    {(staff?.name ?? roleName).slice(0, 1).toUpperCase()}
                  </Avatar>
                  <Box>
                    {staff ? (
                      <PersonLink person={staff} />
                    ) : (
                      <Typography sx={{ fontWeight: 600 }}>{translate('permissions.rights.higherUp')}</Typography>
                    )}
                    <Typography variant="body2" color="textSecondary">
                      {sentence}
                    </Typography>
                  </Box>
                </Stack>
              ))}
            </Stack>
          )}
        </Answered>
      ) : (
        <Nothing>{translate('permissions.rights.askWho')}</Nothing>
      )}
    </>
  )
}
