import { CssBaseline, ThemeProvider, useMediaQuery, type Theme } from '@mui/material'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { darkTheme, lightTheme } from '#console/theme.ts'
import { OfflinePage } from './OfflinePage.tsx'
import { language } from './said.ts'

const Themed = () => {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  return (
    <ThemeProvider theme={(dark ? darkTheme : lightTheme) as Theme}>
      <CssBaseline enableColorScheme />
      <OfflinePage />
    </ThemeProvider>
  )
}

document.documentElement.lang = language
const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><Themed /></StrictMode>)
