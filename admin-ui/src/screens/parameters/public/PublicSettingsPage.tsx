import { Box, Container, FormControl, InputLabel, MenuItem, Paper, Select, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { LanguageSwitch } from '#console/frame/LanguageSwitch.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import type { PublicSettings } from '#plugins/parameters/contract/answer/tariff.ts'
import { usePublicSettings } from './usePublicSettings.ts'

type Setting = PublicSettings['areas'][number]['settings'][number]

/** What a region's libraries may set and how they have set it, for everybody; a library shows it if it wants to. */
const PublicSettingsPage = () => {
  const translate = useTranslate()
  const language = useLocale()
  const { asked, ask } = useAsked()
  const reading = usePublicSettings(asked('unit'), language)
  const region = reading.data?.unitName ?? reading.data?.region
  return (
    <Container component="main" maxWidth="md" sx={{ py: 4 }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}><LanguageSwitch /></Box>
      <Page
        title={region ? translate('parameters.public.title', { region }) : translate('parameters.public.nameless')}
        intro={translate('parameters.public.intro')}
      >
        {reading.error?.status === 404 ? <Nothing>{translate('parameters.public.hidden')}</Nothing> : (
        <Answered reading={reading}>
          {({ unit, libraries, areas }) => (
            <>
            {libraries.length > 0 && (
              <FormControl sx={{ maxWidth: 420 }}>
                <InputLabel id="library">{translate('parameters.public.library')}</InputLabel>
                <Select
                  labelId="library"
                  label={translate('parameters.public.library')}
                  value={unit ?? ''}
                  displayEmpty={false}
                  onChange={event => ask({ unit: event.target.value })}
                >
                  {libraries.map(({ unit: id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
                </Select>
              </FormControl>
            )}
            {areas.length === 0 && <Nothing>{translate('parameters.public.none')}</Nothing>}
            {areas.map(({ name, title, settings }) => (
              <Box component="section" key={name} aria-label={title}>
                <Typography variant="h2" sx={{ mb: 1.5 }}>{title}</Typography>
                <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
                  {settings.map(setting => <OneSetting key={setting.name} setting={setting} />)}
                </Stack>
              </Box>
            ))}
            </>
          )}
        </Answered>
        )}
      </Page>
    </Container>
  )
}

const OneSetting = ({ setting }: { readonly setting: Setting }) => {
  const translate = useTranslate()
  const { title, help, consequence, defaultText, valueText, spelled, from, lines } = setting
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: '70ch' }}>{help} {consequence}</Typography>
      {valueText !== null && (
        <Typography sx={{ mt: 1, fontWeight: 650 }}>
          {valueText}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
            {from === null ? translate('parameters.default') : translate('parameters.inherited', { unit: from })}
          </Typography>
          {spelled && <Typography component="span" variant="body2" sx={{ display: 'block' }}>{spelled}</Typography>}
        </Typography>
      )}
      {valueText === null && (
        <Typography variant="body2" sx={{ mt: 1 }}>{translate('parameters.public.byDefault', { value: defaultText })}</Typography>
      )}
      {lines.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {lines.map(({ whereText, valueText: text, spelled: inWords }) => (
            <Typography component="li" variant="body2" key={whereText}>
              {whereText}: <strong>{text}</strong>{inWords && ` – ${inWords}`}
            </Typography>
          ))}
        </Box>
      )}
    </Paper>
  )
}

export default PublicSettingsPage
