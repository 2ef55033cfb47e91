import ContentCopy from '@mui/icons-material/ContentCopy'
import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormGroup,
  IconButton,
  Popover,
  Stack,
  Tooltip,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { formatWeekday } from '#console/time/day.ts'
import { weekdays, type Weekday } from '#plugins/branches/contract/hours.ts'

interface CopyDayProps {
  readonly day: Weekday
  readonly onCopy: (to: readonly Weekday[]) => void
}

/** The hours of one day, said of other days as well. */
export const CopyDay = ({ day, onCopy }: CopyDayProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [to, setTo] = useState<ReadonlySet<Weekday>>(new Set())
  const name = formatWeekday(language, weekdays.indexOf(day))
  const title = translate('branches.week.form.copyTitle', { day: name })
  const open = (event: { currentTarget: HTMLElement }) => {
    setTo(new Set())
    setAnchor(event.currentTarget)
  }
  const toggle = (other: Weekday, on: boolean) => {
    const next = new Set(to)
    if (on) next.add(other)
    else next.delete(other)
    setTo(next)
  }
  return (
    <>
      <Tooltip title={`${title} …`}>
        <IconButton size="small" onClick={open} aria-haspopup="dialog" aria-label={`${title} …`}>
          <ContentCopy fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { variant: 'outlined', role: 'dialog', 'aria-label': title } }}
      >
        <Stack spacing={1} sx={{ p: 2 }}>
          <Typography variant="h3" component="h2">
            {title}
          </Typography>
          <FormGroup>
            {weekdays
              .filter(other => other !== day)
              .map((other, index) => (
                <FormControlLabel
                  key={other}
                  label={formatWeekday(language, weekdays.indexOf(other))}
                  control={
                    <Checkbox
                      size="small"
                      autoFocus={index === 0}
                      checked={to.has(other)}
                      onChange={(_, on) => toggle(other, on)}
                    />
                  }
                />
              ))}
          </FormGroup>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button
              size="small"
              onClick={() => setTo(new Set(weekdays.slice(0, 5).filter(other => other !== day)))}
            >
              {translate('branches.week.form.allWeek')}
            </Button>
            <Button
              size="small"
              variant="contained"
              disabled={to.size === 0}
              onClick={() => {
                onCopy([...to])
                setAnchor(null)
              }}
            >
              {translate('branches.week.form.copyDo')}
            </Button>
          </Box>
        </Stack>
      </Popover>
    </>
  )
}
