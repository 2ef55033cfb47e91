import { Alert, Box, Button, FormControl, FormControlLabel, FormLabel, LinearProgress, Radio, RadioGroup, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { saveAs } from '#console/file.ts'
import { call } from '#console/http.ts'
import { ListTable } from '#console/ListTable.tsx'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useTrying } from '#console/trying.ts'
import type { ImportProgress, PatronsImport } from '#plugins/patrons/contract/import.ts'
import { plainDay } from '../plain-day.ts'

const EVERY_MS = 1000
const isUnderWay = (progress: ImportProgress | null | undefined) => progress?.state === 'waiting' || progress?.state === 'running'

/** One file: how far it is, what it comes to, and the button that takes its rows in. */
export const ImportAtHand = ({ id, onAnother }: { readonly id: string; readonly onAnother: () => void }) => {
  const translate = useTranslate()
  const reading = useReading<PatronsImport>(`/patron-files/${id}`, {}, {
    staleTime: 0, refetchInterval: ({ state: { data } }) => isUnderWay(data?.looked) || isUnderWay(data?.taken) ? EVERY_MS : false,
  })
  return (
    <Answered reading={reading}>
      {known => (
        <Stack spacing={3}>
          <Progress known={known} />
          {known.mayTake && known.looked.state === 'done' && <Take known={known} onTaken={() => void reading.refetch()} />}
          {known.reasons.some(({ count }) => count > 1) && <Reasons known={known} />}
          {known.lines.length > 0 && <Lines known={known} />}
          {!isUnderWay(known.taken ?? known.looked) && (
            <Button variant="outlined" onClick={onAnother} sx={{ alignSelf: 'flex-start' }}>
              {translate('patrons.import.another')}
            </Button>
          )}
        </Stack>
      )}
    </Answered>
  )
}

const Progress = ({ known: { name, looked, taken, takenBefore, mayTake } }: { readonly known: PatronsImport }) => {
  const translate = useTranslate()
  const language = useLocale()
  const now = taken ?? looked
  const isTaking = taken !== null
  if (isUnderWay(now)) {
    const title = translate(isTaking ? 'patrons.import.taking' : 'patrons.import.looking', { name })
    return (
      <Section title={title}>
        <div role="status">
          <LinearProgress aria-label={title} variant={now.total ? 'determinate' : 'indeterminate'} value={now.total ? (100 * now.done) / now.total : 0}
            sx={{ height: 10, borderRadius: 5, mb: 1 }} />
          <Typography color="textSecondary">
            {now.total ? `${translate('patrons.import.progress', { done: now.done, total: now.total })}. ` : ''}{translate('patrons.import.mayLeave')}
          </Typography>
        </div>
      </Section>
    )
  }
  if (now.state === 'failed') return (
    <Alert severity="error" role="alert">
      {translate('patrons.import.stopped', { name })}: {now.stopped}
    </Alert>
  )
  const counts = isTaking
    ? ([['entered', now.entered], ['updated', now.updated], ['same', now.same], ['skipped', now.skipped], ['doubles', now.doubles], ['faulty', now.faulty]] as const)
    : ([['fresh', now.entered], ['known', now.updated], ['doubles', now.doubles], ['faulty', now.faulty]] as const)
  return (
    <Section title={translate(isTaking ? 'patrons.import.taken' : 'patrons.import.looked', { name })}>
      <div role="status">
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {counts.filter(([, count]) => count > 0).map(([word, count]) => (
            <li key={word}>{translate(`patrons.import.${word}`, { smart_count: count })}</li>
          ))}
        </Box>
      </div>
      {takenBefore && !isTaking && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('patrons.import.takenBefore', { day: plainDay(language, takenBefore.slice(0, 10)) })}
        </Alert>
      )}
      {!mayTake && !isTaking && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('patrons.import.gone')}
        </Alert>
      )}
    </Section>
  )
}

const choices = ['skip', 'update'] as const

const Take = ({ known: { id, looked }, onTaken }: { readonly known: PatronsImport; readonly onTaken: () => void }) => {
  const translate = useTranslate()
  const [known, setKnown] = useState<string>('skip')
  const { busy, problem, trying } = useTrying()
  const take = () =>
    trying(async () => {
      await call(`/patron-files/${id}/taking`, { method: 'POST', body: { known } })
      onTaken()
    })
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
      <Refused problem={problem} faults />
      {looked.updated > 0 && (
        <FormControl>
          <FormLabel id="known-patrons">{translate('patrons.import.known_')}</FormLabel>
          <RadioGroup aria-labelledby="known-patrons" value={known} onChange={event => setKnown(event.target.value)}>
            {choices.map(choice => (
              <FormControlLabel key={choice} value={choice} control={<Radio />} label={translate(`patrons.import.${choice}`)} />
            ))}
          </RadioGroup>
        </FormControl>
      )}
      <Button variant="contained" size="large" loading={busy} disabled={looked.entered + looked.updated === 0} onClick={() => void take()}>
        {translate('patrons.import.act')}
      </Button>
    </Stack>
  )
}

/** A thousand rows that lack the same are one thing to mend. */
const Reasons = ({ known: { reasons } }: { readonly known: PatronsImport }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Section bare title={translate('patrons.import.reasons')} intro={translate('patrons.import.reasonsIntro')}>
      <ListTable dense name={translate('patrons.import.table.reasons')}
        columns={['reason', 'column', 'outcome', 'count'].map(column => translate(`patrons.import.${column}`))}>
        {reasons.map(({ count, column, outcome, reason }) => (
          <TableRow key={`${column} ${reason}`}>
            <TableCell component="th" scope="row">
              {reason}
            </TableCell>
            <TableCell>{column}</TableCell>
            <TableCell>{outcome}</TableCell>
            <TableCell>{count.toLocaleString(language)}</TableCell>
          </TableRow>
        ))}
      </ListTable>
    </Section>
  )
}

const Lines = ({ known: { id, name, lines, moreLines } }: { readonly known: PatronsImport }) => {
  const translate = useTranslate()
  const { busy, problem, trying } = useTrying()
  const save = () =>
    trying(async () => saveAs(`${translate('patrons.import.reportName')} ${name.replace(/\.csv$/i, '')}.csv`, await call<string>(`/patron-files/${id}/report`), 'text/csv'))
  return (
    <Section bare title={translate('patrons.import.lines')} actions={
      <Button variant="outlined" loading={busy} onClick={() => void save()}>
        {translate('patrons.import.report')}
      </Button>
    }>
      <Refused problem={problem} faults />
      <ListTable dense name={translate('patrons.import.table.lines')}
        columns={['line', 'column', 'outcome', 'reason', 'patron'].map(column => translate(`patrons.import.${column}`))}>
        {lines.map(({ line, column, outcome, reason, patron }) => (
          <TableRow key={`${line} ${column} ${reason}`}>
            <TableCell component="th" scope="row">
              {line}
            </TableCell>
            <TableCell>{column}</TableCell>
            <TableCell>{outcome}</TableCell>
            <TableCell>{reason}</TableCell>
            <TableCell>{patron === null ? '' : translate('patrons.import.number', { number: patron })}</TableCell>
          </TableRow>
        ))}
      </ListTable>
      {moreLines > 0 && <Typography sx={{ mt: 1 }}>{translate('patrons.import.more', { smart_count: moreLines })}</Typography>}
    </Section>
  )
}
