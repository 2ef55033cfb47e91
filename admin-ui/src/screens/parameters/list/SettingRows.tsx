import { styled } from '@mui/material/styles'
import { memo, useMemo, useState } from 'react'
import { useHref, useSearchParams } from 'react-router-dom'
import type { UnitRow } from '#console/unit.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { useMayAsk } from '../edit/may-ask.ts'
import { SettingDialog } from '../edit/SettingDialog.tsx'
import { SettingRow } from './SettingRow.tsx'
import type { Setting } from './settings.ts'

interface SettingRowsProps {
  readonly settings: readonly Setting[]
  readonly units: ParameterValues['units']
  readonly unit: UnitRow
  /** What their chapters are called, where settings of several stand together. */
  readonly titles?: ReadonlyMap<string, string>
}

/** Settings below one another, and the dialog of the one that is being changed. */
export const SettingRows = ({ settings, units, unit, titles }: SettingRowsProps) => {
  const [edited, setEdited] = useState<Setting | null>(null)
  const [search] = useSearchParams()
  // Without the words that are being typed, or every line would be drawn again with every letter.
  const kept = new URLSearchParams([...search].filter(([name]) => name !== 'q'))
  const address = useHref(`?${String(kept)}`)
  const mayAsk = useMayAsk(unit)
  const asked = useMemo(
    () => new Set(settings.filter(({ definition, held }) => !held.mayChange && !held.locked && mayAsk(definition))),
    [settings, mayAsk],
  )
  return (
    <>
      <Lines settings={settings} asked={asked} units={units} address={address} titles={titles} onEdit={setEdited} />
      {edited && (
        <SettingDialog definition={edited.definition} unit={unit} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

interface LinesProps {
  readonly settings: readonly Setting[]
  /** Those that whoever looks may not set, and asks for. */
  readonly asked: ReadonlySet<Setting>
  readonly units: ParameterValues['units']
  readonly address: string
  readonly titles: ReadonlyMap<string, string> | undefined
  readonly onEdit: (setting: Setting) => void
}

const Lines = memo(({ settings, asked, units, address, titles, onEdit }: LinesProps) => (
  <List>
    {settings.map(setting => (
      <SettingRow
        key={setting.definition.name}
        setting={setting}
        mayAsk={asked.has(setting)}
        units={units}
        area={titles?.get(setting.definition.area)}
        address={address}
        onEdit={onEdit}
      />
    ))}
  </List>
))

/**
 * The looks of all lines, said once: a line is made of plain elements, for with every letter of the search some twenty
 * are drawn. What is out of sight is not laid out; the browser still finds it.
 */
const List = styled('ul')(({ theme }) => {
  const { palette, typography, spacing, breakpoints, shape } = theme
  return {
    listStyle: 'none', padding: 0, margin: spacing(0, -2), [breakpoints.up('sm')]: { margin: spacing(0, -2.5) },
    '& > li': {
      display: 'grid', gap: spacing(1, 3), padding: spacing(1.75, 1.5), gridTemplateColumns: 'minmax(0, 1fr)',
      borderBottom: `1px solid ${palette.divider}`, contentVisibility: 'auto',
      // Rather too high than too low: what sticks out of a line that is out of sight cannot be clicked.
      containIntrinsicSize: 'auto 320px',
      [breakpoints.up('sm')]: { containIntrinsicSize: 'auto 160px', padding: spacing(1.75, 2), gridTemplateColumns: 'minmax(0, 1.35fr) minmax(0, 1fr) auto' },
      '&:last-of-type': { borderBottom: 0 },
      '&.mine': { boxShadow: `inset 4px 0 0 ${palette.secondary.main}` },
    },
    '& p, & h3': { margin: 0 },
    '& h3': { ...typography.h3 },
    '& a': {
      display: 'inline-block', minHeight: 24, color: palette.text.primary, textDecoration: 'none',
      '&:hover': { textDecoration: 'underline' },
    },
    '& .chapter': { ...typography.overline, color: palette.text.secondary },
    '& .help': { ...typography.body2, color: palette.text.secondary, maxWidth: '62ch', marginTop: spacing(0.25) },
    '& .value': { fontSize: '1.2rem', fontWeight: 650, lineHeight: 1.3, overflowWrap: 'anywhere' },
    '& .source': { ...typography.body2, color: palette.text.secondary },
    '& .own': { color: palette.secondary.main, fontWeight: 650 },
    '& .signs': { display: 'flex', flexWrap: 'wrap', gap: spacing(0.75), marginTop: spacing(0.75) },
    '& .sign': {
      display: 'inline-flex', alignItems: 'center', minHeight: 24, padding: '0 7px', fontSize: '0.8125rem', fontWeight: 550,
      border: `1px solid ${palette.mode === 'light' ? palette.grey[400] : palette.grey[700]}`, borderRadius: 8,
      '& svg': { fontSize: 18, marginRight: 4 },
    },
    '& .act': {
      [breakpoints.up('sm')]: { textAlign: 'right', minWidth: 116 },
      '& button': {
        ...typography.button, fontSize: '0.8125rem', minHeight: 36, padding: '3px 9px', cursor: 'pointer', background: 'none',
        color: palette.primary.main, border: `1px solid color-mix(in srgb, ${palette.primary.main} 50%, transparent)`,
        borderRadius: shape.borderRadius, '&.asks': { borderColor: 'transparent' }, '&:hover': { backgroundColor: palette.action.hover, borderColor: palette.primary.main },
      },
    },
  }
})
