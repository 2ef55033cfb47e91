import Warning from '@mui/icons-material/WarningAmberOutlined'
import { Alert, Box, Card, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Conflicts as Answer } from '#plugins/permissions/contract/answer.ts'
import { capital } from '../roles/capital.ts'
import { PersonLink } from './PersonLink.tsx'

type Conflict = Answer['data'][number]

/** Colleagues who hold two duties that are better apart: sets tariffs and waives, gives rights and moves money. */
export const Conflicts = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
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
          <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {[...Map.groupBy(data, ({ staff, unit: at }) => `${staff.id} ${at}`)].map(([key, found]) => (
              <OfOne key={key} found={found} />
            ))}
          </Stack>
        )}
      </Answered>
    </>
  )
}

/** All that one colleague holds too much of at one place, and through which roles. */
const OfOne = ({ found }: { readonly found: readonly Conflict[] }) => {
  const translate = useTranslate()
  const [first] = found
  if (!first) return null
  const grants = [...new Set(found.flatMap(one => one.grants))]
  return (
    <Card component="li" sx={{ p: 2, display: 'flex', gap: 1.5 }}>
      <Warning color="warning" aria-hidden />
      <Box>
        <Typography component="div">
          <PersonLink person={first.staff} />
          {` · ${first.unitName}`}
        </Typography>
        <Box component="ul" sx={{ m: 0, my: 0.5, pl: 2.5, listStyle: 'disc' }}>
          {found.map(({ pair, duty }) => (
            <li key={pair}>{capital(duty)}</li>
          ))}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {translate('permissions.rights.through', { roles: grants.join('; ') })}
        </Typography>
      </Box>
    </Card>
  )
}
