import { Box, Chip, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { pathOf, useUnits } from '#console/unit.ts'
import type { Because } from '#plugins/permissions/contract/answer.ts'

interface RightsPathProps {
  /** The unit asked about, at the foot of the path. */
  readonly unit: UnitId
  readonly grant: Because
  /** Whether the grant lets them: then its line runs on down to the unit. */
  readonly holds: boolean
}

/** From the region down to the unit asked about, with the role where it was given. */
export const RightsPath = ({ unit, grant, holds }: RightsPathProps) => {
  const translate = useTranslate()
  const units = useUnits()
  if (!units) return null
  const asked = pathOf(units, unit)
  const isHere = asked.some(({ id }) => id === grant.unit)
  const path = isHere ? asked : pathOf(units, grant.unit)
  const given = path.findIndex(({ id }) => id === grant.unit)
  const colour = holds ? 'success.main' : 'warning.main'
  return (
    <Box component="ol" aria-label={translate('permissions.rights.path')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {path.map(({ id, name, type }, at) => {
        const reached = at > given && holds
        return (
          <Box component="li" key={id} sx={{ display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: 1.5 }}>
            <Box aria-hidden sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
              <Box sx={{ width: 2, height: 12, bgcolor: at === 0 ? 'transparent' : reached ? colour : 'divider' }} />
              <Box
                sx={{
                  width: at === given ? 16 : 10, height: at === given ? 16 : 10, flex: 'none', borderRadius: '50%', border: 2,
                  borderColor: at === given || reached ? colour : 'text.disabled',
                  bgcolor: at === given || reached ? colour : 'background.paper',
                }}
              />
              <Box
                sx={{
                  width: 2, flex: 1,
                  bgcolor: at === path.length - 1 ? 'transparent' : holds && at >= given ? colour : 'divider',
                }}
              />
            </Box>
            <Box sx={{ py: 0.75, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <Typography sx={{ fontWeight: id === unit || at === given ? 650 : 400 }}>{name}</Typography>
              <Typography variant="body2" color="textSecondary">
                {translate(`console.unit.type.${type}`)}
                {id === unit && ` · ${translate('permissions.rights.askedHere')}`}
              </Typography>
              {at === given && <Chip size="small" label={grant.roleName} sx={{ bgcolor: colour, color: 'background.paper' }} />}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
