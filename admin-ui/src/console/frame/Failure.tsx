import { Alert, AlertTitle, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'

/** A screen that broke: what happened, what was kept, what to do. */
export const Failure = ({ resetErrorBoundary }: { readonly resetErrorBoundary: (given: null) => void }) => {
  const translate = useTranslate()
  return (
    <Stack sx={{ p: 4, maxWidth: 640, mx: 'auto' }}>
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={() => resetErrorBoundary(null)}>
            {translate('console.again')}
          </Button>
        }
      >
        <AlertTitle component="h1">{translate('ra.page.error')}</AlertTitle>
        {translate('console.broke')}
      </Alert>
    </Stack>
  )
}
