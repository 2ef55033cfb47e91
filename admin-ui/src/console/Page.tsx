import { Box, Stack, Typography } from '@mui/material'
import { useEffect, useRef, type ReactNode } from 'react'
import { useSeen } from './first-step.ts'
import { PageHelp } from './help/PageHelp.tsx'

interface PageProps {
  /** The screen's name, as the menu says it. */
  readonly title: string
  /** One sentence on what the screen is for. */
  readonly intro?: ReactNode
  /** The screen's word in the help texts and the region's help pages: `now`, `hours`, `calendar`. */
  readonly help?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

let first = true

/** First steps that are done by seeing a screen. */
const seenAt: Readonly<Record<string, string>> = {
  now: 'see-now', hours: 'check-hours', calendar: 'see-calendar', units: 'change-details', history: 'see-history',
}

/** The head of every screen: its one h1, which takes the focus when one comes from another screen. */
export const Page = ({ title, intro, help, actions, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useSeen(seenAt[help ?? ''])
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true })
    first = false
  }, [])
  useEffect(() => {
    document.title = `${title} · Filiaal`
  }, [title])
  return (
    <Stack spacing={3} sx={{ pb: 6 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'flex-end', gap: 2 }}>
        <Box sx={{ flex: '1 1 20rem' }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ '&:focus': { outline: 'none' } }}>
            {title}
          </Typography>
          {intro && (
            <Typography color="textSecondary" component="div" sx={{ mt: 0.75, maxWidth: '70ch' }}>
              {intro}
            </Typography>
          )}
        </Box>
        {actions}
        {help && <PageHelp screen={help} />}
      </Stack>
      {children}
    </Stack>
  )
}
