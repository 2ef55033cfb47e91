import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { useReading } from '../reading.ts'
import { useUnit } from '../unit.ts'

/** What one sees, what one can do, what saving does, and how to go back on it. */
const parts = ['see', 'act', 'save', 'undo'] as const

interface HelpDialogProps {
  /** The screen's word: `now`, `hours`, `calendar`. */
  readonly screen: string
  readonly onClose: () => void
}

/** A screen explained in a few sentences, and the region's own page about it where there is one. */
export const HelpDialog = ({ screen, onClose }: HelpDialogProps) => {
  const translate = useTranslate()
  const heading = useId()
  const { unit } = useUnit()
  const { data: links } = useReading<Readonly<Record<string, string>>>('/help', { unit: unit?.id })
  const link = links?.[screen]
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading}>{translate(`console.guide.${screen}.name`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5}>
          {parts.map(part => (
            <Typography key={part}>{translate(`console.guide.${screen}.${part}`)}</Typography>
          ))}
          {link && (
            <Link href={link} target="_blank" rel="noreferrer" sx={{ alignSelf: 'flex-start' }}>
              {translate('console.guide.more')}
            </Link>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
