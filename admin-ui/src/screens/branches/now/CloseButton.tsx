import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'

/** The way to the closing dialog of one branch. */
export const CloseButton = ({ name, onClose }: { readonly name: string; readonly onClose: () => void }) => {
  const translate = useTranslate()
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={onClose}
      aria-label={translate('branches.close.one', { name })}
      sx={{ minHeight: 34 }}
    >
      {translate('branches.close.act')}
    </Button>
  )
}
