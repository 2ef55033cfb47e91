import { Button, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain, useReading } from '#console/reading.ts'
import type { PieceProps } from '#console/screens.ts'
import { Section } from '#console/Section.tsx'
import { holds, useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'
import type { Sessions } from '../answers.ts'
import { RemoveAsked } from '../me/RemoveAsked.tsx'
import { SessionList } from '../me/SessionList.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** On the page of a colleague: where they are signed in, and help for who does not get in. */
const PersonSignIn = ({ staff }: PieceProps['person']) => {
  const me = useMe()
  if (staff.id === me.staff.id) return null
  return (
    <>
      {holds(me, signInPermissions.sessions) && <TheirSessions staff={staff} />}
      {holds(me, signInPermissions.unlock) && <TheirWayIn staff={staff} />}
    </>
  )
}

const TheirSessions = ({ staff: { id, name } }: PieceProps['person']) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { data: sessions } = useReading<Sessions>(`/staff/${id}/sessions`)
  const { problem, trying } = useTrying()
  const end = async () => {
    const done = await trying(() => call(`/staff/${id}/sessions`, { method: 'DELETE' }))
    if (done) notify('signIn.session.ended', { type: 'success' })
    await readAgain()
  }
  // Elsewhere than at the units where one may see them there is nothing to show.
  if (!sessions) return null
  return (
    <Section
      title={translate('signIn.session.theirs')}
      actions={
        sessions.data.length > 0 && (
          <RemoveAsked
            act={translate('signIn.session.endAll')}
            sure={translate('signIn.session.endAllSure', { name })}
            onRemove={end}
          />
        )
      }
    >
      <Refused problem={problem} />
      {sessions.data.length === 0 ? (
        <Typography color="textSecondary">{translate('signIn.session.noneTheirs', { name })}</Typography>
      ) : (
        <SessionList sessions={sessions.data} />
      )}
    </Section>
  )
}

const acts = { unlock: 'unlock', factors: 'factors/reset' } as const

const TheirWayIn = ({ staff: { id, name } }: PieceProps['person']) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { busy, problem, trying, forget } = useTrying()
  const [asked, setAsked] = useState<keyof typeof acts | null>(null)
  const close = () => {
    setAsked(null)
    forget()
  }
  const send = async (act: keyof typeof acts, reason: string) => {
    const path = `/staff/${id}/${acts[act]}`
    const done = await trying(() => whenConfirmed(() => call(path, { method: 'POST', body: { reason } })))
    if (!done) return
    notify(`signIn.wayIn.${act}Done`, { type: 'success', messageArgs: { name } })
    close()
    await readAgain()
  }
  return (
    <Section title={translate('signIn.wayIn.title')} intro={translate('signIn.wayIn.intro', { name })}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => setAsked('unlock')}>
          {translate('signIn.wayIn.unlock')}
        </Button>
        <Button variant="outlined" onClick={() => setAsked('factors')}>
          {translate('signIn.wayIn.factors')}
        </Button>
      </Stack>
      {asked && (
        <ReasonDialog
          title={translate(`signIn.wayIn.${asked}`)}
          what={translate(`signIn.wayIn.${asked}What`, { name })}
          busy={busy}
          problem={problem}
          onSend={reason => void send(asked, reason)}
          onClose={close}
        />
      )}
    </Section>
  )
}

export default PersonSignIn
