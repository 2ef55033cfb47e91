import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useInstallation } from '../session.ts'

const colours = { demo: ['#6a2c7a', '#ffffff'], practice: ['#8a5200', '#ffffff'] } as const

/** A demo or practice region says so on every screen, in colour and in words. */
export const InstallationBar = () => {
  const translate = useTranslate()
  const { data } = useInstallation()
  if (data?.kind !== 'demo' && data?.kind !== 'practice') return null
  const [background, ink] = colours[data.kind]
  return (
    <Box
      component="aside"
      aria-label={translate(`console.installation.${data.kind}.name`)}
      sx={{
        bgcolor: background,
        color: ink,
        px: 2,
        py: 0.5,
        textAlign: 'center',
        fontSize: '0.875rem',
        fontWeight: 600,
      }}
    >
      {translate(`console.installation.${data.kind}.bar`)}
    </Box>
  )
}
