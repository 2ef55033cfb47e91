import { Alert, FormControlLabel, Switch } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import type { ChangeItem } from '#console/change/change.ts'
import { call, type Query } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import { isDay } from '#console/time/day.ts'
import type { Language, UnitId } from '#core/contract.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'
import type { AllWaiting } from '../grid/waiting.ts'
import { faultOf, fromDay, triedItems } from '../save/when.ts'
import { Outcome } from './Outcome.tsx'

interface TriesProps {
  readonly asked: Query & { readonly day: string }
  readonly returned: string
  /** The unit whose rules were typed. */
  readonly of: UnitId
  readonly waiting: AllWaiting
}

/** What comes of the loan, with or without what is not saved yet. */
export const Tries = ({ asked, returned, of, waiting }: TriesProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const [without, setWithout] = useState(false)
  const all = Object.entries(waiting)
  const readable = all.filter(([, one]) => faultOf(one, language, translate) === undefined)
  const early = isDay(returned) && returned < asked.day
  const query = { ...asked, ...(isDay(returned) && !early ? { returned } : {}) }
  const pending = without ? [] : triedItems(of, Object.fromEntries(readable), fromDay(asked.day))
  const { problem, reading } = useTried(query, pending)
  return (
    <>
      {early && <Alert severity="warning">{translate('rules.try.early')}</Alert>}
      {all.length > 0 && (
        <Alert
          severity={without ? 'info' : 'warning'}
          role="status"
          action={readable.length > 0 && (
            <FormControlLabel
              control={<Switch checked={!without} onChange={(_, on) => setWithout(!on)} />}
              label={translate('rules.try.reckon')}
            />
          )}
        >
          {translate(without ? 'rules.try.without' : 'rules.try.with', { smart_count: without ? all.length : readable.length })}
          {!without && readable.length < all.length
            && ` ${translate('rules.try.unreadable', { smart_count: all.length - readable.length })}`}
        </Alert>
      )}
      {problem ? <Refused problem={problem} faults /> : <Answered reading={reading}>{tried => <Outcome tried={tried} />}</Answered>}
    </>
  )
}

/** Asks the server; rules that are not saved go along as the change door would get them. */
const useTried = (query: Query, pending: readonly ChangeItem[]) => {
  const language = useLocale()
  const reading = useQuery<Tried, Problem>({
    queryKey: ['/rules/try', query, pending, language],
    queryFn: ({ signal }) => (pending.length === 0
      ? call<Tried>('/rules/try', { query, signal })
      : call<Tried>('/rules/try', { method: 'POST', body: { ...query, pending }, signal })),
    placeholderData: keepPreviousData,
  })
  const { error } = reading
  return { problem: error && error.faults.length > 0 ? error : null, reading }
}
