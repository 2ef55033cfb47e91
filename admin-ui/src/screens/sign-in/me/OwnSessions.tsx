import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import { Refused } from '#console/Refused.tsx'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import type { Sessions } from '../answers.ts'
import { SessionList } from './SessionList.tsx'

/** Where I am signed in, and the way to end it anywhere but here. */
export const OwnSessions = () => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const reading = useReading<Sessions>('/sessions')
  const { busy, problem, trying } = useTrying()
  const end = async (path: string) => {
    if (await trying(() => call(path, { method: 'DELETE' }))) notify('signIn.session.ended', { type: 'success' })
    await readAgain()
  }
  const others = reading.data?.data.some(({ current }) => !current) ?? false
  return (
    <Section
      title={translate('signIn.session.title')}
      intro={translate('signIn.session.intro')}
      actions={
        others && (
          <Button variant="outlined" loading={busy} onClick={() => void end('/sessions')}>
            {translate('signIn.session.endOthers')}
          </Button>
        )
      }
    >
      <Refused problem={problem} />
      <Answered reading={reading}>
        {({ data }) => <SessionList sessions={data} onEnd={id => end(`/sessions/${id}`)} />}
      </Answered>
    </Section>
  )
}
