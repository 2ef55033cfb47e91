import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { DayMark } from '#console/time/DayMark.tsx'
import { originSigns } from './year-days.ts'

/** What the colours and signs mean. */
export const Legend = () => {
  const translate = useTranslate()
  return (
    <Box
      component="ul"
      aria-label={translate('console.dayKind.legend')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 0.5,
        listStyle: 'none',
        p: 0,
        m: 0,
        fontSize: '0.9rem',
      }}
    >
      {(['open', 'B', 'G', 'V'] as const).map(kind => (
        <li key={kind}>
          <DayMark kind={kind} named />
        </li>
      ))}
      <li>
        <DayMark kind="open" provisional named />
      </li>
      {(['own', 'above'] as const).map(origin => (
        <li key={origin}>
          <Box component="span" aria-hidden sx={{ fontWeight: 800, mr: 0.75 }}>{originSigns[origin]}</Box>
          {translate(`branches.year.from.${origin}`)}
        </li>
      ))}
    </Box>
  )
}
