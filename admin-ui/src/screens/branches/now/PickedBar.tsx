import { Button, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'

interface PickedBarProps {
  readonly count: number
  readonly onForget: () => void
  readonly onClose: () => void
}

/** How many branches are picked, and what can be done to them together. */
export const PickedBar = ({ count, onForget, onClose }: PickedBarProps) => {
  const translate = useTranslate()
  const said = translate('branches.now.picked', { smart_count: count })
  return (
    <Paper
      variant="outlined"
      role="region"
      aria-label={said}
      sx={{
        position: 'sticky', bottom: 16, zIndex: 5, p: 1.5, px: 2.5, display: 'flex', flexWrap: 'wrap',
        alignItems: 'center', gap: 2, boxShadow: 6,
      }}
    >
      <Typography sx={{ fontWeight: 600, flex: 1 }}>{said}</Typography>
      <Button onClick={onForget}>{translate('ra.action.unselect')}</Button>
      <Button variant="contained" onClick={onClose}>
        {translate('branches.close.many', { smart_count: count })}
      </Button>
    </Paper>
  )
}
