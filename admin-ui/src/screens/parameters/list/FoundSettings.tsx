import { Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Section } from '#console/Section.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { ForUs } from '../ForUs.tsx'
import { AreaMenu } from './AreaMenu.tsx'
import { SettingRows } from './SettingRows.tsx'
import { isOwn, marksIn, type Setting } from './settings.ts'
import { useWanted } from './useWanted.ts'

interface FoundSettingsProps {
  readonly definitions: Definitions
  readonly settings: readonly Setting[]
  readonly values: ParameterValues
  readonly unit: UnitRow
  /** As they stand in the field; the list follows when it can. */
  readonly words: string
  readonly show: string
  readonly since: string
  readonly last: string
  readonly onReset: () => void
}

/** What was found, the best first; or, as long as nothing is asked, the chapters and what stands in one. */
export const FoundSettings = ({ definitions, settings, values, unit, words, show, since, last, onReset }: FoundSettingsProps) => {
  const { asked, ask } = useAsked()
  const [search] = useSearchParams()
  const q = useDeferredValue(words)
  const found = useWanted({ definitions, settings, show, since, q, unit: unit.id })
  const areas = useMemo(() => areasOf(definitions, settings), [definitions, settings])
  const titles = useMemo(() => new Map(areas.map(({ name, title }) => [name, title])), [areas])
  const area = areas.find(({ name }) => name === asked('area')) ?? areas[0]
  const within = useMemo(() => found.filter(({ definition }) => definition.area === area?.name), [found, area])
  if (q.trim() !== '' || marksIn(show).length > 0 || since !== '')
    return <Results shown={found} titles={titles} values={values} unit={unit} last={last} onReset={onReset} />
  return (
    <>
      <ForUs unit={unit} />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '250px minmax(0, 1fr)' } }}>
        <AreaMenu
          areas={areas}
          chosen={area?.name}
          to={name => `?${withArea(search, name)}`}
          onChoose={name => ask({ area: name })}
        />
        <Section title={area?.title ?? ''}>
          <SettingRows settings={within} units={values.units} unit={unit} />
        </Section>
      </Box>
    </>
  )
}

const withArea = (search: URLSearchParams, area: string) => {
  const next = new URLSearchParams(search)
  next.set('area', area)
  return String(next)
}

const areasOf = ({ areas }: Definitions, settings: readonly Setting[]) =>
  areas.flatMap(({ name, title }) => {
    const within = settings.filter(({ definition }) => definition.area === name)
    return within.length === 0 ? [] : [{ name, title, count: within.length, own: within.filter(isOwn).length }]
  })

/** More than this nobody reads through; the rest comes when asked for. */
const shownMost = 20

interface ResultsProps {
  readonly shown: readonly Setting[]
  /** What the chapters are called. */
  readonly titles: ReadonlyMap<string, string>
  readonly values: ParameterValues
  readonly unit: UnitRow
  readonly last: string
  readonly onReset: () => void
}

const Results = ({ shown, titles, values, unit, last, onReset }: ResultsProps) => {
  const translate = useTranslate()
  // Whoever comes back from one further down finds it there.
  const [all, setAll] = useState(() => shown.slice(shownMost).some(({ definition }) => definition.name === last))
  const first = useMemo(() => (all ? shown : shown.slice(0, shownMost)), [all, shown])
  const reset = <Button onClick={onReset}>{translate('parameters.reset')}</Button>
  if (shown.length === 0) return <Nothing action={reset}>{translate('parameters.none')}</Nothing>
  return (
    <Section title={translate('parameters.found', { smart_count: shown.length })} actions={reset}>
      <Typography role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {translate('parameters.found', { smart_count: shown.length })}
      </Typography>
      <SettingRows settings={first} units={values.units} unit={unit} titles={titles} />
      {first.length < shown.length && (
        <Button onClick={() => setAll(true)} sx={{ mt: 1 }}>
          {translate('parameters.showAll', { smart_count: shown.length })}
        </Button>
      )}
    </Section>
  )
}
