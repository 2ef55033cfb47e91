import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { ChangeButtons } from '#console/change/ChangeButtons.tsx'
import { ChangePreview } from '#console/change/ChangePreview.tsx'
import { ConflictDialog } from '#console/change/ConflictDialog.tsx'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { useChange } from '#console/change/useChange.ts'
import { useSaved } from '#console/change/useSaved.tsx'
import type { Draft } from '#console/draft.ts'
import { FileDrop } from '#console/FileDrop.tsx'
import { Refused } from '#console/Refused.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { SheetDifference } from '#plugins/parameters/contract/answer/sheet.ts'
import { describeValue } from '../describeValue.tsx'
import { basisOf, type TypedBasis } from '#console/change/basis.ts'
import { DecisionAsked } from '../proposed/DecisionAsked.tsx'
import { ProposedChanges } from '../proposed/ProposedChanges.tsx'
import { useProposed } from '../proposed/useProposed.ts'
import { accept, dropWords } from './drop.ts'
import type { Sent } from './sent.ts'
import { SheetFaults } from './SheetFaults.tsx'

/** What goes with a sheet and does not stand in it. */
export interface TypedBeside { readonly from: string; readonly basis: TypedBasis; readonly reason: string }

interface SheetDifferencesProps {
  readonly sent: Sent
  readonly definitions: readonly Definition[]
  readonly typed: Draft<TypedBeside>
  /** The mended file, in place of this one. */
  readonly onFile: (file: File) => void
  readonly onSaved: () => void
  readonly onOther: () => void
}

/** What a sheet that came back would change, or every cell of it that cannot be read; then preview and save. */
export const SheetDifferences = ({ sent, definitions, typed, onFile, onSaved, onOther }: SheetDifferencesProps) => {
  const translate = useTranslate()
  const saved = useSaved()
  const { from, basis, reason } = typed.value
  const set = (next: Partial<TypedBeside>) => typed.set(before => ({ ...before, ...next }))
  const { name, ...content } = sent
  const { proposed, problem, looking, items } = useProposed<SheetDifference>('/parameters/sheet',
    isDay(from) ? { ...content, from, ...basisOf(basis) } : null)
  const change = useChange(items, {
    onDone: done => {
      saved(done)
      onSaved()
      onOther()
    },
  })
  const asks = proposed?.asksBasis ?? []
  const faulty = proposed !== undefined && proposed.faultCount > 0
  const firstName = proposed?.changes[0]?.parameter
  const definition = definitions.find(one => one.name === firstName)
  return (
    <Stack spacing={2.5}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h3" component="p" sx={{ flex: '1 1 12rem', overflowWrap: 'anywhere' }}>{name}</Typography>
        <Button variant="outlined" onClick={onOther}>{translate('parameters.sheet.back.other')}</Button>
      </Stack>
      {looking && <LinearProgress aria-label={translate('parameters.sheet.back.looking')} />}
      <Refused problem={problem} faults />
      {faulty && (
        <>
          <SheetFaults faults={proposed.faults} count={proposed.faultCount} name={name} />
          <FileDrop onFile={onFile} accept={accept} words={{ ...dropWords(translate), drop: translate('parameters.sheet.back.mended') }} />
        </>
      )}
      {proposed && !faulty && (
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.15fr) minmax(0, 1fr)' } }}>
          <Stack spacing={2.5}>
            <ProposedChanges proposed={proposed} rows={proposed.changeRows} />
            <ActDialogFaults value={change.faults}>
              <DayField label={translate('parameters.sheet.back.from')} value={from} onChange={next => set({ from: next })} required place="/from" />
              <DecisionAsked asks={asks} basis={basis} onChange={next => set({ basis: next })} />
            </ActDialogFaults>
            {proposed.items.length > 0 && <ReasonField value={reason} onChange={next => set({ reason: next })} />}
          </Stack>
          {proposed.items.length > 0 ? (
            <Box sx={{ p: 2.5, bgcolor: 'background.default', border: 1, borderColor: 'divider', borderRadius: 1 }}>
              <Box sx={{ maxHeight: 560, overflowY: 'auto' }} tabIndex={0}>
                <ChangePreview change={change} />
              </Box>
              <Box sx={{ mt: 2, textAlign: 'right' }}>
                <ChangeButtons change={change} reason={reason} act={translate('console.change.save')} blocked={asks.length > 0} />
              </Box>
            </Box>
          ) : (
            <Alert severity="info">{translate('parameters.sheet.back.same')}</Alert>
          )}
        </Box>
      )}
      {definition && <ConflictDialog change={change} reason={reason} describe={describeValue(definition)} onTheirs={onOther} />}
    </Stack>
  )
}
