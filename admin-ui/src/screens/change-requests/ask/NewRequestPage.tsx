import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { holds, useMe } from '#console/session.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useUnit } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import type { Forms } from '../answers.ts'
import { ChooseForm } from './choose/ChooseForm.tsx'
import { FormPage } from './FormPage.tsx'

/** Asks something of the helpdesk: first what, then exactly what is needed for it. */
const NewRequestPage = () => {
  const translate = useTranslate()
  const { asked } = useAsked()
  const { unit } = useUnit()
  const mayFile = holds(useMe(), permissions.file)
  const behalf = asked('behalf') !== '' && mayFile
  const reading = useReading<Forms>('/requests/forms', {}, { staleTime: 60_000 })
  if (!unit) return <Waiting />
  const name = asked('form')
  return (
    <Answered reading={reading}>
      {({ data }) => {
        const form = data.find(one => one.name === name)
        if (name !== '' && !form) return <Page title={translate('requests.ask.title')}><Nothing>{translate('requests.ask.noForm')}</Nothing></Page>
        return form ? <FormPage key={form.name} form={form} behalf={behalf} /> : <ChooseForm forms={data} behalf={behalf} />
      }}
    </Answered>
  )
}

export default NewRequestPage
