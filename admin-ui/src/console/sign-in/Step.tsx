import { Box, Stack, Typography } from '@mui/material'
import { useEffect, type ReactNode } from 'react'
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx'
import { useInstallation } from '../session.ts'
import { Threshold } from './Threshold.tsx'

interface StepProps {
  readonly title: string
  /** Why it is asked. */
  readonly intro?: string
  readonly children: ReactNode
}

/** One thing asked on the way in, on the page before the console. */
export const Step = ({ title, intro, children }: StepProps) => {
  const { data: installation } = useInstallation()
  useEffect(() => {
    document.title = `${title} · Filiaal`
  }, [title])
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack spacing={3}>
        <Box>
          <Typography variant="h1">{title}</Typography>
          {intro && (
            <Typography color="textSecondary" sx={{ mt: 0.5 }}>
              {intro}
            </Typography>
          )}
        </Box>
        {children}
        <Box>
          <LanguageSwitch />
        </Box>
      </Stack>
    </Threshold>
  )
}
