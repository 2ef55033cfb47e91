import { Alert, Box, Button } from '@mui/material'
import { useRef } from 'react'
import { Link } from 'react-router-dom'
import { useCloseNotification, useLocale, useNotify, useTranslate } from 'react-admin'
import { Pieces } from '../Pieces.tsx'
import { useReading } from '../reading.ts'
import { formatDay } from '../time/day.ts'
import type { ChangeSet } from './change.ts'
import { askPutBack } from './put-back.ts'

/** Says that it is saved, when it is true, with the way back beside it. */
export const useSaved = () => {
  const notify = useNotify()
  return (set: ChangeSet) => notify(<Saved set={set} />, { type: 'success', autoHideDuration: 12_000 })
}

const Saved = ({ set }: { readonly set: ChangeSet }) => {
  const translate = useTranslate()
  const language = useLocale()
  const close = useCloseNotification()
  const before = useRef<Element | null>(null)
  const isAsked = set.state === 'requested'
  // A change that waits for somebody's word is a request under the same id.
  const { data: request } = useReading<{ readonly number: number }>(`/requests/${set.id}`, {}, { enabled: isAsked, retry: false })
  const said =
    isAsked
      ? translate(request ? 'console.change.askedAs' : 'console.change.asked', { number: request?.number })
      : set.state === 'planned' && set.applyOn
        ? translate('console.change.planned', { day: formatDay(language, set.applyOn) })
        : translate('console.change.saved')
  return (
    <Alert
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
      }}
      severity="success"
      variant="filled"
      role="alert"
      onClose={() => close()}
      closeText={translate('ra.action.close')}
      action={
        request ? (
          <Button color="inherit" size="small" component={Link} to={`/requests/${set.id}`} onClick={() => close()}>
            {translate('console.change.seeRequest')}
          </Button>
        ) : set.mayPutBack ? (
          <Button
            color="inherit"
            size="small"
            onClick={() => {
              // This button goes away; the dialog gives the focus back to what it stood on before.
              if (before.current instanceof HTMLElement) before.current.focus()
              close()
              askPutBack(set)
            }}
          >
            {translate('console.change.putBack')}
          </Button>
        ) : undefined
      }
    >
      {said}
      {set.sentences[0] ? `: ${set.sentences[0]}` : ''}
      {set.appliedAt !== null && <Box onClick={() => close()}><Pieces place="change" props={{ set }} /></Box>}
    </Alert>
  )
}
