import Download from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useRef } from 'react'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { address } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { mayAt, pathOf, useUnit, type UnitRow, type Units } from '#console/unit.ts'
import { COMPARED_AT_MOST, fileFormats, type Comparison } from '#plugins/parameters/contract/answer/compare.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { permissions, setTariffs } from '#plugins/parameters/contract/permission.ts'
import { SettingsField } from '../list/SettingsField.tsx'
import { useDefinitions } from '../list/useDefinitions.ts'
import { CompareTable } from './CompareTable.tsx'
import { LibraryFilters } from './LibraryFilters.tsx'
import { Spread } from './Spread.tsx'
import { TakeDialog } from './TakeDialog.tsx'
import { useCompared, type Compared } from './useCompared.ts'

/** Settings side by side in the libraries one chooses: what is usual, what stands out, and taking it over. */
const ComparePage = () => {
  const translate = useTranslate()
  const { unit, units } = useUnit()
  const definitions = useDefinitions()
  if (!unit || !units) return <Waiting />
  return (
    <Page title={translate('parameters.compare.title')} intro={translate('parameters.compare.intro')} help="compare">
      <Answered reading={definitions}>{all => <Comparing unit={unit} units={units} definitions={all} />}</Answered>
    </Page>
  )
}

interface ComparingProps {
  readonly unit: UnitRow
  readonly units: Units
  readonly definitions: Definitions
}

/** What one may begin with, where the chapter has it. */
const beginnings = ['rules.loan', 'rules.fine', 'rules.items-max', 'rules.hold']

const Comparing = ({ unit, units, definitions }: ComparingProps) => {
  const translate = useTranslate()
  const compared = useCompared(unit, definitions)
  const { names, compare, reading } = compared
  const what = useRef<HTMLDivElement>(null)
  const beginWith = (name: string) => {
    // The buttons go away; one goes on where the settings are chosen.
    what.current?.querySelector('input')?.focus()
    compare([name])
  }
  const begin = definitions.data.filter(({ name }) => beginnings.includes(name))
  return (
    <Stack spacing={3}>
      <Section title={translate('parameters.compare.what')}>
        <Stack ref={what} spacing={2.5}>
          <SettingsField
            label={translate('parameters.compare.settings')}
            hint={translate('parameters.compare.settingsHint', { most: COMPARED_AT_MOST })}
            definitions={definitions}
            names={names}
            onChange={compare}
            most={COMPARED_AT_MOST}
          />
          {names.length > 0 && <LibraryFilters unit={unit} compared={compared} comparison={reading.data} />}
        </Stack>
      </Section>
      {names.length === 0 ? (
        <Nothing
          action={begin.map(({ name, title }) => (
            <Button key={name} variant="outlined" onClick={() => beginWith(name)} sx={{ m: 0.5 }}>{title}</Button>
          ))}
        >
          {translate('parameters.compare.none')}
        </Nothing>
      ) : (
        <Answered reading={reading}>
          {comparison => <Found comparison={comparison} compared={compared} unit={unit} units={units} definitions={definitions} />}
        </Answered>
      )}
    </Stack>
  )
}

const Found = ({ comparison, compared, unit, units, definitions }: ComparingProps & {
  readonly comparison: Comparison
  readonly compared: Compared
}) => {
  const translate = useTranslate()
  const me = useMe()
  const { libraries, parameters, outOf, like, whereText } = comparison
  const theirs = libraries.find(({ id }) => id === compared.take)
  const own = pathOf(units, unit.id).find(({ type }) => type === 'library')
  const ownAt = libraries.findIndex(({ id }) => id === own?.id)
  const { isPlaceholderData: former } = compared.reading
  const line = whereText === '' ? translate('parameters.compare.anyLine') : translate('parameters.compare.line', { line: whereText })
  const may = ({ id }: UnitRow) => [permissions.set, setTariffs].some(permission => mayAt(me, units, permission, id))
  const maySome = units.all.some(may)
  return (
    <Box aria-busy={former} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3, opacity: former ? 0.6 : 1 }}>
      <Box role="status">
        <Typography>
          {translate('parameters.compare.libraries', { smart_count: libraries.length, outOf })}
          {parameters.some(({ lines }) => lines) && ` ${line}`}
        </Typography>
        {like && <Typography color="textSecondary">{like.why}</Typography>}
      </Box>
      {libraries.length > 0 && (
        <Section bare title={translate('parameters.compare.usual')}>
          <Box
            component="ul"
            sx={{
              listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fill, minmax(400px, 1fr))' },
            }}
          >
            {parameters.map(parameter => (
              <Spread
                key={parameter.name}
                parameter={parameter}
                own={parameter.values[parameter.cells[ownAt]?.is ?? -1]?.value}
                ownName={own?.name ?? ''}
              />
            ))}
          </Box>
        </Section>
      )}
      <Section bare title={translate('parameters.compare.table')} actions={<Files compared={compared} />}>
        <CompareTable comparison={comparison} compared={compared} own={own?.id} onTake={maySome ? one => compared.ask({ take: one.id }) : undefined} />
      </Section>
      {theirs && maySome && (
        <TakeDialog
          comparison={comparison}
          library={theirs}
          unit={own && unit.id !== own.id && !may(unit) ? own : unit}
          may={may}
          definitions={definitions.data}
          onClose={() => compared.ask({ take: null })}
        />
      )}
    </Box>
  )
}

const Files = ({ compared: { query } }: { readonly compared: Compared }) => {
  const translate = useTranslate()
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      {fileFormats.map(format => (
        <Button
          key={format}
          component="a"
          href={address('/parameters/compare/file', { ...query, format })}
          download
          variant="outlined"
          startIcon={<Download />}
          aria-label={translate('parameters.download', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Stack>
  )
}

export default ComparePage
