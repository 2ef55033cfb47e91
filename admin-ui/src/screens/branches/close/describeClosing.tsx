import { Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import { DayMark } from '#console/time/DayMark.tsx'
import { formatSpan } from '#console/time/hour.ts'
import type { Cut, DayException } from '#plugins/branches/contract/calendar.ts'

type Said = Partial<DayException> & { readonly cut?: Cut }

/** What one version says about the days it holds for. */
export const describeClosing = ({ body }: Version) => <Described said={body as Said | null} />

const Described = ({ said }: { readonly said: Said | null }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (said === null) return <Typography>{translate('branches.close.nothingSaid')}</Typography>
  return (
    <>
      {said.kind && <DayMark kind={said.kind} named />}
      {said.cut && <Typography>{formatSpan(language, said.cut.from, said.cut.to)}</Typography>}
      {said.text && <Typography>{said.text}</Typography>}
    </>
  )
}
