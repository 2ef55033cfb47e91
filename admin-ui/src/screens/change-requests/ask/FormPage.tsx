import { Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { UnitId } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { useUnit, useUnitLink, useUnits } from '#console/unit.ts'
import type { Form, Forms, OneRequest } from '../answers.ts'
import { FillForm } from './FillForm.tsx'
import { usePlaces } from './place.ts'
import { Sent } from './Sent.tsx'

interface FormPageProps {
  readonly form: Form
  readonly behalf: boolean
  /** A draft that is taken up again. */
  readonly request?: OneRequest
  /** What can be done besides. */
  readonly actions?: ReactNode
}

/** One guided form, for one unit; once it is sent it says so, with its number and by when an answer comes. */
export const FormPage = ({ form, behalf, request, actions }: FormPageProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { choose } = useUnit()
  const { first } = usePlaces(behalf)
  const [ownUnit, setOwnUnit] = useState(request?.unit.id)
  const [sent, setSent] = useState<OneRequest | null>(null)
  const unit = ownUnit ?? first(form)?.id
  const reading = useSteadyReading<Forms>('/requests/forms', { unit }, { enabled: unit !== undefined })
  if (sent) return <Sent request={sent} behalf={behalf} />
  const chooseUnit = request ? setOwnUnit : choose
  return (
    <Page
      title={form.title}
      intro={form.help}
      help="ask"
      actions={actions ?? <Button component={RouterLink} to={link(`/requests/new${behalf ? '?behalf=1' : ''}`)}>{translate('requests.ask.other')}</Button>}
    >
      <Stack spacing={3}>
        <ForUnit form={form} behalf={behalf} unit={unit} onChange={chooseUnit} />
        {unit !== undefined && (
          <Answered reading={reading}>
            {({ data }) => (
              <FillForm form={data.find(({ name }) => name === form.name) ?? form} unit={unit} behalf={behalf} request={request} onSent={setSent} />
            )}
          </Answered>
        )}
      </Stack>
    </Page>
  )
}

interface ForUnitProps {
  readonly form: Form
  readonly behalf: boolean
  readonly unit: UnitId | undefined
  readonly onChange: (unit: UnitId) => void
}

/** For which unit it is asked; who may ask it for one only has nothing to choose. */
const ForUnit = ({ form, behalf, unit, onChange }: ForUnitProps) => {
  const translate = useTranslate()
  const units = useUnits()
  const places = usePlaces(behalf).of(form)
  const name = unit === undefined ? undefined : units?.byId.get(unit)?.name
  if (places.length <= 1 && name !== undefined) return <Typography>{translate('requests.ask.for', { unit: name })}</Typography>
  const ids = new Set(places.map(({ id }) => id))
  return (
    <Section title={translate('requests.ask.forWhom')}>
      <UnitField label={translate('requests.ask.unit')} value={unit ?? null} required only={one => ids.has(one.id)}
        onChange={id => { if (id) onChange(id) }} />
    </Section>
  )
}
