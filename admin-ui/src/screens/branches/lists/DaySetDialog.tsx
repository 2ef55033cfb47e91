import DeleteOutline from '@mui/icons-material/DeleteOutlined'
import { Box, IconButton, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Language } from '#core/contract.ts'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { todayHere } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { setDaySet } from '#plugins/branches/contract/change.ts'
import type { DaySet } from '#plugins/branches/contract/hours.ts'
import { AddPeriod, type NamedPeriod } from './AddPeriod.tsx'
import { CodeField } from './CodeField.tsx'
import { describeList } from './describeList.tsx'

interface DaySetDialogProps {
  /** Null: a new one. */
  readonly set: DaySet | null
  readonly seen: number
  readonly onClose: () => void
}

const fresh: DaySet = { code: '', name: { nl: '', en: '', fr: '' }, periods: [] }

/** A named list of holidays, year by year: what falls away and what is added. */
export const DaySetDialog = ({ set, seen, onClose }: DaySetDialogProps) => {
  const translate = useTranslate()
  const draft = useDraft(`branches.day-set ${set?.code ?? ''}`, set ?? fresh)
  const form = draft.value
  const [year, setYear] = useState(todayHere().slice(0, 4))
  const items = useMemo(() => {
    const complete = /^[a-z0-9][a-z0-9-]{1,40}$/.test(form.code) && isSaid(form.name)
    return complete && draft.touched ? [change(setDaySet, { code: form.code, set: form }, seen)] : null
  }, [form, draft.touched, seen])
  const years = [
    ...new Set([
      year,
      ...form.periods.map(({ from }) => from.slice(0, 4)),
      String(Number(todayHere().slice(0, 4)) + 1),
    ]),
  ]
    .filter(one => Math.abs(Number(one) - Number(todayHere().slice(0, 4))) <= 3)
    .toSorted()
  const put = (periods: readonly NamedPeriod[]) =>
    draft.set(before => ({ ...before, periods: periods.toSorted((a, b) => a.from.localeCompare(b.from)) }))
  return (
    <ActDialog
      title={translate(set ? 'branches.lists.editSet' : 'branches.lists.addSet')}
      act={translate('console.change.save')}
      items={items}
      describe={describeList}
      keeps
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <CodeField
        value={form.code}
        fixed={set !== null}
        onChange={code => draft.set(before => ({ ...before, code }))}
      />
      <TextsFields beside
        label={translate('branches.lists.name')}
        texts={form.name}
        onChange={name => draft.set(before => ({ ...before, name }))}
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={year}
        aria-label={translate('branches.lists.year')}
        onChange={(_, next: string | null) => {
          if (next) setYear(next)
        }}
        sx={{ flexWrap: 'wrap' }}
      >
        {years.map(one => (
          <ToggleButton key={one} value={one} sx={{ px: 1.75 }}>
            {one}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Periods
        periods={form.periods}
        year={year}
        onRemove={gone => put(form.periods.filter(one => one !== gone))}
      />
      <AddPeriod year={year} onAdd={period => put([...form.periods, period])} />
    </ActDialog>
  )
}

interface PeriodsProps {
  readonly periods: readonly NamedPeriod[]
  readonly year: string
  readonly onRemove: (period: NamedPeriod) => void
}

const Periods = ({ periods, year, onRemove }: PeriodsProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const words = usePeriod()
  const shown = periods.filter(({ from, to }) => from.startsWith(year) || to.startsWith(year))
  if (shown.length === 0)
    return <Typography color="textSecondary">{translate('branches.lists.noneInYear', { year })}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {shown.map(period => (
        <Stack
          component="li"
          key={period.from + period.name.nl}
          direction="row"
          sx={{ gap: 1, alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, py: 0.75 }}>
            <Typography sx={{ fontWeight: 600 }}>{period.name[language]}</Typography>
            <Typography variant="body2" color="textSecondary">
              {words(period, todayHere())}
            </Typography>
          </Box>
          <IconButton
            onClick={() => onRemove(period)}
            aria-label={`${translate('ra.action.remove')}: ${period.name[language]}, ${words(period, todayHere())}`}
          >
            <DeleteOutline />
          </IconButton>
        </Stack>
      ))}
    </Box>
  )
}
