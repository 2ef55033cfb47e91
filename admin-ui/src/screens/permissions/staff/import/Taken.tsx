import Download from '@mui/icons-material/DownloadOutlined'
import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { askPutBack } from '#console/change/put-back.ts'
import { saveAs } from '#console/file.ts'
import { Section } from '#console/Section.tsx'
import type { StaffImport } from '../../answers.ts'
import { addressOf } from '../link.ts'

interface TakenProps {
  readonly taken: StaffImport
  readonly onAgain: () => void
}

/** A cell a spreadsheet reads as text, whatever it begins with. */
const quoted = (value: string) => `"${(/^[=+\-@]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** What was taken over, with the way back, and the links of the newcomers: shown now and never again. */
export const Taken = ({ taken: { set, links }, onAgain }: TakenProps) => {
  const translate = useTranslate()
  const save = () => {
    const lines = links.map(({ name, email, token }) => [name, email, addressOf(token)].map(quoted).join(';'))
    saveAs(translate('permissions.import.linksFile'), `\uFEFF${lines.join('\r\n')}\r\n`, 'text/csv')
  }
  return (
    <Stack spacing={2}>
      <Alert
        severity="success"
        role="alert"
        action={
          set?.mayPutBack && (
            <Button color="inherit" size="small" onClick={() => askPutBack(set)}>
              {translate('console.change.putBack')}
            </Button>
          )
        }
      >
        {translate('permissions.import.done')}
      </Alert>
      {links.length > 0 && (
        <Section
          title={translate('permissions.import.links')}
          intro={translate('permissions.import.linksIntro')}
          actions={
            <Button variant="outlined" startIcon={<Download />} onClick={save}>
              {translate('permissions.import.saveLinks')}
            </Button>
          }
        >
          <Stack component="ul" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {links.map(({ staff, name, email, token }) => (
              <Box
                component="li"
                key={staff}
                sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 2fr' } }}
              >
                <Box sx={{ overflowWrap: 'anywhere' }}>
                  <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
                  <Typography variant="body2" color="textSecondary">
                    {email}
                  </Typography>
                </Box>
                <TextField
                  label={`${translate('permissions.link.label')}: ${name}`}
                  value={addressOf(token)}
                  slotProps={{ htmlInput: { readOnly: true } }}
                  onFocus={event => event.target.select()}
                />
              </Box>
            ))}
          </Stack>
        </Section>
      )}
      <div>
        <Button variant="outlined" onClick={onAgain}>
          {translate('permissions.import.another')}
        </Button>
      </div>
    </Stack>
  )
}
