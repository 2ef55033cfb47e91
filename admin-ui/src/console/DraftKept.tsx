import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'

interface DraftKeptProps {
  readonly draft: { readonly restored: boolean; readonly forget: () => void }
}

/** Says that what is shown was typed before the page was loaded again, and lets it go. */
export const DraftKept = ({ draft: { restored, forget } }: DraftKeptProps) => {
  const translate = useTranslate()
  if (!restored) return null
  return (
    <Alert
      severity="info"
      action={
        <Button color="inherit" size="small" onClick={forget}>
          {translate('console.draft.drop')}
        </Button>
      }
    >
      {translate('console.draft.restored')}
    </Alert>
  )
}
