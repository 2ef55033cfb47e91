import { Alert, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { useUnitLink } from '#console/unit.ts'
import type { Unknown } from './session.ts'

interface UnknownCodeProps {
  readonly unknown: Unknown
  readonly mayEnter: boolean
  readonly onEnter: (barcode: string) => void
}

/** What was scanned is known nowhere: what one can do now. */
export const UnknownCode = ({ unknown: { code, asCard }, mayEnter, onEnter }: UnknownCodeProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  return (
    <Alert severity="error" role="alert">
      <Typography>{translate(asCard ? 'circulation.unknown.card' : 'circulation.unknown.item', { code })}</Typography>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" color="inherit" component={Link} to={link('/patrons')}>{translate('circulation.unknown.find')}</Button>
        {!asCard && (
          <Button size="small" variant="outlined" color="inherit" component={Link} to={link(`/items?q=${encodeURIComponent(code)}`)}>
            {translate('circulation.unknown.search')}
          </Button>
        )}
        {!asCard && mayEnter && (
          <Button size="small" variant="outlined" color="inherit" onClick={() => onEnter(code)}>{translate('circulation.unknown.enter')}</Button>
        )}
      </Stack>
    </Alert>
  )
}
