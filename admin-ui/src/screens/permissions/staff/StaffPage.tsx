import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Button, Link as Anchor, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Pages } from '#console/Pages.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { mayAt, useUnit, useUnitLink, type UnitRow, type Units } from '#console/unit.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { StaffList } from '../answers.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { StaffFilters, stateOf } from './StaffFilters.tsx'
import { StaffTable } from './StaffTable.tsx'

const perPage = 50

/** Who works in a library or group: in which roles, until when, and the way to invite a colleague. */
const StaffPage = () => {
  const { unit, units } = useUnit()
  return unit && units ? <Staff unit={unit} units={units} /> : <Waiting />
}

const Staff = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const me = useMe()
  const link = useUnitLink()
  const { asked, ask } = useAsked()
  const q = useDeferredValue(asked('q'))
  const [state, role] = [stateOf(asked('state')), asked('role')]
  const page = Math.max(1, Number(asked('page')) || 1)
  const reading = useSteadyReading<StaffList>('/staff', {
    unit: unit.id, q, state, role, limit: perPage, offset: (page - 1) * perPage,
  })
  const [inviting, setInviting] = useState(false)
  const everybody = q === '' && state === undefined && role === ''
  return (
    <Page
      title={translate('permissions.staff.title', { unit: unit.name })}
      intro={translate('permissions.staff.intro')}
      help="staff"
      actions={
        mayAt(me, units, permissions.manage, unit.id) && (
          <>
            <Button component={Link} to={link('/staff/import')} startIcon={<UploadFile />}>
              {translate('permissions.import.link')}
            </Button>
            <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setInviting(true)}>
              {translate('permissions.staff.invite')}
            </Button>
          </>
        )
      }
    >
      <StaffFilters asked={asked} ask={ask} />
      <Answered reading={reading}>
        {({ data, total }) => (
          <Stack spacing={2}>
            <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
              <Typography role="status" variant="body2" color="textSecondary">
                {translate('permissions.staff.shown', { smart_count: total })}
              </Typography>
              <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2 }}>
                <Anchor component={Link} to={link('/roles')}>
                  {translate('permissions.roles.link')}
                </Anchor>
                <Anchor component={Link} to={link('/rights')}>
                  {translate('permissions.rights.menu')}
                </Anchor>
              </Stack>
            </Stack>
            {data.length === 0 ? (
              <Nothing>{translate(everybody ? 'permissions.staff.none' : 'permissions.staff.notFound')}</Nothing>
            ) : (
              <StaffTable staff={data} />
            )}
            <Pages
              count={Math.ceil(total / perPage)}
              page={page}
              onPage={next => ask({ page: next === 1 ? null : String(next) })}
            />
          </Stack>
        )}
      </Answered>
      {inviting && <InviteDialog unit={unit} units={units} onClose={() => setInviting(false)} />}
    </Page>
  )
}

export default StaffPage
