import { Box, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Links } from './typed.ts'

/** The screens that carry a help link, by the word each gives to its `Page`. */
const screens = [
  'now',
  'hours',
  'calendar',
  'round',
  'history',
  'units',
  'staff',
  'roles',
  'import',
  'settings',
  'lists',
] as const

interface HelpLinksFieldProps {
  readonly links: Links
  readonly onChange: (links: Links) => void
}

/** For each screen the address of the page that explains it; empty where there is none. */
export const HelpLinksField = ({ links, onChange }: HelpLinksFieldProps) => {
  const translate = useTranslate()
  const others = Object.keys(links).filter(name => !screens.some(screen => screen === name))
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {translate('console.value.linksHint')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {[...screens, ...others].map(screen => {
          const url = links[screen] ?? ''
          const wrong = url !== '' && !/^https?:\/\/\S+$/.test(url)
          return (
            <TextField
              key={screen}
              label={translate(`console.value.screen.${screen}`, { _: screen })}
              value={url}
              placeholder="https://"
              error={wrong}
              helperText={wrong ? translate('console.value.linkWrong') : undefined}
              slotProps={{ htmlInput: { inputMode: 'url', maxLength: 500 } }}
              onChange={event => onChange({ ...links, [screen]: event.target.value })}
            />
          )
        })}
      </Box>
    </Box>
  )
}
