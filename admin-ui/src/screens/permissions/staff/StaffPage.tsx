import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import Search from '@mui/icons-material/Search'
import { Button, InputAdornment, Link as Anchor, Pagination, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { useMe } from '#console/session.ts'
import { mayAt, useUnit, useUnitLink, type UnitRow, type Units } from '#console/unit.ts'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { StaffList } from '../answers.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
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
  const page = Math.max(1, Number(asked('page')) || 1)
  const reading = useSteadyReading<StaffList>('/staff', {
    unit: unit.id,
    q,
    limit: perPage,
    offset: (page - 1) * perPage,
  })
  const [inviting, setInviting] = useState(false)
  const manages = mayAt(me, units, permissions.manage, unit.id)
  const invite = manages && (
    <Button variant="contained" startIcon={<PersonAdd />} onClick={() => setInviting(true)}>
      {translate('permissions.staff.invite')}
    </Button>
  )
  return (
    <Page
      title={translate('permissions.staff.title', { unit: unit.name })}
      intro={translate('permissions.staff.intro')}
      help="staff"
      actions={invite}
    >
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <TextField
          type="search"
          label={translate('permissions.staff.search')}
          value={asked('q')}
          sx={{ flex: '1 1 240px', maxWidth: 560 }}
          onChange={event => ask({ q: event.target.value, page: null }, { replace: true })}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" aria-hidden />
                </InputAdornment>
              ),
            },
          }}
        />
        <Anchor component={Link} to={link('/roles')}>
          {translate('permissions.roles.link')}
        </Anchor>
      </Stack>
      <Answered reading={reading}>
        {({ data, total }) => (
          <Stack spacing={2}>
            <Typography role="status" variant="body2" color="textSecondary">
              {translate('permissions.staff.shown', { smart_count: total })}
            </Typography>
            {data.length === 0 ? (
              <Nothing>
                {translate(asked('q') === '' ? 'permissions.staff.none' : 'permissions.staff.notFound')}
              </Nothing>
            ) : (
              <StaffTable staff={data} onOpen={id => ask({ person: id })} />
            )}
            {total > perPage && (
              <Pagination
                count={Math.ceil(total / perPage)}
                page={page}
                color="primary"
                sx={{ alignSelf: 'center' }}
                onChange={(_, next) => ask({ page: next === 1 ? null : String(next) })}
                getItemAriaLabel={(type, at) =>
                  type === 'page'
                    ? translate('ra.navigation.page', { page: at })
                    : translate(`ra.navigation.${type}`)
                }
              />
            )}
          </Stack>
        )}
      </Answered>
      {inviting && <InviteDialog unit={unit} units={units} onClose={() => setInviting(false)} />}
      {asked('person') !== '' && (
        <PersonDialog id={asked('person')} unit={unit} units={units} onClose={() => ask({ person: null })} />
      )}
    </Page>
  )
}

export default StaffPage
