import { Alert, Button, Stack, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useMe } from '#console/session.ts'
import { formatDay, isDay } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import type { OneRequest } from '../answers.ts'
import type { useWaitingPreview } from './Asked.tsx'
import { TemplateField } from './TemplateField.tsx'
import type { Act } from './useAct.ts'

interface DecideProps {
  readonly request: OneRequest
  readonly preview: ReturnType<typeof useWaitingPreview>
  readonly act: Act
  /** The day from which it holds where the one asked went by. */
  readonly from: string
  readonly onFrom: (day: string) => void
}

/** The word on it: carried out as it stands, or sent back with a reason. */
export const Decide = ({ request, preview: { data: preview, isFetching }, act: { act, busy, problem }, from, onFrom }: DecideProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const { staff } = useMe()
  const [text, setText] = useState('')
  const { may, unconfirmed, asker, set, approvedFirstBy, passed, reason } = request
  if (!may.includes('decide')) return null
  const said = text.trim()
  const isFirst = approvedFirstBy?.id === staff.id
  const isOwn = preview?.secondPerson === true && asker.id === staff.id
  const unsaid = preview?.asksReason === true && said === '' && !reason
  const lies = passed !== null && (!isDay(from) || isFetching)
  const lacks = preview?.mayApply === false
  const stuck = unconfirmed || isFirst || isOwn || unsaid || lies || (set !== null && (!preview || lacks))
  const approve = () => act('approve', { ...(preview && { seen: preview.version }), ...(said && { text: said }), ...(passed && { from }) }, 'requests.one.approved')
  return (
    <Stack spacing={1.5}>
      {problem && (
        <Alert severity="error" role="alert">
          {problem.message}
          {problem.faults.map(({ pointer, code, message }) => <div key={pointer + code}>{message}</div>)}
        </Alert>
      )}
      {unconfirmed && <Alert severity="info">{translate('requests.one.unconfirmed', { name: asker.name })}</Alert>}
      {isOwn && <Alert severity="info">{translate('requests.one.own')}</Alert>}
      {approvedFirstBy && (isFirst || !(isOwn || lacks)) && <Alert severity="info">{translate(isFirst ? 'requests.one.youFirst' : 'requests.one.first', { name: approvedFirstBy.name })}</Alert>}
      {passed && (
        <>
          <Alert severity="info">{translate('requests.one.passed', { day: formatDay(language, passed.asked) })}</Alert>
          <DayField label={translate('requests.one.begins')} value={from} onChange={onFrom} place="/from" />
        </>
      )}
      {unsaid && <Alert severity="info">{translate('requests.one.pastReason')}</Alert>}
      <TemplateField onText={chosen => setText(text === '' ? chosen : `${text}\n${chosen}`)} />
      <TextField label={translate('requests.one.answerToLibrary')} value={text} onChange={event => setText(event.target.value)}
        helperText={said === '' ? translate('requests.one.refuseHint') : undefined} multiline maxRows={8} fullWidth slotProps={{ htmlInput: { maxLength: 2000 } }} />
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" loading={busy} disabled={stuck} onClick={() => void approve()}>{translate('requests.one.approve')}</Button>
        <Button variant="outlined" color="error" disabled={busy || said === ''} onClick={() => void act('refuse', { text: said }, 'requests.one.refused')}>
          {translate('requests.one.refuse')}
        </Button>
      </Stack>
    </Stack>
  )
}
