import Check from '@mui/icons-material/Check'
import {
  Box, Paper, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery,
  type Theme,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { Fragment } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import type { PermissionRow, Permissions, RoleRow } from '../answers.ts'
import { capital } from './capital.ts'

interface RoleMatrixProps {
  readonly roles: readonly RoleRow[]
}

/** Every right against every role; on a narrow screen the roles stand under each right. */
export const RoleMatrix = ({ roles }: RoleMatrixProps) => {
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'))
  const reading = useReading<Permissions>('/permissions')
  return (
    <Answered reading={reading}>
      {({ data }) => narrow ? <Listed rights={data} roles={roles} /> : <Grid rights={data} roles={roles} />}
    </Answered>
  )
}

interface Both extends RoleMatrixProps {
  readonly rights: readonly PermissionRow[]
}

const allows = (role: RoleRow, right: PermissionRow) => role.permissions.some(({ name }) => name === right.name)
/** Names stand on their side, so that eleven roles fit on one screen. */
const upright = {
  // Else an apostrophe stands upright beside letters that lie down.
  writingMode: 'vertical-rl', textOrientation: 'sideways', transform: 'rotate(180deg)', display: 'inline-block', maxHeight: '12rem', minWidth: 40, lineHeight: 1.2,
  textAlign: 'left',
} as const
const sticky = { position: 'sticky', bgcolor: 'background.paper' } as const

const Grid = ({ rights, roles }: Both) => {
  const translate = useTranslate()
  const name = translate('permissions.roles.view.matrix')
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={name} sx={{ maxHeight: '70vh' }}>
      <Table stickyHeader size="small" aria-label={name}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ ...sticky, left: 0, zIndex: 3, minWidth: 280, verticalAlign: 'bottom' }}>
              {translate('permissions.roles.right')}
            </TableCell>
            {roles.map(role => (
              <TableCell key={role.code} align="center" sx={{ bgcolor: 'background.paper', px: 0.5, verticalAlign: 'bottom' }}>
                <Box component="span" sx={upright}>
                  {capital(role.name)}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...Map.groupBy(rights, ({ pluginName }) => pluginName)].map(([area, own]) => (
            <Fragment key={area}>
              <TableRow>
                <TableCell component="th" scope="rowgroup" colSpan={roles.length + 1} sx={{ bgcolor: 'background.default' }}>
                  <Typography variant="overline" component="span" sx={{ position: 'sticky', left: 16 }}>
                    {area}
                  </Typography>
                </TableCell>
              </TableRow>
              {own.map(right => (
                <TableRow key={right.name} hover>
                  <TableCell component="th" scope="row" sx={{ ...sticky, left: 0, zIndex: 1 }}>
                    {capital(right.allows)}
                  </TableCell>
                  {roles.map(role => (
                    <TableCell key={role.code} align="center" sx={{ px: 0.5 }}>
                      <Mark may={allows(role, right)} />
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

const Mark = ({ may }: { readonly may: boolean }) => {
  const translate = useTranslate()
  return may ? (
    <Check fontSize="small" color="success" titleAccess={translate('permissions.roles.may')} />
  ) : (
    <Box component="span" role="img" aria-label={translate('permissions.roles.mayNot')} sx={{ color: 'text.secondary' }}>
      –
    </Box>
  )
}

const Listed = ({ rights, roles }: Both) => {
  const translate = useTranslate()
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }} spacing={1.5}>
      {rights.map(right => (
        <Box component="li" key={right.name}>
          <Typography sx={{ fontWeight: 600 }}>{capital(right.allows)}</Typography>
          <Typography variant="body2" color="textSecondary">
            {roles.filter(role => allows(role, right)).map(({ name }) => name).join(', ')
              || translate('permissions.roles.noRole')}
          </Typography>
        </Box>
      ))}
    </Stack>
  )
}
