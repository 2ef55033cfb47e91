import { Box, Card, Typography } from '@mui/material'
import { useId, type ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  /** Without a card around it, for lists of cards. */
  readonly bare?: boolean
  readonly children: ReactNode
}

/** One subject of a screen, under its own heading. */
export const Section = ({ title, intro, actions, bare = false, children }: SectionProps) => {
  const heading = useId()
  const head = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1.5 }}>
      <Box sx={{ flex: '1 1 14rem' }}>
        <Typography id={heading} variant="h2">
          {title}
        </Typography>
        {intro && (
          <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.25, maxWidth: '70ch' }}>
            {intro}
          </Typography>
        )}
      </Box>
      {actions}
    </Box>
  )
  if (bare)
    return (
      <Box component="section" aria-labelledby={heading}>
        {head}
        {children}
      </Box>
    )
  return (
    <Card component="section" aria-labelledby={heading} sx={{ p: { xs: 2, sm: 2.5 } }}>
      {head}
      {children}
    </Card>
  )
}
