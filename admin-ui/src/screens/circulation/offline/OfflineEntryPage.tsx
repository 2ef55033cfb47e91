import { Alert, Button, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Static } from 'typebox'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { Batch, BatchLine, BatchList } from '#plugins/circulation/contract/offline.ts'
import { BatchActs } from './BatchActs.tsx'
import { DeviceReady } from './DeviceReady.tsx'
import { formatMoment } from './moment.ts'
import { SendIn } from './SendIn.tsx'

/** What was done without a server: sent in from this device, done over in order, and what stood in the way. */
const OfflineEntryPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  if (!unit) return <Waiting />
  const isPlace = unit.type === 'branch' || unit.type === 'bookmobile' || unit.type === 'stop'
  return (
    <Page title={translate('circulation.offline.title', { unit: unit.name })} intro={translate('circulation.offline.intro')}>
      {isPlace ? <Entry key={unit.id} unit={unit} /> : <Nothing>{translate('circulation.desk.chooseBranch')}</Nothing>}
    </Page>
  )
}

const Entry = ({ unit }: { readonly unit: UnitRow }) => {
  const [chosen, choose] = useState<string | null>(null)
  const again = useReadAgain()
  const reading = useReading<Static<typeof BatchList>>('/offline-batches', { branch: unit.id })
  return (
    <Stack spacing={3}>
      <SendIn onSent={() => void again()} />
      <Answered reading={reading}>
        {({ data }) => {
          const shown = data.find(({ id }) => id === chosen) ?? data.find(({ counts }) => counts.open + counts.waiting > 0) ?? data[0]
          return <Batches batches={data} shown={shown?.id ?? null} onChoose={choose} />
        }}
      </Answered>
      <DeviceReady unit={unit} />
    </Stack>
  )
}

interface BatchesProps {
  readonly batches: readonly BatchLine[]
  readonly shown: string | null
  readonly onChoose: (id: string) => void
}

const Batches = ({ batches, shown, onChoose }: BatchesProps) => {
  const translate = useTranslate()
  const language = useLocale()
  if (shown === null) return <Nothing>{translate('circulation.offline.none')}</Nothing>
  return (
    <>
      <OneBatch key={shown} id={shown} />
      {batches.length > 1 && (
        <Section title={translate('circulation.offline.earlier')} bare>
          <ListTable
            dense name={translate('circulation.offline.earlier')} acts={translate('circulation.offline.column.act')}
            columns={['sent', 'device', 'outcome'].map(column => translate(`circulation.offline.column.${column}`))}
          >
            {batches.map(({ id, at, device, counts }) => (
              <TableRow key={id} hover selected={id === shown}>
                <TableCell component="th" scope="row">{formatMoment(language, at)}</TableCell>
                <TableCell>{device}</TableCell>
                <TableCell><Counts counts={counts} /></TableCell>
                <TableCell align="right">
                  <Button size="small" onClick={() => onChoose(id)} aria-label={translate('circulation.offline.showOne', { moment: formatMoment(language, at) })}>
                    {translate('circulation.offline.show')}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </ListTable>
        </Section>
      )}
    </>
  )
}

const Counts = ({ counts: { done, open, settled, waiting } }: Pick<BatchLine, 'counts'>) => {
  const translate = useTranslate()
  const told = ([['done', done], ['open', open], ['left', settled], ['waiting', waiting]] as const).filter(([, count]) => count > 0)
  return told.map(([what, count]) => translate(`circulation.offline.count.${what}`, { smart_count: count })).join(', ')
}

const OneBatch = ({ id }: { readonly id: string }) => {
  const translate = useTranslate()
  const language = useLocale()
  const reading = useReading<Batch>(`/offline-batches/${id}`)
  return (
    <Answered reading={reading}>
      {batch => (
        <Section title={translate('circulation.offline.batch', { device: batch.device, moment: formatMoment(language, batch.at) })} bare>
          <Stack spacing={2}>
            <Typography role="status" color="textSecondary"><Counts counts={batch.counts} /></Typography>
            {batch.counts.open > 0 && <Alert severity="warning">{translate('circulation.offline.look', { smart_count: batch.counts.open })}</Alert>}
            <BatchActs batch={batch} />
          </Stack>
        </Section>
      )}
    </Answered>
  )
}

export default OfflineEntryPage
