import { Alert, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { asProblem, type Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { formatDay } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import type { KeptKit } from './kept-kit.ts'
import { kitsKept } from './kept.ts'
import { formatMoment } from './moment.ts'
import { canPrepare, prepare } from './prepare.ts'

/** Whether this device can go on without a server, until when, and the button that makes it so: before a bookmobile leaves. */
export const DeviceReady = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const language = useLocale()
  const [kits, setKits] = useState<readonly KeptKit[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => void kitsKept().then(setKits, () => setKits([])), [])
  const ready = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await prepare(unit.id)
      setKits(await kitsKept())
    } catch (error) {
      setProblem(asProblem(error))
    }
    setBusy(false)
  }
  const kit = kits.find(({ branch }) => branch.id === unit.id)
  return (
    <Section title={translate('circulation.offline.ready')} intro={translate('circulation.offline.readyHint')}>
      {canPrepare() ? (
        <Stack spacing={2} sx={{ alignItems: 'start' }}>
          <Typography role="status">
            {kit ? translate('circulation.offline.readyUntil', { moment: formatMoment(language, kit.preparedAt), day: formatDay(language, kit.until) })
              : translate('circulation.offline.notReady')}
          </Typography>
          <Refused problem={problem} faults />
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
            <Button variant="outlined" disabled={busy} onClick={() => void ready()}>{translate('circulation.offline.prepare')}</Button>
            {kit && <Button href="/offline.html">{translate('circulation.offline.openPage')}</Button>}
          </Stack>
        </Stack>
      ) : <Alert severity="info">{translate('circulation.offline.noHttps')}</Alert>}
    </Section>
  )
}
