import { Box, MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Static } from 'typebox'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import type { RolesCompared as Answer } from '#plugins/permissions/contract/answer.ts'
import type { RoleRow } from '../answers.ts'
import { areasOf, RightsByArea } from '../RightsByArea.tsx'
import { capital } from './capital.ts'

/** Two roles side by side: what only the one allows, what only the other, and what both do. */
export const RolesCompared = ({ roles }: { readonly roles: readonly RoleRow[] }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const [a, b] = ['a', 'b'].map((side, at) =>
    roles.find(({ code }) => code === asked(side)) ?? roles[at])
  if (!a || !b) return <Nothing>{translate('permissions.roles.twoNeeded')}</Nothing>
  return (
    <Stack spacing={2}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {([['a', a], ['b', b]] as const).map(([side, chosen]) => (
          <TextField
            key={side}
            select
            label={translate(`permissions.roles.compare.${side}`)}
            value={chosen.code}
            onChange={event => ask({ [side]: event.target.value })}
          >
            {roles.map(({ code, name }) => (
              <MenuItem key={code} value={code}>
                {capital(name)}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
      <Sides a={a} b={b} />
    </Stack>
  )
}

const Sides = ({ a, b }: { readonly a: RoleRow; readonly b: RoleRow }) => {
  const translate = useTranslate()
  const reading = useReading<Static<typeof Answer>>('/roles/compare', { a: a.code, b: b.code })
  return (
    <Answered reading={reading}>
      {({ onlyA, onlyB, both }) => (
        <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          <RightsByArea title={translate('permissions.roles.compare.only', { name: a.name })} areas={areasOf(onlyA)} />
          <RightsByArea title={translate('permissions.roles.compare.only', { name: b.name })} areas={areasOf(onlyB)} />
          <RightsByArea title={translate('permissions.roles.compare.both')} areas={areasOf(both)} wide />
        </Box>
      )}
    </Answered>
  )
}
