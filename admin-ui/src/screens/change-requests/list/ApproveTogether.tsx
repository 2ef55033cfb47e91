import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { Missing, Told } from '#console/change/ChangePreview.tsx'
import type { Preview } from '#console/change/change.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'

interface ApproveTogetherProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}
interface Went { readonly data: readonly { readonly id: string; readonly refused: string | null }[] }

/** Alike requests, looked at as one and approved in one act; what cannot be approved waits on and says why. */
export const ApproveTogether = ({ ids, onClose, onDone }: ApproveTogetherProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const heading = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const { data: preview, error } = useQuery<Preview, Problem>({
    queryKey: ['together', ids, language], staleTime: 0, gcTime: 0,
    queryFn: ({ signal }) => call<Preview>('/requests/preview', { method: 'POST', body: { ids }, signal }),
  })
  const approve = async () => {
    setBusy(true)
    try {
      const body = { ids, ...(preview && { seen: preview.version }), ...(text.trim() && { text: text.trim() }) }
      const went = await whenConfirmed(() => call<Went>('/requests/approve', { method: 'POST', body }))
      const whys = went.data.flatMap(({ refused: why }) => why ?? [])
      onDone()
      await readAgain()
      notify(translate('requests.together.done', { smart_count: went.data.length - whys.length }), { type: 'success' })
      if (whys.length) setRefused(whys)
      else onClose()
    } catch (failure) {
      setRefused([asProblem(failure).message])
    } finally {
      setBusy(false)
    }
  }
  const problems = [...(error ? [error.message] : []), ...refused]
  return (
    <Dialog open onClose={() => { if (!busy) onClose() }} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>{translate('requests.together.title', { smart_count: ids.length })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {problems.map(why => <Alert key={why} severity="error" role="alert">{why}</Alert>)}
          {preview?.faults.map(({ code, pointer, message }) => <Alert key={pointer + code} severity="warning">{message}</Alert>)}
          {preview ? <Told preview={preview} lacking={
            <Alert severity="warning">{translate('requests.lacking.title')}<Missing preview={preview} /></Alert>
          } /> : !error && <Waiting />}
          <TextField label={translate('requests.one.answerToLibrary')} value={text} onChange={event => setText(event.target.value)} multiline maxRows={5} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={busy}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" loading={busy} disabled={!preview || refused.length > 0} onClick={() => void approve()}>
          {translate('requests.one.approve')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
