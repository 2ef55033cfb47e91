import { Button, Paper, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'

interface SaveBarProps {
  readonly count: number
  readonly wrong: number
  readonly onWrong: () => void
  readonly onDrop: () => void
  readonly onSave: () => void
  /** Over a form on a narrow screen it lies still below, instead of on top of what one fills in. */
  readonly still: boolean
}

/** How many changes wait, whether each can be read, and the way to save them in one go. */
export const SaveBar = ({ count, wrong, onWrong, onDrop, onSave, still }: SaveBarProps) => {
  const translate = useTranslate()
  if (count === 0) return null
  return (
    <Paper
      component="section"
      aria-label={translate('rules.save.waiting')}
      variant="outlined"
      sx={{ position: still ? { xs: 'static', md: 'sticky' } : 'sticky', bottom: 12, zIndex: 5, px: 2.5, py: 1.5, boxShadow: 4, borderColor: wrong > 0 ? 'error.main' : 'primary.main' }}
    >
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography sx={{ flex: '1 1 14rem', fontWeight: 600 }} role="status">
          {translate('rules.save.count', { smart_count: count })}
          {wrong > 0 && (
            <Typography component="span" color="error" sx={{ fontWeight: 650 }}>
              {' · '}{translate('rules.save.wrong', { smart_count: wrong })}
            </Typography>
          )}
        </Typography>
        <Button onClick={onDrop}>{translate('rules.save.drop')}</Button>
        {wrong > 0
          ? <Button variant="contained" color="error" onClick={onWrong}>{translate('rules.save.toWrong')}</Button>
          : <Button variant="contained" onClick={onSave}>{translate('console.change.see')}</Button>}
      </Stack>
    </Paper>
  )
}
