import Back from '@mui/icons-material/ArrowBack'
import { Alert, Button, Link as Anchor, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link, useParams } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { HistoryList } from '#console/change/HistoryList.tsx'
import { SetList } from '#console/change/SetList.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { Pieces } from '#console/Pieces.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { useUnit, useUnitLink, type Units } from '#console/unit.ts'
import type { StaffDetail } from '../../answers.ts'
import { Access } from '../Access.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonRoles } from './PersonRoles.tsx'

/** One colleague: who they are, what they may do and why, and every act that concerns them. */
const PersonPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { id = '' } = useParams()
  const { units } = useUnit()
  const reading = useReading<StaffDetail>(`/staff/${id}`)
  const person = reading.data
  const [leaving, setLeaving] = useState(false)
  const { staff: me } = useMe()
  return (
    <Page
      title={person?.name ?? translate('permissions.person.title')}
      intro={person?.homeUnit?.name}
      help="person"
      actions={
        person?.mayManage && !person.disabled && person.id !== me.id ? (
          <Button variant="outlined" color="error" onClick={() => setLeaving(true)}>
            {translate('permissions.leave.ask')}
          </Button>
        ) : undefined
      }
    >
      <Anchor
        component={Link}
        to={link('/staff')}
        sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}
      >
        <Back fontSize="small" aria-hidden />
        {translate('permissions.person.back')}
      </Anchor>
      <Answered reading={reading}>
        {known => (units ? <Known person={known} units={units} /> : <Waiting />)}
      </Answered>
      {leaving && person && <LeaveDialog person={person} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

const Known = ({ person, units }: { readonly person: StaffDetail; readonly units: Units }) => {
  const translate = useTranslate()
  const { id, name, elsewhere, mayManage, planned } = person
  if (elsewhere)
    return (
      <Stack spacing={2}>
        <Alert severity="info">{translate('permissions.person.elsewhere', { name })}</Alert>
        <PersonRoles person={person} units={units} />
      </Stack>
    )
  return (
    <Stack spacing={2}>
      <PersonFacts person={person} units={units} />
      <PersonRoles person={person} units={units} />
      {mayManage && (
        <Section title={translate('permissions.staff.access')}>
          <Access person={person} />
        </Section>
      )}
      <Pieces place="person" props={{ staff: { id, name } }} />
      {planned.length > 0 && (
        <Section
          title={translate('permissions.person.planned')}
          intro={translate('permissions.person.plannedIntro', { name })}
        >
          <SetList sets={planned} />
        </Section>
      )}
      <Section title={translate('permissions.person.history')} intro={translate('permissions.person.historyIntro', { name })}>
        <HistoryList by={id} />
      </Section>
    </Stack>
  )
}

export default PersonPage
