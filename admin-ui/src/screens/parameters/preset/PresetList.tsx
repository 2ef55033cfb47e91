import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import { SearchField } from '#console/SearchField.tsx'
import { Section } from '#console/Section.tsx'
import { plain } from '#console/plain.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import type { Preset, Presets } from '#plugins/parameters/contract/answer/preset.ts'
import { PresetDialog } from './PresetDialog.tsx'

interface PresetListProps {
  readonly unit: UnitRow
  readonly definitions: Definitions
  readonly may: (unit: UnitRow) => boolean
}

/** Changes that are made ready, by chapter: choose one and fill in what it leaves open. */
export const PresetList = (props: PresetListProps) => {
  const reading = useReading<Presets>('/presets', {}, { staleTime: 60_000 })
  return <Answered reading={reading}>{({ data }) => <Chosen presets={data} {...props} />}</Answered>
}

const Chosen = ({ presets, unit, definitions, may }: PresetListProps & { readonly presets: readonly Preset[] }) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const chosen = presets.find(({ name }) => name === asked('preset'))
  const words = plain(asked('q')).split(/\s+/).filter(word => word !== '')
  const found = presets.filter(({ title, help, sets }) => {
    const text = plain([title, help, ...sets.map(one => one.title)].join(' '))
    return words.every(word => text.includes(word))
  })
  const known = new Set(definitions.areas.map(({ name }) => name))
  const chapters = [...definitions.areas, { name: '', title: translate('parameters.preset.other') }].flatMap(({ name, title }) => {
    const within = found.filter(({ area }) => (known.has(area) ? area : '') === name)
    return within.length === 0 ? [] : [{ name, title, within }]
  })
  return (
    <Stack spacing={3}>
      <SearchField large label={translate('parameters.preset.search')} value={asked('q')} onChange={q => ask({ q }, { replace: true })} />
      {chapters.length === 0 && <Nothing>{translate('parameters.preset.none')}</Nothing>}
      {chapters.map(({ name, title, within }) => (
        <Section bare key={name} title={title}>
          <Box
            component="ul"
            sx={{
              listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(320px, 1fr))' },
            }}
          >
            {within.map(preset => <Card key={preset.name} preset={preset} onChoose={() => ask({ preset: preset.name })} />)}
          </Box>
        </Section>
      ))}
      {chosen && <PresetDialog preset={chosen} unit={unit} definitions={definitions.data} may={may} onClose={() => ask({ preset: null })} />}
    </Stack>
  )
}

const Card = ({ preset: { title, help, sets, money }, onChoose }: { readonly preset: Preset; readonly onChoose: () => void }) => {
  const translate = useTranslate()
  return (
    <Stack
      component="li"
      spacing={1}
      sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', alignItems: 'flex-start' }}
    >
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" color="textSecondary">{help}</Typography>
      <Typography variant="caption" sx={{ flex: 1 }}>
        {translate('parameters.preset.sets', { settings: sets.map(one => one.title).join(' · ') })}
      </Typography>
      <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={onChoose} aria-label={translate('parameters.preset.chooseOne', { title })}>
          {translate('parameters.preset.choose')}
        </Button>
        {money && <Chip size="small" variant="outlined" label={translate('parameters.preset.money')} />}
      </Stack>
    </Stack>
  )
}
