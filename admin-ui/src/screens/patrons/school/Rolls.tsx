import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import type { ClassRoll } from '#plugins/patrons/contract/school/class.ts'

/** The school years that classes moved up to, each to be put back. */
export const Rolls = ({ rolls }: { readonly rolls: readonly ClassRoll[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [left, setLeft] = useState<readonly string[]>([])
  if (rolls.length === 0) return null
  const putBack = (id: string) => void trying(async () => {
    const told = await call<{ left: readonly string[] }>(`/class-rolls/${id}/put-back`, { method: 'POST', body: {} })
    setLeft(told.left)
    await readAgain()
  })
  return (
    <Section title={translate('patrons.roll.past')}>
      <Refused problem={problem} faults />
      {left.length > 0 && <Alert severity="warning" sx={{ mb: 1 }}>{translate('patrons.roll.left', { names: left.join(', ') })}</Alert>}
      <Stack spacing={1}>
        {rolls.map(({ id, year, at, by, classes, putBackAt, mayPutBack }) => (
          <Box key={id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Box sx={{ flex: '1 1 16rem' }}>
              <Typography>{translate('patrons.roll.one', { year, next: year + 1, smart_count: classes })}</Typography>
              <Typography variant="body2" color="textSecondary">
                {[by ?? translate('patrons.roll.itself'), formatMoment(language, at), putBackAt && translate('patrons.roll.isBack', { moment: formatMoment(language, putBackAt) })].filter(Boolean).join(', ')}
              </Typography>
            </Box>
            {mayPutBack && (
              <Button size="small" variant="outlined" loading={busy} onClick={() => putBack(id)} aria-label={translate('patrons.roll.backOne', { year, next: year + 1 })}>
                {translate('patrons.roll.back')}
              </Button>
            )}
          </Box>
        ))}
      </Stack>
    </Section>
  )
}
