import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

interface NothingProps {
  /** Why the place is empty, or what will stand there. */
  readonly children: ReactNode
  /** The way to fill it, for whoever may. */
  readonly action?: ReactNode
}

/** An empty place that says so, and what to do about it. */
export const Nothing = ({ children, action }: NothingProps) => (
  <Box sx={{ p: 3, border: '1px dashed', borderColor: 'divider', borderRadius: 1, textAlign: 'center' }}>
    <Typography color="textSecondary" component="div">
      {children}
    </Typography>
    {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
  </Box>
)
