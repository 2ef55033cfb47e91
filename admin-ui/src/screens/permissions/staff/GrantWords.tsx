import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import type { GrantRow } from '../answers.ts'

/** "vestigingsbeheerder van De Krook, tot en met 31 dec. 2026". */
export const GrantWords = ({ grant }: { readonly grant: GrantRow }) => {
  const translate = useTranslate()
  const period = usePeriod()
  const today = todayHere()
  const lasting = grant.to !== null || (grant.from !== null && grant.from > today)
  return (
    <Box sx={{ mb: 0.25 }}>
      <Typography>
        {translate('permissions.staff.grant', { role: grant.roleName, unit: grant.unitName })}
      </Typography>
      {lasting && (
        <Typography variant="body2" color="textSecondary">
          {period(grant, today)}
        </Typography>
      )}
    </Box>
  )
}
