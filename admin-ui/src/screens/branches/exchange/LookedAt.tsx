import { Box, Button, Paper, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Told } from '#console/change/ChangePreview.tsx'
import { saveAs } from '#console/file.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Section } from '#console/Section.tsx'
import { formatCount } from '#console/time/hour.ts'
import { Applying } from './Applying.tsx'
import { csvOf, type Looked, type Row } from './file.ts'
import { Remarks } from './Remarks.tsx'

interface LookedAtProps {
  readonly looked: Looked
  readonly name: string
  readonly onAgain: () => void
}

/** What a file would do, what in it cannot be used, and what somebody must say yes to. */
export const LookedAt = ({ looked, name, onAgain }: LookedAtProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const [confirmed, setConfirmed] = useState<ReadonlySet<Row>>(new Set())
  const [reason, setReason] = useState('')
  const [applying, setApplying] = useState(false)
  const refused = new Set(looked.faults.map(({ row }) => row)).size
  const figures = [
    ['rows', looked.rows],
    ['valid', looked.valid],
    ['held', looked.held],
    ['refused', refused],
  ] as const
  const taken = looked.valid + confirmed.size
  const usable = looked.valid + looked.held > 0
  const confirm = (row: Row, on: boolean) =>
    setConfirmed(before => {
      const next = new Set(before)
      if (on) next.add(row)
      else next.delete(row)
      return next
    })
  const save = () =>
    saveAs(
      `${name}.csv`,
      csvOf(
        [...looked.faults, ...looked.doubts],
        ['row', 'field', 'value', 'reason'].map(one => translate(`branches.exchange.${one}`)),
      ),
      'text/csv',
    )
  if (applying)
    return (
      <Applying id={looked.import} name={name} confirmed={[...confirmed]} reason={reason} onAgain={onAgain} />
    )
  return (
    <>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}
      >
        {figures.map(([figure, count]) => (
          <Paper
            key={figure}
            variant="outlined"
            sx={{ p: 2, display: 'flex', flexDirection: 'column-reverse' }}
          >
            <Typography component="dt" color="textSecondary">
              {translate(`branches.exchange.figure.${figure}`, { smart_count: count })}
            </Typography>
            <Typography component="dd" variant="h1" sx={{ m: 0 }}>
              {formatCount(language, count)}
            </Typography>
          </Paper>
        ))}
      </Box>
      {looked.doubts.length > 0 && (
        <Section
          title={translate('branches.exchange.doubts')}
          intro={translate('branches.exchange.doubtsIntro')}
        >
          <Remarks remarks={looked.doubts} confirmed={confirmed} onConfirm={confirm} />
        </Section>
      )}
      {looked.faults.length > 0 && (
        <Section
          title={translate('branches.exchange.faults')}
          intro={translate('branches.exchange.faultsIntro')}
          actions={
            <Button variant="outlined" onClick={save}>
              {translate('branches.exchange.save')}
            </Button>
          }
        >
          <Remarks remarks={looked.faults} />
        </Section>
      )}
      <Section title={translate('console.change.preview')}>
        {looked.preview ? (
          <Box sx={{ maxWidth: 760 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {name}
            </Typography>
            <Told preview={looked.preview} />
          </Box>
        ) : (
          <Nothing>{translate('branches.exchange.nothing')}</Nothing>
        )}
      </Section>
      <Paper variant="outlined" sx={{ position: 'sticky', bottom: 16, zIndex: 5, p: 2, boxShadow: 6 }}>
        <Stack direction="row" useFlexGap sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
          {usable && (
            <TextField
              label={translate('console.change.reason')}
              value={reason}
              onChange={event => setReason(event.target.value)}
              sx={{ flex: '1 1 260px' }}
            />
          )}
          <Button onClick={onAgain}>{translate('branches.exchange.other')}</Button>
          {usable && (
            <Button
              variant="contained"
              disabled={taken === 0 || (looked.preview !== null && !looked.preview.mayApply)}
              onClick={() => setApplying(true)}
            >
              {translate('branches.exchange.apply', {
                smart_count: taken,
                count: formatCount(language, taken),
              })}
            </Button>
          )}
        </Stack>
      </Paper>
    </>
  )
}
