import { Alert } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { Pieces } from '#console/Pieces.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { formatLongDay } from '#console/time/day.ts'
import { formatTime } from '#console/time/hour.ts'
import { useMe } from '#console/session.ts'
import { mayAt, useUnit } from '#console/unit.ts'
import { branchesPermissions } from '#plugins/branches/contract/permission.ts'
import type { Now } from '../answers.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { NowTable } from './NowTable.tsx'

const CloseDialog = lazy(() => import('../close/CloseDialog.tsx'))

/** Every branch in reach: open or closed, why, until when, and what asks for attention. */
const NowPage = () => {
  const translate = useTranslate()
  const language = useLocale()
  const me = useMe()
  const { unit, units } = useUnit()
  const { data: now, error } = useSteadyReading<Now>(
    '/now',
    { unit: unit?.id },
    {
      enabled: unit !== undefined,
      refetchInterval: 60_000,
      staleTime: 5_000,
    },
  )
  const [closing, setClosing] = useState<readonly UnitId[] | null>(null)
  const rows = useMemo(() => now?.data ?? [], [now])
  const close = useCallback((units: readonly UnitId[]) => setClosing(units), [])
  const closable = useCallback(
    (id: UnitId) => units !== undefined && mayAt(me, units, branchesPermissions.close, id),
    [me, units],
  )
  if (!now || !unit)
    return error ? (
      <Alert severity="error">{error.message || translate('console.failed')}</Alert>
    ) : (
      <Waiting />
    )
  const when = { day: formatLongDay(language, now.day), time: formatTime(language, now.time) }
  return (
    <Page
      title={translate('branches.now.title', { unit: unit.name })}
      intro={translate('branches.now.intro', when)}
      help="now"
    >
      <FirstSteps />
      <Pieces place="start" props={{ unit }} />
      <NowTable rows={rows} today={now.day} closable={closable} onClose={close} />
      {closing && (
        <Suspense fallback={null}>
          <CloseDialog
            units={closing}
            today={now.day}
            seen={now.version}
            onDone={() => setClosing(null)}
            names={rows.filter(row => closing.includes(row.id)).map(row => row.name)}
          />
        </Suspense>
      )}
    </Page>
  )
}

export default NowPage
