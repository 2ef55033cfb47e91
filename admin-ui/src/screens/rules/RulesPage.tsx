import { FormControlLabel, Stack, Switch, Tab, Tabs, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState, type ComponentProps } from 'react'
import { ANY, type Language, type Parameter } from '#core/contract.ts'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { useMe } from '#console/session.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { Views } from '#console/Views.tsx'
import { plain } from '#console/plain.ts'
import { mayAt, useUnit, worksAt, type UnitRow, type Units } from '#console/unit.ts'
import { permissions } from '#plugins/parameters/contract/permission.ts'
import type { LineCell, Lines } from '#plugins/rules/contract/answer.ts'
import { Legend } from './grid/Legend.tsx'
import { RuleGrid } from './grid/RuleGrid.tsx'
import { findsNothing, spotOf, tableOf } from './grid/table.ts'
import { useWaiting } from './grid/waiting.ts'
import { columnNamed, columns, shortName } from './method.ts'
import { SaveBar } from './save/SaveBar.tsx'
import { SaveDialog } from './save/SaveDialog.tsx'
import { faultOf } from './save/when.ts'
import { TryOut } from './try/TryOut.tsx'

/** The rules of a unit: one method at a time, membership by material, and a loan to try them on. */
const RulesPage = () => {
  const translate = useTranslate()
  const { unit, units } = useUnit()
  const { asked, ask } = useAsked()
  if (!unit || !units) return <Waiting />
  return (
    <Page
      title={translate('rules.title', { unit: unit.name })}
      intro={translate('rules.intro')}
      help="rules"
      actions={
        <Views
          views={['grid', 'try']}
          value={asked('try') === '' ? 'grid' : 'try'}
          label={translate('rules.views')}
          words={view => translate(`rules.view.${view}`)}
          onChange={view => ask({ try: view === 'try' ? '1' : null })}
        />
      }
    >
      <Rules key={unit.id} unit={unit} units={units} />
    </Page>
  )
}

interface RulesProps {
  readonly unit: UnitRow
  readonly units: Units
}

const Rules = ({ unit, units }: RulesProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { asked, ask } = useAsked()
  const waiting = useWaiting(unit.id)
  const [saving, setSaving] = useState(false)
  const method = columnNamed(asked('method')) ?? columns[0]
  const day = isDay(asked('day')) ? asked('day') : todayHere()
  const reading = useReading<Lines>('/rules/lines', { unit: unit.id, day, method: method?.name })
  if (!method) return null
  const all = Object.values(waiting.all)
  const wrong = all.filter(one => faultOf(one, language, translate) !== undefined)
  const toWrong = () => ask({
    try: null, method: wrong[0]?.method.slice('rules.'.length) ?? null, at: wrong[0] ? `${wrong[0].membership}|${wrong[0].material}` : null,
    q: null, unused: '1',
  })
  return (
    <Stack spacing={2.5}>
      <DraftKept draft={waiting.draft} />
      {asked('try') === ''
        ? <Method method={method} unit={unit} units={units} waiting={waiting} day={day} reading={reading} />
        : <TryOut key={unit.id} unit={unit} units={units} waiting={waiting.all} />}
      <SaveBar
        count={all.length}
        wrong={wrong.length}
        still={asked('try') !== ''}
        onWrong={toWrong}
        onDrop={waiting.forget}
        onSave={() => setSaving(true)}
      />
      {saving && (
        <SaveDialog unit={unit} all={waiting.all} onSaved={waiting.forget} onClose={() => setSaving(false)} />
      )}
    </Stack>
  )
}

interface MethodProps extends RulesProps {
  readonly method: Parameter
  readonly waiting: ReturnType<typeof useWaiting>
  readonly day: string
  readonly reading: ComponentProps<typeof Answered<Lines>>['reading']
}

/** One part of the rules under its tab, with how many changes of it wait. */
const Method = ({ method, unit, units, waiting, day, reading }: MethodProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const { ask } = useAsked()
  const mayChange = useMayChange(unit, units, method)
  const counts = Map.groupBy(Object.values(waiting.all), one => one.method)
  const codeOf = (code: string) => (code === ANY ? null : code)
  return (
    <>
      <Tabs
        value={shortName(method)}
        onChange={(_, next: string) => ask({ method: next, at: null })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={translate('rules.methods')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {columns.map(one => (
          <Tab
            key={one.name}
            value={shortName(one)}
            id={`method-${shortName(one)}`}
            aria-controls={one === method ? 'rules-of-method' : undefined}
            label={<span>
              {translate(`rules.method.${shortName(one)}.tab`)}{counts.has(one.name) && ` (${counts.get(one.name)?.length})`}
            </span>}
          />
        ))}
      </Tabs>
      <Stack role="tabpanel" id="rules-of-method" aria-labelledby={`method-${shortName(method)}`} spacing={2}>
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: '110ch' }}>
          {method.help[language]} {translate('rules.written')} <b>{method.notation?.parts[language]}</b>
        </Typography>
        <Shown day={day} />
        <Answered reading={reading}>
          {lines => (
            <Grid
              lines={lines} method={method} unit={unit} waiting={waiting} mayChange={mayChange}
              onTry={({ membership, material }) => ask({ try: '1', membership: codeOf(membership), material: codeOf(material) })}
            />
          )}
        </Answered>
      </Stack>
    </>
  )
}

/** Whoever works here changes a rule, or asks for it where the right is another's. */
const useMayChange = (unit: UnitRow, units: Units, method: Parameter | undefined) => {
  const me = useMe()
  return method !== undefined && method.levels.includes(unit.type)
    && (worksAt(me, units, unit.id) || mayAt(me, units, method.setBy ?? permissions.set, unit.id))
}

/** Which types are shown, and as they stand on which day. */
const Shown = ({ day }: { readonly day: string }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
      <SearchField label={translate('rules.find')} value={asked('q')} onChange={q => ask({ q }, { replace: true })} />
      <DayField
        label={translate('rules.onDay')}
        value={day}
        onChange={next => ask({ day: isDay(next) && next !== todayHere() ? next : null })}
      />
      <FormControlLabel
        sx={{ mt: 0.25 }}
        control={<Switch checked={asked('unused') === ''} onChange={(_, on) => ask({ unused: on ? null : '1' })} />}
        label={translate('rules.inUse')}
      />
    </Stack>
  )
}

interface GridProps {
  readonly lines: Lines
  readonly method: Parameter
  readonly unit: UnitRow
  readonly waiting: ReturnType<typeof useWaiting>
  readonly mayChange: boolean
  readonly onTry: (cell: LineCell) => void
}

const Grid = ({ lines, method, unit, waiting, mayChange, onTry }: GridProps) => {
  const translate = useTranslate()
  const { asked } = useAsked()
  const [unused, find] = [asked('unused') !== '', asked('q')]
  const table = useMemo(() => tableOf(lines, { unused, find }, plain), [lines, unused, find])
  if (lines.memberships.length <= 1 && lines.materials.length <= 1) return <Nothing>{translate('rules.noTypes')}</Nothing>
  return (
    <>
      {findsNothing(lines, find, plain) && <Typography role="status">{translate('rules.nothingFound')}</Typography>}
      {!mayChange && <Typography variant="body2">{translate('rules.onlyLook')}</Typography>}
      <RuleGrid key={method.name + asked('at')} table={table} version={lines.version} start={spotOf(table, asked('at'))} method={method} unit={unit.id} waiting={waiting} mayChange={mayChange} onTry={onTry} />
      <Legend sample={table.at(0, 0)?.text ?? ''} />
    </>
  )
}

export default RulesPage
