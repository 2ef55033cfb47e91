import Warning from '@mui/icons-material/WarningAmberOutlined'
import { Alert, Box, Link as Anchor, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import { useUnitLink, type UnitRow } from '#console/unit.ts'
import type { Conflicts as Answer } from '#plugins/permissions/contract/answer.ts'

/** Colleagues who hold two duties that are better apart: sets tariffs and waives, gives rights and moves money. */
export const Conflicts = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const reading = useReading<Answer>('/rights/conflicts', { unit: unit.id })
  return (
    <>
      <Typography color="textSecondary" sx={{ maxWidth: '70ch' }}>
        {translate('permissions.rights.conflictsWhat')}
      </Typography>
      <Answered reading={reading}>
        {({ data }) => data.length === 0 ? (
          <Alert severity="success">{translate('permissions.rights.noConflicts')}</Alert>
        ) : (
          <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {data.map(({ staff, pair, duty, unit: at, unitName, grants }) => (
              <Stack
                component="li"
                key={`${staff.id} ${pair} ${at}`}
                direction="row"
                sx={{ gap: 1.5, py: 1.5, borderBottom: 1, borderColor: 'divider' }}
              >
                <Warning color="warning" aria-hidden />
                <Box>
                  <Typography>
                    <Anchor component={Link} to={link(`/staff/${staff.id}`)} sx={{ fontWeight: 600 }}>
                      {staff.name}
                    </Anchor>
                    {` · ${unitName}`}
                  </Typography>
                  <Typography>{duty}</Typography>
                  <Typography variant="body2" color="textSecondary">
                    {grants.join('; ')}
                  </Typography>
                </Box>
              </Stack>
            ))}
          </Stack>
        )}
      </Answered>
    </>
  )
}
