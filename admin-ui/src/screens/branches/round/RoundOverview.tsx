import { Button, LinearProgress, Paper, Stack, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { newId } from '#console/change/change.ts'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { UnitRow } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import type { Round } from '#plugins/branches/contract/answers.ts'
import { LibrariesTable } from './LibrariesTable.tsx'

const views = ['waiting', 'confirmed', 'all'] as const
type View = (typeof views)[number]

const fits =
  (view: View) =>
  ({ confirmedOn }: Round['data'][number]) =>
    view === 'all' || (confirmedOn !== null) === (view === 'confirmed')

/** Which libraries have confirmed a year and which have not; the latter can be reminded together. */
export const RoundOverview = ({ unit, year }: { readonly unit: UnitRow; readonly year: number }) => {
  const reading = useReading<Round>(`/rounds/${year}`, { unit: unit.id })
  return <Answered reading={reading}>{round => <Overview round={round} />}</Answered>
}

const Overview = ({ round: { year, data } }: { readonly round: Round }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { asked, ask } = useAsked()
  const [picked, setPicked] = useState<ReadonlySet<UnitId>>(new Set())
  const { busy, problem, trying } = useTrying()
  const view = views.find(one => one === asked('show')) ?? 'waiting'
  const shown = data.filter(fits(view)).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
  const done = data.filter(({ confirmedOn }) => confirmedOn !== null).length
  const chosen = shown
    .filter(({ library, mayRemind }) => mayRemind && picked.has(library))
    .map(({ library }) => library)
  const remind = () =>
    trying(async () => {
      await call(`/rounds/${year}/remind`, { method: 'POST', body: { id: newId(), libraries: chosen } })
      notify('branches.round.reminded', { type: 'success', messageArgs: { smart_count: chosen.length } })
      setPicked(new Set())
      await readAgain()
    })
  return (
    <Stack spacing={2}>
      <Paper variant="outlined" sx={{ p: 2.5 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          {translate('branches.round.progress', { done, all: data.length })}
        </Typography>
        <LinearProgress
          variant="determinate"
          value={data.length === 0 ? 0 : (100 * done) / data.length}
          aria-label={translate('branches.round.progress', { done, all: data.length })}
          sx={{ height: 10, borderRadius: 5 }}
        />
      </Paper>
      <Views
        views={views}
        value={view}
        label={translate('branches.round.views')}
        onChange={next => ask({ show: next === 'waiting' ? null : next })}
        words={name => (
          <>
            {translate(`branches.round.view.${name}`)}
            <span>{data.filter(fits(name)).length}</span>
          </>
        )}
      />
      <Refused problem={problem} />
      {shown.length === 0 ? (
        <Nothing>{translate(`branches.round.nobody.${view}`)}</Nothing>
      ) : (
        <LibrariesTable rows={shown} year={year} picked={picked} onPick={setPicked} />
      )}
      {chosen.length > 0 && (
        <Paper
          variant="outlined"
          role="region"
          aria-label={translate('branches.round.chosen', { smart_count: chosen.length })}
          sx={{
            position: 'sticky',
            bottom: 16,
            zIndex: 5,
            p: 1.5,
            px: 2.5,
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            boxShadow: 6,
            flexWrap: 'wrap',
          }}
        >
          <Typography sx={{ fontWeight: 600, flex: 1 }}>
            {translate('branches.round.chosen', { smart_count: chosen.length })}
          </Typography>
          <Button onClick={() => setPicked(new Set())}>{translate('ra.action.unselect')}</Button>
          <Button variant="contained" loading={busy} onClick={() => void remind()}>
            {translate('branches.round.remind')}
          </Button>
        </Paper>
      )}
    </Stack>
  )
}
