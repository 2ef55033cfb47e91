import { Box, Button, Drawer, GlobalStyles, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useId } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useReading } from '#console/reading.ts'
import { formatLongDay, formatMoment } from '#console/time/day.ts'
import type { Why } from '#plugins/circulation/contract/loan.ts'

/** On paper only what explains the day, dark on white: no frame, no buttons. It speaks of the whole page, so no part of it can say this. */
const paper = {
  '@media print': {
    'body > :not(.why)': { display: 'none !important' },
    '.why, .why .MuiDrawer-paper': {
      position: 'static !important', width: '100% !important', height: 'auto !important', overflow: 'visible !important',
      transform: 'none !important', boxShadow: 'none !important', background: '#fff !important',
    },
    '.why *': { color: '#000 !important' },
    '.why .why-acts, .why .MuiBackdrop-root': { display: 'none !important' },
  },
} as const

/** Why something is due on its day and costs what it costs: half a page, for the parent who asks. */
export const WhyDrawer = ({ loan, onClose }: { readonly loan: string; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const heading = useId()
  const reading = useReading<Why>(`/loans/${loan}/why`, {}, { staleTime: 0 })
  return (
    <Drawer
      className="why" open anchor="right" onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': heading, sx: { width: { xs: '100%', sm: 460 }, p: 3 } } }}
    >
      <GlobalStyles styles={paper} />
      <Typography id={heading} variant="h2" sx={{ mb: 2 }}>{translate('circulation.why.title')}</Typography>
      <Answered reading={reading}>{why => <WhyText why={why} />}</Answered>
      <Stack className="why-acts" direction="row" sx={{ gap: 1, mt: 3 }}>
        <Button variant="outlined" onClick={() => window.print()} disabled={!reading.data}>{translate('circulation.why.print')}</Button>
        <Button onClick={onClose} autoFocus>{translate('ra.action.close')}</Button>
      </Stack>
    </Drawer>
  )
}

const WhyText = ({ why }: { readonly why: Why }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack spacing={2.5}>
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{why.title}</Typography>
        <Typography>{translate('circulation.why.due', { day: formatLongDay(language, why.dueOn) })}</Typography>
      </Box>
      <Said name="day" lines={why.sentences} />
      <Said name="differs" lines={why.differs} />
      <Said name="fine" lines={why.fine} />
      <Box component="section" aria-label={translate('circulation.why.steps')}>
        <Typography variant="h3" sx={{ mb: 1 }}>{translate('circulation.why.steps')}</Typography>
        <Stack component="ol" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
          {why.steps.map(({ at, actName, reason }) => (
            <Typography component="li" variant="body2" key={at + actName}>
              {[formatMoment(language, at), actName, reason].filter(Boolean).join(' · ')}
            </Typography>
          ))}
        </Stack>
      </Box>
    </Stack>
  )
}

const Said = ({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) => {
  const translate = useTranslate()
  if (lines.length === 0) return null
  return (
    <Box component="section" aria-label={translate(`circulation.why.${name}`)}>
      <Typography variant="h3" sx={{ mb: 1 }}>{translate(`circulation.why.${name}`)}</Typography>
      {lines.map(line => <Typography key={line} sx={{ mb: 0.75 }}>{line}</Typography>)}
    </Box>
  )
}
