import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useNavigate } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Forms, OneRequest } from '../answers.ts'
import { useAct } from '../one/useAct.ts'
import { Withdraw } from '../one/Withdraw.tsx'
import { FormPage } from './FormPage.tsx'

/** A request that was not sent yet: its form, filled as it was left. */
export const EditDraft = ({ request }: { readonly request: OneRequest }) => {
  const translate = useTranslate()
  const navigate = useNavigate()
  const link = useUnitLink()
  const act = useAct(request.id)
  const reading = useReading<Forms>('/requests/forms', { unit: request.unit.id }, { staleTime: 60_000 })
  const throwAway = <Withdraw request={request} act={act} onDone={() => void navigate(link('/requests'))} />
  return (
    <Answered reading={reading}>
      {({ data }) => {
        const form = data.find(({ name }) => name === request.form)
        if (form) return <FormPage form={form} behalf={request.behalf !== null} request={request} actions={throwAway} />
        return (
          <Page title={request.subject || request.formTitle}>
            <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
              <Nothing>{translate('requests.ask.noForm')}</Nothing>
              {throwAway}
            </Stack>
          </Page>
        )
      }}
    </Answered>
  )
}
