import { Box, Stack, Typography } from '@mui/material'
import { useEffect, type ReactNode } from 'react'
import { LanguageSwitch } from '#console/frame/LanguageSwitch.tsx'
import { useInstallation } from '#console/session.ts'
import { Threshold } from '#console/sign-in/Threshold.tsx'

/** One thing asked on the way in, on the page before the console. */
export const Step = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const { data: installation } = useInstallation()
  useEffect(() => {
    document.title = `${title} · Filiaal`
  }, [title])
  return (
    <Threshold installation={installation?.name ?? ''}>
      <Stack spacing={3}>
        <Typography variant="h1">{title}</Typography>
        {children}
        <Box>
          <LanguageSwitch />
        </Box>
      </Stack>
    </Threshold>
  )
}
