import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { SearchField } from '#console/SearchField.tsx'
import { Section } from '#console/Section.tsx'
import { useTyped } from '#console/typed.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { SettingDialog } from '../edit/SettingDialog.tsx'
import { ForUs } from '../ForUs.tsx'
import { AreaMenu } from './AreaMenu.tsx'
import { Filters } from './Filters.tsx'
import { SettingRow } from './SettingRow.tsx'
import { isOwn, marksIn, settingsOf, type Setting } from './settings.ts'
import { useWanted } from './useWanted.ts'

interface SettingListProps {
  readonly unit: UnitRow
  readonly definitions: Definitions
  readonly values: ParameterValues
  /** The setting one comes back from; it takes the focus again. */
  readonly last: string
}

/** More than this nobody reads through; the rest comes when asked for. */
const shownMost = 20

/** The settings: searched first, filtered, or chapter by chapter. */
export const SettingList = ({ unit, definitions, values, last }: SettingListProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const [search] = useSearchParams()
  const settings = useMemo(() => settingsOf(definitions, values), [definitions, values])
  const wanted = marksIn(asked('show'))
  const since = asked('since')
  const [words, look] = useTyped(asked('q'), next => ask({ q: next }, { replace: true }))
  const q = useDeferredValue(words)
  const found = useWanted({ definitions, settings, show: asked('show'), since, q, unit: unit.id })
  const areas = areasOf(definitions, settings)
  const area = areas.find(({ name }) => name === asked('area')) ?? areas[0]
  const narrowed = q.trim() !== '' || wanted.length > 0 || since !== ''
  const shown = narrowed ? found : found.filter(({ definition }) => definition.area === area?.name)
  useFocusOn(last)
  const to = (words: Readonly<Record<string, string>>) => `?${String(new URLSearchParams([...search, ...Object.entries(words)]))}`
  return (
    <Stack spacing={3}>
      <Stack spacing={1.5} role="search" aria-label={translate('parameters.search')}>
        <SearchField
          large
          label={translate('parameters.search')}
          hint={translate('parameters.searchHint')}
          value={words}
          onChange={look}
        />
        <Filters
          settings={settings}
          wanted={wanted}
          since={since}
          onMarks={marks => ask({ show: marks.join(',') })}
          onSince={day => ask({ since: day })}
        />
      </Stack>
      {!narrowed && <ForUs unit={unit} />}
      {narrowed ? (
        <Results
          shown={shown}
          areas={areas}
          values={values}
          unit={unit}
          to={name => to({ p: name })}
          onReset={() => ask({ q: null, show: null, since: null })}
        />
      ) : (
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '250px minmax(0, 1fr)' } }}>
          <AreaMenu
            areas={areas}
            chosen={area?.name}
            to={name => `?${withArea(search, name)}`}
            onChoose={name => ask({ area: name })}
          />
          <Section title={area?.title ?? ''}>
            <Rows settings={shown} values={values} unit={unit} to={name => to({ p: name })} />
          </Section>
        </Box>
      )}
    </Stack>
  )
}

const withArea = (search: URLSearchParams, area: string) => {
  const next = new URLSearchParams(search)
  next.set('area', area)
  return String(next)
}

/** Whoever comes back from one setting goes on where they were. */
const useFocusOn = (name: string) =>
  useEffect(() => {
    if (name === '') return undefined
    // The screen's heading takes the focus first.
    const frame = requestAnimationFrame(() => {
      const link = document.getElementById(`setting-${name}`)
      link?.focus()
      link?.scrollIntoView({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [name])

const areasOf = ({ areas }: Definitions, settings: readonly Setting[]) =>
  areas.flatMap(({ name, title }) => {
    const within = settings.filter(({ definition }) => definition.area === name)
    return within.length === 0 ? [] : [{ name, title, count: within.length, own: within.filter(isOwn).length }]
  })

interface ResultsProps {
  readonly shown: readonly Setting[]
  readonly areas: readonly { readonly name: string; readonly title: string }[]
  readonly values: ParameterValues
  readonly unit: UnitRow
  readonly to: (name: string) => string
  readonly onReset: () => void
}

const Results = ({ shown, areas, values, unit, to, onReset }: ResultsProps) => {
  const translate = useTranslate()
  const [all, setAll] = useState(false)
  const titles = new Map(areas.map(({ name, title }) => [name, title]))
  const reset = <Button onClick={onReset}>{translate('parameters.reset')}</Button>
  if (shown.length === 0) return <Nothing action={reset}>{translate('parameters.none')}</Nothing>
  const first = all ? shown : shown.slice(0, shownMost)
  return (
    <Section title={translate('parameters.found', { smart_count: shown.length })} actions={reset}>
      <Typography role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {translate('parameters.found', { smart_count: shown.length })}
      </Typography>
      <Rows settings={first} values={values} unit={unit} to={to} titles={titles} />
      {first.length < shown.length && (
        <Button onClick={() => setAll(true)} sx={{ mt: 1 }}>
          {translate('parameters.showAll', { smart_count: shown.length })}
        </Button>
      )}
    </Section>
  )
}

interface RowsProps {
  readonly settings: readonly Setting[]
  readonly values: ParameterValues
  readonly unit: UnitRow
  readonly to: (name: string) => string
  readonly titles?: ReadonlyMap<string, string>
}

const Rows = ({ settings, values, unit, to, titles }: RowsProps) => {
  const [edited, setEdited] = useState<Setting | null>(null)
  return (
    <>
      <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mx: { xs: -2, sm: -2.5 } }}>
        {settings.map(setting => (
          <SettingRow
            key={setting.definition.name}
            setting={setting}
            units={values.units}
            area={titles?.get(setting.definition.area)}
            to={to(setting.definition.name)}
            onEdit={() => setEdited(setting)}
          />
        ))}
      </Stack>
      {edited && (
        <SettingDialog definition={edited.definition} unit={unit} onClose={() => setEdited(null)} />
      )}
    </>
  )
}
