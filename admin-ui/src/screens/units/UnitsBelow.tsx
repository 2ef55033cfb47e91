import Add from '@mui/icons-material/Add'
import { Box, Button, Link as Anchor, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import type { UnitType } from '#core/contract.ts'
import { Nothing } from '#console/Nothing.tsx'
import { hasPieces, Pieces } from '#console/Pieces.tsx'
import { Section } from '#console/Section.tsx'
import { useUnitLink, type UnitRow, type Units } from '#console/unit.ts'
import { openable } from './unit-form.ts'

interface UnitsBelowProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly mayOpen: boolean
  /** By their own right, without anybody's word. */
  readonly manages: boolean
  readonly onOpen: (type: UnitType) => void
}

/** What hangs directly under the unit, and the way to open more. */
export const UnitsBelow = ({ unit, units, mayOpen, manages, onOpen }: UnitsBelowProps) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const below = units.below.get(unit.id) ?? []
  const types = openable[unit.type]
  // Whoever may not open one asks for it by a guided form, where a plugin has one.
  const asksBranches = unit.type === 'library' && hasPieces('below')
  if (types.length === 0 && below.length === 0) return null
  const openers = (
    <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Pieces place="below" props={{ unit, mayOpen: manages }} />
      {mayOpen && types.filter(type => manages || !(type === 'branch' && asksBranches)).map(type => (
        <Button key={type} variant="outlined" startIcon={<Add />} onClick={() => onOpen(type)}>
          {translate(`units.open.${type}`)}
        </Button>
      ))}
    </Stack>
  )
  const count = (id: string) => (units.below.get(id) ?? []).length
  return (
    <Section title={translate('units.below.title', { smart_count: below.length })} actions={openers}>
      {below.length === 0 && <Nothing>{translate('units.below.none')}</Nothing>}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          display: 'grid',
          columnGap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
        }}
      >
        {below.map(({ id, name, code, type, level }) => (
          <Box component="li" key={id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <Anchor component={Link} to={link('/units', id)} sx={{ fontWeight: 600 }}>
              {name}
            </Anchor>
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
              {[
                translate(`console.unit.type.${type}`),
                code,
                ...(level ? [translate('units.level', { level })] : []),
                ...(count(id) > 0 ? [translate('units.below.count', { smart_count: count(id) })] : []),
              ].join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
