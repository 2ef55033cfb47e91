import { Alert, Button } from '@mui/material'
import { useCloseNotification, useLocale, useNotify, useTranslate } from 'react-admin'
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
  const said =
    set.state === 'requested'
      ? translate('console.change.asked')
      : set.state === 'planned' && set.applyOn
        ? translate('console.change.planned', { day: formatDay(language, set.applyOn) })
        : translate('console.change.saved')
  return (
    <Alert
      severity="success"
      variant="filled"
      role="alert"
      onClose={() => close()}
      closeText={translate('ra.action.close')}
      action={
        set.mayPutBack ? (
          <Button
            color="inherit"
            size="small"
            onClick={() => {
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
    </Alert>
  )
}
