import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useMemo, useRef, type MouseEvent } from 'react'
import { useAsked } from '#console/asked.ts'
import { SearchField } from '#console/SearchField.tsx'
import { useTyped } from '#console/typed.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { Filters } from './Filters.tsx'
import { FoundSettings } from './FoundSettings.tsx'
import { settingsOf } from './settings.ts'

interface SettingListProps {
  readonly unit: UnitRow
  readonly definitions: Definitions
  readonly values: ParameterValues
  /** The setting one comes back from; it takes the focus again. */
  readonly last: string
}

/** So long the hand rests before its words stand in the address. */
const pauseMs = 300

/** The settings: searched first, filtered, or chapter by chapter. */
export const SettingList = ({ unit, definitions, values, last }: SettingListProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const settings = useMemo(() => settingsOf(definitions, values), [definitions, values])
  const [words, look] = useTyped(asked('q'), next => ask({ q: next }, { replace: true }), pauseMs)
  const [show, since] = [asked('show'), asked('since')]
  useFocusOn(last)
  const open = (event: MouseEvent) => {
    const name = linkIn(event)?.dataset['setting']
    if (name === undefined) return
    event.preventDefault()
    // Whoever walks back finds the words that were typed, also when the hand had not rested yet.
    if (words !== asked('q')) ask({ q: words }, { replace: true })
    ask({ q: words, p: name })
  }
  const bar = useRef<HTMLDivElement>(null)
  const reset = () => {
    bar.current?.querySelector('input')?.focus()
    look('')
    ask({ q: null, show: null, since: null })
  }
  return (
    <Stack spacing={3} onClick={open}>
      <Stack ref={bar} spacing={1.5} role="search" aria-label={translate('parameters.search')}>
        <SearchField
          large
          label={translate('parameters.search')}
          hint={translate('parameters.searchHint')}
          value={words}
          onChange={look}
        />
        <Filters settings={settings} show={show} since={since} ask={ask} />
      </Stack>
      <FoundSettings
        definitions={definitions}
        settings={settings}
        values={values}
        unit={unit}
        words={words}
        show={show}
        since={since}
        last={last}
        onReset={reset}
      />
    </Stack>
  )
}

/** The link of a setting that was chosen to be opened here, and not in another window. */
const linkIn = ({ target, button, defaultPrevented, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || defaultPrevented || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)
    ? null
    : target.closest<HTMLAnchorElement>('a[data-setting]')

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
