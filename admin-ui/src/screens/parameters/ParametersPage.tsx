import Search from '@mui/icons-material/Search'
import { InputAdornment, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { todayHere } from '#console/time/day.ts'
import { plain, useUnit, type UnitRow } from '#console/unit.ts'
import type { ParameterRow } from '#plugins/parameters/contract/answer.ts'
import { ParameterDialog } from './ParameterDialog.tsx'
import { ParameterItem } from './ParameterItem.tsx'
import { inView, views, type View } from './value.ts'

interface Parameters {
  readonly version: number
  readonly data: readonly ParameterRow[]
}

/** The settings of a unit: what holds, who says so, and a value of one's own where that is allowed. */
const ParametersPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  if (!unit) return <Waiting />
  return (
    <Page
      title={translate('parameters.title', { unit: unit.name })}
      intro={translate('parameters.intro')}
      help="settings"
    >
      <Settings key={unit.id} unit={unit} />
    </Page>
  )
}

/** What the console itself is set to comes after what the libraries are about. */
const bySubject = (rows: readonly ParameterRow[]) =>
  [...Map.groupBy(rows, row => row.plugin)].toSorted(
    ([one], [other]) => Number(one === 'parameters') - Number(other === 'parameters'),
  )

const find = (rows: readonly ParameterRow[], asked: string) => {
  const words = plain(asked)
    .split(/\s+/)
    .filter(word => word !== '')
  return rows.filter(({ title, help, name }) =>
    words.every(word => plain(`${title} ${help} ${name}`).includes(word)),
  )
}

const Settings = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const reading = useReading<Parameters>('/parameters', { unit: unit.id })
  const { asked, ask } = useAsked()
  const [edited, setEdited] = useState<ParameterRow | null>(null)
  const view = views.find(one => one === asked('show')) ?? 'all'
  return (
    <Answered reading={reading}>
      {({ data, version }) => {
        const shown = find(inView(data, view), asked('q'))
        return (
          <Stack spacing={3}>
            <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
              <ToggleButtonGroup
                exclusive
                value={view}
                aria-label={translate('parameters.views')}
                sx={{ flexWrap: 'wrap' }}
                onChange={(_, next: View | null) => ask({ show: next === 'all' ? null : next })}
              >
                {views.map(name => (
                  <ToggleButton
                    key={name}
                    value={name}
                    sx={{ px: 2, py: 0.75, gap: 1, bgcolor: 'background.paper' }}
                  >
                    {translate(`parameters.view.${name}`)}
                    <span>{inView(data, name).length}</span>
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              <TextField
                type="search"
                label={translate('parameters.search')}
                value={asked('q')}
                sx={{ flex: '1 1 240px', maxWidth: 560 }}
                onChange={event => ask({ q: event.target.value }, { replace: true })}
                slotProps={{
                  input: {
                    startAdornment: (
                      <InputAdornment position="start">
                        <Search fontSize="small" aria-hidden />
                      </InputAdornment>
                    ),
                  },
                }}
              />
            </Stack>
            {shown.length === 0 && (
              <Nothing>{translate(`parameters.none.${asked('q') === '' ? view : 'all'}`)}</Nothing>
            )}
            {bySubject(shown).map(([plugin, rows]) => (
              <Section key={plugin} title={translate(`parameters.plugin.${plugin}`, { _: plugin })}>
                <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                  {rows.map(row => (
                    <ParameterItem key={row.name} row={row} unit={unit.id} onEdit={() => setEdited(row)} />
                  ))}
                </Stack>
              </Section>
            ))}
            {edited && (
              <ParameterDialog
                row={edited}
                unit={unit}
                seen={version}
                today={todayHere()}
                onClose={() => setEdited(null)}
              />
            )}
          </Stack>
        )
      }}
    </Answered>
  )
}

export default ParametersPage
