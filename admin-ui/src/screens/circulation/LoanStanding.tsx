import { Chip, Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import type { Loan } from '#plugins/circulation/contract/loan.ts'
import { euros } from './euros.ts'

/** When it is due, and at a glance whether it is late, what that costs so far, and whether somebody says it was returned. */
export const LoanStanding = ({ loan: { dueOn, late, claimed, fineCents } }: { readonly loan: Loan }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <span>{formatDay(language, dueOn)}</span>
      {late && <Chip size="small" color="error" label={fineCents > 0 ? translate('circulation.desk.lateFor', { amount: euros(language, fineCents) }) : translate('circulation.desk.late')} />}
      {claimed && <Chip size="small" color="warning" label={translate('circulation.desk.claimed')} />}
    </Stack>
  )
}
