import { Alert } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { formatMoment } from '#console/time/day.ts'

interface Ready {
  readonly unsealedAudit: number
  readonly unsealedAuditSeconds: number
  readonly auditCheckedAt: string | null
  readonly auditWhole: boolean | null
}

/** More than this behind, and somebody should look why. */
const LATE_SECONDS = 300

/** Whether the log is whole: when it was last checked, and how far the seals are behind. */
export const SealState = () => {
  const translate = useTranslate()
  const language = useLocale()
  const { data } = useQuery<Ready>({
    queryKey: ['/ready'],
    queryFn: async ({ signal }) => (await fetch('/ready', { signal })).json() as Promise<Ready>,
    staleTime: 60_000,
    retry: false,
  })
  if (data?.auditWhole === undefined) return null
  const { auditCheckedAt: at, auditWhole: whole, unsealedAuditSeconds: late, unsealedAudit: unsealed } = data
  if (whole === false)
    return (
      <Alert severity="error" role="alert">
        {translate('audit.broken', { at: formatMoment(language, at ?? '') })}
      </Alert>
    )
  const lag = late > LATE_SECONDS ? ` ${translate('audit.late', { smart_count: unsealed })}` : ''
  return (
    <Alert severity={lag !== '' ? 'warning' : at === null ? 'info' : 'success'}>
      {at === null ? translate('audit.unchecked') : translate('audit.whole', { at: formatMoment(language, at) })}
      {lag}
    </Alert>
  )
}
