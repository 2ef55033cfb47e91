import { Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { BasisFields } from '#console/change/BasisFields.tsx'
import type { Version } from '#console/change/change.ts'
import { DayField } from '#console/time/DayField.tsx'
import { dayOfYearIn } from '#console/time/day-of-year.ts'
import { isDay, todayHere } from '#console/time/day.ts'
import { SeasonFields } from '#console/time/SeasonFields.tsx'
import type { UnitRow } from '#console/unit.ts'
import { ANY } from '#core/contract.ts'
import { columnNamed, shortName } from '../method.ts'
import type { AllWaiting } from '../grid/waiting.ts'
import { seasonOf, seasonsThere } from './target.ts'
import { anyNeedsDecision, fromDay, itemsOf, type When } from './when.ts'
import { WaitingList } from './WaitingList.tsx'

interface SaveDialogProps {
  readonly unit: UnitRow
  readonly all: AllWaiting
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** All changes of the grid as one act: from when, on which decision, and what it would do. */
export const SaveDialog = ({ unit, all, onSaved, onClose }: SaveDialogProps) => {
  const translate = useTranslate()
  const today = todayHere()
  const [when, setWhen] = useState(() => fromDay(today))
  const set = (typed: Partial<When>) => setWhen(before => ({ ...before, ...typed }))
  const items = useMemo(() => itemsOf(unit.id, all, when), [unit.id, all, when])
  return (
    <ActDialog
      title={translate('rules.save.title', { unit: unit.name, smart_count: Object.keys(all).length })}
      act={translate('console.change.save')}
      items={items}
      describe={describeRule}
      onClose={onClose}
      onSaved={onSaved}
    >
      <Box>
        <Target all={all} when={when} onChange={set} />
        <WaitingList all={all} when={when} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <DayField
          label={translate('rules.save.from')}
          value={when.from}
          onChange={from => set({ from })}
          near={today}
          place="/from"
          required
        />
        <DayField
          label={translate('console.day.to')}
          value={when.to}
          onChange={to => set({ to })}
          near={isDay(when.from) ? when.from : today}
          emptyHint={translate('rules.save.noEnd')}
          fault={isDay(when.to) && when.to < when.from ? translate('console.day.endsBeforeStart') : undefined}
        />
      </Box>
      {anyNeedsDecision(all) && (
        <BasisFields why={translate('rules.save.basis')} required basis={when.basis} onChange={basis => set({ basis })} />
      )}
      <SeasonFields typed={when} onChange={set} />
    </ActDialog>
  )
}

interface TargetProps {
  readonly all: AllWaiting
  readonly when: When
  readonly onChange: (typed: Partial<When>) => void
}

/** Where the changes go, said in so many words: to the usual value, or to a part of the year. */
const Target = ({ all, when, onChange }: TargetProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const season = seasonOf(when)
  const there = seasonsThere(all)
  const days = season && [season.from, season.to].map(day => dayOfYearIn(language, day)).join(' – ')
  return (
    <Box sx={{ mb: 1 }}>
      <Typography role="status" sx={{ fontWeight: 650 }}>
        {translate(season === null ? 'rules.save.usual' : days ? 'rules.save.season' : 'rules.save.seasonOpen', { days })}
      </Typography>
      {season === null && there.length > 0 && (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <Typography variant="body2">{translate('rules.save.seasons')}</Typography>
          {there.map(([words, one]) => (
            <Button key={words} size="small" variant="outlined" onClick={() => onChange({ seasonal: true, season: one })}>{words}</Button>
          ))}
        </Stack>
      )}
    </Box>
  )
}

interface Said { readonly value: unknown }

/** One version of a rule: of which cell, and what it says. */
const describeRule = ({ key, body }: Version) => {
  const [name = '', membership = ANY, material = ANY] = (key.split('@')[0] ?? '').split('|')
  const method = columnNamed(name)
  return <Typography>{membership} × {material}: {body === null || !method?.notation ? '–' : method.notation.print((body as Said).value)}
    {method && ` (${shortName(method)})`}</Typography>
}
