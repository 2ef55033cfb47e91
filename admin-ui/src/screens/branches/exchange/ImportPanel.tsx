import {
  Alert,
  Box,
  Button,
  LinearProgress,
  List,
  ListItem,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FileDrop } from '#console/FileDrop.tsx'
import { call } from '#console/http.ts'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import type { UnitRow } from '#console/unit.ts'
import { importFormats } from '#plugins/branches/contract/answers.ts'
import { mostBytes, readFile, type ChosenFile, type ImportFormat, type Looked } from './file.ts'
import { LookedAt } from './LookedAt.tsx'

interface Formats {
  readonly data: readonly { readonly format: string; readonly leavesOut: readonly string[] }[]
}

/** From a file to one change: choose, have it looked at, confirm what is doubtful, apply. */
export const ImportPanel = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const { busy: looking, problem, trying, forget } = useTrying()
  const again = () => {
    setFile(null)
    setLooked(null)
    forget()
  }
  const choose = async (given: File) => {
    const read = await readFile(given)
    setTooLarge(read === null)
    setLooked(null)
    forget()
    setFile(read)
  }
  const look = (chosen: ChosenFile) =>
    trying(async () => {
      setLooked(await call<Looked>('/imports/preview', { method: 'POST', body: { ...chosen, under: unit.id } }))
    })
  if (looked && file) return <LookedAt looked={looked} name={file.name} onAgain={again} />
  return (
    <Section
      title={translate('branches.exchange.fileTitle')}
      intro={translate('branches.exchange.fileIntro', { unit: unit.name })}
    >
      <Stack spacing={2.5}>
        {tooLarge && (
          <Alert severity="error" role="alert">
            {translate('branches.exchange.tooLarge', { megabytes: mostBytes / 1_000_000 })}
          </Alert>
        )}
        <Refused problem={problem} faults />
        {file === null ? (
          <FileDrop
            onFile={given => void choose(given)}
            accept=".csv,.json,.ics,text/csv,application/json,text/calendar"
            words={{
              drop: translate('branches.exchange.drop'), or: translate('branches.exchange.or'),
              choose: translate('branches.exchange.choose'), limits: translate('branches.exchange.limits'),
            }}
          />
        ) : (
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr auto' },
              alignItems: 'start',
            }}
          >
            <TextField
              label={translate('branches.exchange.file')}
              value={file.name}
              slotProps={{ htmlInput: { readOnly: true } }}
            />
            <TextField
              select
              label={translate('branches.exchange.format')}
              value={file.format}
              disabled={looking}
              helperText={translate('branches.exchange.formatHint')}
              onChange={event => setFile({ ...file, format: event.target.value as ImportFormat })}
            >
              {importFormats.map(format => (
                <MenuItem key={format} value={format}>
                  {translate(`branches.exchange.formats.${format}`)}
                </MenuItem>
              ))}
            </TextField>
            <Stack direction="row" sx={{ gap: 1 }}>
              <Button onClick={again} disabled={looking}>
                {translate('branches.exchange.other')}
              </Button>
              <Button variant="contained" onClick={() => void look(file)} loading={looking}>
                {translate('branches.exchange.look')}
              </Button>
            </Stack>
          </Box>
        )}
        <Box role="status">
          {looking && (
            <>
              <Typography sx={{ mb: 1 }}>{translate('branches.exchange.looking')}</Typography>
              <LinearProgress aria-label={translate('branches.exchange.looking')} />
            </>
          )}
        </Box>
        {file && <LeavesOut format={file.format} />}
      </Stack>
    </Section>
  )
}

/** What a format cannot carry, told beforehand. */
const LeavesOut = ({ format }: { readonly format: ImportFormat }) => {
  const translate = useTranslate()
  const { data } = useReading<Formats>('/formats', {}, { staleTime: Infinity })
  const told = data?.data.find(one => one.format === format)?.leavesOut ?? []
  if (told.length === 0) return null
  return (
    <div>
      <Typography variant="h3">{translate('branches.exchange.leavesOut')}</Typography>
      <List dense sx={{ listStyle: 'disc', pl: 3 }}>
        {told.map(text => (
          <ListItem key={text} disablePadding sx={{ display: 'list-item' }}>
            {text}
          </ListItem>
        ))}
      </List>
    </div>
  )
}
