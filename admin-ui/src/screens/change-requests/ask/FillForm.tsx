import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { UnitId } from '#core/contract.ts'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { useChange } from '#console/change/useChange.ts'
import { useSaved } from '#console/change/useSaved.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { useUnitLink } from '#console/unit.ts'
import { ReasonField } from '#console/change/ReasonField.tsx'
import type { Form, OneRequest } from '../answers.ts'
import { Attachments } from './Attachments.tsx'
import { BehalfFields, behalfFaults } from './BehalfFields.tsx'
import { dayOf, firstFilling, requestOf, type Filling } from './filling.ts'
import { filledOf, typedIn } from './question/answer.ts'
import { QuestionField } from './question/QuestionField.tsx'
import { useSending } from './useSending.ts'
import { useWish } from './useWish.ts'
import { WishShown } from './WishShown.tsx'

interface FillFormProps {
  readonly form: Form
  readonly unit: UnitId
  readonly behalf: boolean
  readonly request: OneRequest | undefined
  readonly onSent: (request: OneRequest) => void
}

/** What is still open is said when somebody wants to send it, not while they are filling it in. */
const isOpen = (code: string) => code === 'change-requests.unanswered' || code === 'change-requests.nothing-asked'

/** The questions on one side, what the answers would do on the other. */
export const FillForm = ({ form, unit, behalf, request, onSent }: FillFormProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const navigate = useNavigate()
  const link = useUnitLink()
  const saved = useSaved()
  const readAgain = useReadAgain()
  const [first] = useState<Filling>(() => firstFilling(form, request))
  const draft = useDraft(`request ${request?.id ?? form.name}${behalf ? ' behalf' : ''}`, first)
  const filling = draft.value
  const set = (next: Partial<Filling>) => draft.set(before => ({ ...before, ...next }))
  const typed = typedIn(form, filling.typed)
  const { asked, answers, wrong } = filledOf(form, typed, language)
  const from = dayOf(form, filling)
  const day = from ? { from } : {}
  const { wish, problem, looking } = useWish(form.name, { id: filling.id, unit, filled: answers, ...day })
  const items = wish && wish.items.length > 0 && !looking ? wish.items : null
  const change = useChange(items, {
    onDone: set_ => {
      draft.forget()
      saved(set_)
      // What was saved oneself is no draft any more; were it still there, it could be thrown away.
      if (request) void call(`/requests/${request.id}/withdraw`, { method: 'POST', body: {} }).then(readAgain, () => undefined)
      void navigate(link('/requests'))
    },
  })
  const [files, setFiles] = useState<readonly File[]>([])
  const [attempts, setAttempts] = useState(0)
  const sending = useSending()
  const body = requestOf({ form, unit, filling, answers, behalf })
  const faults = [
    ...(sending.problem?.faults ?? []), ...(wish?.faults ?? []), ...(behalf ? behalfFaults(filling.behalf, translate) : []),
    ...(form.hasOwnDay || from ? [] : [{ code: 'change-requests.unanswered', pointer: '/from', message: translate('requests.ask.dayMissing') }]),
  ].filter(({ pointer }) => !wrong.some(name => pointer === `/filled/${name}`))
  const shown = faults.filter(({ code }) => attempts > 0 || !isOpen(code))
  const stuck = faults.length + wrong.length
  const ownWork = !behalf && items !== null && wish?.tasks.length === 0 && change.preview?.mayApply === true
    && !change.preview.secondPerson && change.preview.agreement.every(({ agrees }) => agrees === true)
  // A file is there for others to read.
  const self = ownWork && files.length === 0 && !request?.files.length
  const busy = sending.busy || change.sending
  const reads = useFirstFault(attempts)

  const send = async () => {
    if (stuck > 0) return setAttempts(before => before + 1)
    if (self) return change.send({ reason: filling.reason })
    const done = await sending.send(body, files)
    if (!done) return setAttempts(before => before + 1)
    draft.forget()
    onSent(done)
  }
  const keep = async () => {
    if (!await sending.send({ ...body, draft: true }, files)) return
    draft.forget()
    notify('requests.ask.kept', { type: 'success' })
    void navigate(link('/requests'))
  }
  return (
    <ActDialogFaults value={shown}>
      <Box
        component="form"
        noValidate
        ref={reads}
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
        sx={{ display: 'grid', gap: 3, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' } }}
      >
        <Stack spacing={3}>
          <DraftKept draft={draft} />
          {behalf && <BehalfFields unit={unit} value={filling.behalf} onChange={next => set({ behalf: next })} />}
          <Section title={translate('requests.ask.questions')}>
            <Stack spacing={2.5}>
              {!form.hasOwnDay && (
                <DayField label={translate('requests.ask.from')} value={filling.from} onChange={next => set({ from: next })} place="/from" />
              )}
              {asked.map(question => (
                <QuestionField
                  key={question.name}
                  question={question}
                  unit={unit}
                  value={typed[question.name]}
                  onChange={value => set({ typed: { ...filling.typed, [question.name]: value } })}
                  place={`/filled/${question.name}`}
                />
              ))}
              <ReasonField label={translate('requests.ask.reason')} value={filling.reason} onChange={reason => set({ reason })} />
            </Stack>
          </Section>
          <Section title={translate('requests.files.title')} intro={translate('requests.files.limits')}>
            <Attachments files={files} onChange={setFiles} kept={request?.files ?? []} />
          </Section>
          {attempts > 0 && stuck > 0 && (
            <Alert severity="error" role="alert">
              {translate('requests.ask.check', { smart_count: stuck })}
              {faults.filter(({ pointer }) => pointer === '/filled').map(({ message }) => <div key={message}>{message}</div>)}
            </Alert>
          )}
          <Refused problem={sending.problem ?? problem} />
          <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap' }}>
            <Button type="submit" variant="contained" size="large" loading={busy} disabled={looking || change.looking} sx={{ transition: 'none' }}>
              {translate(self ? 'console.change.save' : 'requests.ask.send')}
            </Button>
            <Button size="large" disabled={busy} onClick={() => void keep()}>{translate('requests.ask.keep')}</Button>
          </Stack>
          {!self && <Typography variant="body2" color="textSecondary">{translate(behalf ? 'requests.behalf.after' : ownWork ? 'requests.ask.withFile' : 'requests.ask.after')}</Typography>}
        </Stack>
        <Box sx={{ position: { lg: 'sticky' }, top: 24 }}>
          <WishShown wish={wish} change={change} looking={looking} />
        </Box>
      </Box>
    </ActDialogFaults>
  )
}

/** Goes to the first field that is not right, each time somebody wanted to send. */
const useFirstFault = (attempts: number) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('.Mui-error input, .Mui-error textarea, [role=group]:has(.Mui-error) input')?.focus()
  }, [attempts])
  return form
}
