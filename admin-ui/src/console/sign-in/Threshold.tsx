import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Brand } from '../frame/Brand.tsx'
import { InstallationBar } from '../frame/InstallationBar.tsx'

const spines = [
  ['#8f4419', 132, 26],
  ['#17505a', 160, 34],
  ['#d8b26a', 118, 22],
  ['#2b3a7c', 148, 30],
  ['#f6f3ec', 138, 18],
  ['#256339', 166, 28],
  ['#a3261b', 124, 24],
  ['#3c7580', 152, 36],
  ['#e5c79a', 140, 20],
  ['#5e4300', 130, 30],
] as const

const Shelf = () => (
  <svg viewBox="0 0 340 190" width="100%" aria-hidden style={{ maxWidth: 420, display: 'block' }}>
    {spines.map(([colour, height, width], at) => {
      const x = 12 + spines.slice(0, at).reduce((sum, [, , before]) => sum + before + 4, 0)
      return (
        <g key={colour}>
          <rect
            x={x}
            y={178 - height}
            width={width}
            height={height}
            rx="3"
            fill={colour}
            stroke="#0b2f36"
            strokeOpacity=".25"
          />
          <rect x={x + 4} y={190 - height} width={width - 8} height="3" fill="#fff" opacity=".45" />
          <rect x={x + 4} y={196 - height} width={width - 8} height="2" fill="#fff" opacity=".3" />
        </g>
      )
    })}
    <rect x="0" y="178" width="340" height="8" rx="2" fill="#0b2f36" />
  </svg>
)

/** The page before the console: a shelf on one side, what is asked on the other. */
export const Threshold = ({
  installation,
  children,
}: {
  readonly installation: string
  readonly children: ReactNode
}) => {
  const translate = useTranslate()
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <InstallationBar />
      <Box
        sx={{ flex: 1, display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(320px, 5fr) 6fr' } }}
      >
        <Box
          component="aside"
          aria-label="Filiaal"
          sx={{
            bgcolor: '#10434c',
            color: '#f6f3ec',
            p: { xs: 3, md: 7 },
            display: 'flex',
            flexDirection: 'column',
            gap: 4,
            justifyContent: 'space-between',
          }}
        >
          <Brand size={38} />
          <Box sx={{ display: { xs: 'none', md: 'block' } }}>
            <Typography
              variant="h2"
              component="p"
              sx={{ fontSize: '2.1rem', lineHeight: 1.2, maxWidth: '17ch', mb: 5 }}
            >
              {translate('console.signIn.motto')}
            </Typography>
            <Shelf />
          </Box>
          <Typography sx={{ color: '#d5e3e4' }}>{installation}</Typography>
        </Box>
        <Box component="main" sx={{ display: 'grid', placeItems: 'center', p: { xs: 3, sm: 6 } }}>
          <Box sx={{ width: '100%', maxWidth: 440 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  )
}
