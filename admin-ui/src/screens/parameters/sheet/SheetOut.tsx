import Download from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Checkbox, FormControlLabel, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { address } from '#console/http.ts'
import { Section } from '#console/Section.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { fileFormats } from '#plugins/parameters/contract/answer/compare.ts'
import { SettingsField } from '../list/SettingsField.tsx'
import { UnitsField } from '../proposed/UnitsField.tsx'
import { useChosen } from './useChosen.ts'

interface SheetOutProps {
  readonly unit: UnitRow
  readonly definitions: Definitions
}

/** What the server takes along in one file. */
const most = 100

/** The settings of the units one chooses, as a file to change in a spreadsheet. */
export const SheetOut = ({ unit, definitions }: SheetOutProps) => {
  const translate = useTranslate()
  const { units, names, below, inherited, choose } = useChosen(unit)
  const query = { units, names, ...(below ? { below } : {}), ...(inherited ? { inherited } : {}) }
  return (
    <Section title={translate('parameters.sheet.out.title')} intro={translate('parameters.sheet.out.intro')}>
      <Stack spacing={2.5}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
          <Stack spacing={1}>
            <UnitsField label={translate('parameters.sheet.out.units')} units={units} onChange={next => choose({ units: next })} most={most} />
            <FormControlLabel
              control={<Checkbox checked={below} onChange={(_, on) => choose({ below: on })} />}
              label={translate('parameters.sheet.out.below')}
            />
          </Stack>
          <Stack spacing={1}>
            <Box sx={{ fontWeight: 600 }}>{translate('parameters.sheet.out.settings')}</Box>
            <SettingsField
              label={translate('parameters.sheet.out.names')}
              hint={translate('parameters.sheet.out.namesHint')}
              definitions={definitions}
              names={names}
              onChange={next => choose({ names: next })}
              most={most}
            />
            <FormControlLabel
              control={<Checkbox checked={inherited} onChange={(_, on) => choose({ inherited: on })} />}
              label={translate('parameters.sheet.out.inherited')}
            />
          </Stack>
        </Box>
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          {[...fileFormats].reverse().map(format => (
            <Button
              key={format}
              component="a"
              href={address('/parameters/sheet', { ...query, format })}
              download
              variant={format === 'xlsx' ? 'contained' : 'outlined'}
              startIcon={<Download />}
              disabled={units.length === 0}
            >
              {translate('parameters.download', { format: format.toUpperCase() })}
            </Button>
          ))}
        </Stack>
      </Stack>
    </Section>
  )
}
