import Add from '@mui/icons-material/Add'
import { Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { holds, useMe } from '#console/session.ts'
import { mayAt, useUnit } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import { permissions } from '#plugins/permissions/contract/permission.ts'
import type { Roles } from '../answers.ts'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { RoleCard } from './RoleCard.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import { copyOf, draftOf, newDraft, withLacking, withRight, type RoleDraft } from './role-draft.ts'
import { RoleMatrix } from './RoleMatrix.tsx'
import { RolesCompared } from './RolesCompared.tsx'
import type { RoleRow } from '../answers.ts'

const views = ['list', 'matrix', 'compare'] as const

/** What each role allows: one by one, side by side, or all in one table; and the way to make one's own. */
const RolesPage = () => {
  const translate = useTranslate()
  const me = useMe()
  const { asked, ask } = useAsked()
  const reading = useReading<Roles>('/roles')
  const [draft, setDraft] = useState<RoleDraft | null>(null)
  const [ending, setEnding] = useState<RoleRow | null>(null)
  const { unit, units } = useUnit()
  const place = unit && units && mayAt(me, units, permissions.roles, unit.id) ? unit.id : null
  const view = views.find(name => name === asked('view')) ?? 'list'
  const make = holds(me, permissions.roles) && (
    <Button variant="contained" startIcon={<Add aria-hidden />} onClick={() => setDraft(newDraft(place))}>
      {translate('permissions.roles.make')}
    </Button>
  )
  return (
    <Page
      title={translate('permissions.roles.title')}
      intro={translate('permissions.roles.intro')}
      help="roles"
      actions={make}
    >
      <Views
        views={views}
        value={view}
        label={translate('permissions.roles.views')}
        onChange={next => ask({ view: next === 'list' ? null : next })}
        words={name => translate(`permissions.roles.view.${name}`)}
      />
      <Answered reading={reading}>
        {({ data }) => {
          const wanted = data.find(role => role.code === asked('edit') && role.mayChange)
          if (wanted && !draft) return <RoleDialog draft={withRight(wanted, asked('add'))} onClose={() => ask({ edit: null, add: null })} />
          if (view === 'matrix') return <RoleMatrix roles={data} />
          if (view === 'compare') return <RolesCompared roles={data} />
          return (
            <Stack spacing={2}>
              {data.map(role => (
                <RoleCard
                  key={role.code}
                  role={role}
                  onChange={() => setDraft(draftOf(role))}
                  onCopy={() => setDraft(copyOf(role, place))}
                  onTakeOver={() => setDraft(withLacking(role))}
                  onEnd={() => setEnding(role)}
                />
              ))}
            </Stack>
          )
        }}
      </Answered>
      {draft && <RoleDialog draft={draft} onClose={() => setDraft(null)} />}
      {ending && <EndRoleDialog role={ending} onClose={() => setEnding(null)} />}
    </Page>
  )
}

export default RolesPage
