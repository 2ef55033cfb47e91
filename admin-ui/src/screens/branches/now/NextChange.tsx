import { Typography } from '@mui/material'
import { useLocale } from 'ra-core'
import { formatDayOfYear } from '#console/time/day.ts'
import type { NowRow } from '../answers.ts'

/** The first day that will differ from a usual one, and what it will be. */
export const NextChange = ({ next }: { readonly next: NowRow['nextChange'] }) => {
  const language = useLocale()
  if (!next) return null
  return (
    <>
      <Typography variant="body2">{formatDayOfYear(language, next.day)}</Typography>
      <Typography variant="body2" color="textSecondary">{next.text}</Typography>
    </>
  )
}
