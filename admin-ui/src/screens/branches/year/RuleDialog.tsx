import { Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { UnitId } from '#core/contract.ts'
import { change, type Version } from '#console/change/change.ts'
import { ChangeDialog } from '#console/change/ChangeDialog.tsx'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { useDraft } from '#console/draft.ts'
import { DayField } from '#console/time/DayField.tsx'
import { DayMark } from '#console/time/DayMark.tsx'
import { TimeField } from '#console/time/TimeField.tsx'
import { formatSpan } from '#console/time/hour.ts'
import { setRule } from '#plugins/branches/contract/change.ts'
import type { CalendarRule } from '#plugins/branches/contract/calendar.ts'
import { periodOf, ruleKey, ruleOf, type RuleForm } from './rule-form.ts'
import { RuleWhen } from './RuleWhen.tsx'

interface RuleDialogProps {
  readonly unit: UnitId
  readonly first: RuleForm
  readonly taken: readonly string[]
  readonly seen: number | undefined
  readonly onDone: () => void
}

/** A rule that comes back every year: its name, what it does to the day, and when. */
export const RuleDialog = ({ unit, first, taken, seen, onDone }: RuleDialogProps) => {
  const translate = useTranslate()
  const draft = useDraft<RuleForm & { readonly reason?: string }>(`rule ${unit} ${first.key ?? ''}`, first)
  const [removing, setRemoving] = useState(false)
  const form = draft.value
  const set = (next: Partial<RuleForm> & { readonly reason?: string }) =>
    draft.set(before => ({ ...before, ...next }))
  const items = useMemo(() => {
    const rule = removing ? null : ruleOf(form)
    if (rule === null && !removing) return null
    return [change(setRule, { unit, key: ruleKey(form, taken), ...periodOf(form), rule }, seen)]
  }, [form, removing, unit, taken, seen])
  const leave = () => {
    draft.forget()
    onDone()
  }
  return (
    <ChangeDialog
      title={translate(first.key === null ? 'branches.year.addRule' : 'branches.year.editRule')}
      act={translate(removing ? 'branches.year.removeRule' : 'console.change.save')}
      items={items}
      reason={form.reason ?? ''}
      describe={describeRule}
      onDone={leave}
      onClose={leave}
    >
      <Stack spacing={2.5}>
        <TextField
          label={translate('branches.year.ruleForm.text')}
          value={form.text}
          required
          onChange={event => set({ text: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 250 } }}
        />
        <TextField
          select
          label={translate('branches.year.ruleForm.kind')}
          value={form.says}
          onChange={event => set({ says: event.target.value as RuleForm['says'] })}
        >
          {(['G', 'V', 'B', 'open'] as const).map(kind => (
            <MenuItem key={kind} value={kind}>
              <DayMark kind={kind} named />
            </MenuItem>
          ))}
          <MenuItem value="cut">{translate('branches.year.ruleForm.cut')}</MenuItem>
        </TextField>
        {form.says === 'cut' && (
          <Stack direction="row" sx={{ gap: 1 }}>
            <Typography sx={{ pt: 1 }}>{translate('branches.close.shutFrom')}</Typography>
            <TimeField
              label={translate('branches.close.shutFrom')}
              value={form.cutFrom}
              onChange={cutFrom => set({ cutFrom })}
            />
            <Typography sx={{ pt: 1 }}>{translate('branches.close.shutTo')}</Typography>
            <TimeField
              label={translate('branches.close.shutTo')}
              value={form.cutTo}
              onChange={cutTo => set({ cutTo })}
            />
          </Stack>
        )}
        <RuleWhen form={form} set={set} />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <DayField
            label={translate('branches.year.ruleForm.since')}
            value={form.since}
            emptyHint={translate('branches.week.form.noStart')}
            onChange={since => set({ since })}
          />
          <DayField
            label={translate('branches.year.ruleForm.until')}
            value={form.until}
            emptyHint={translate('branches.week.form.noEnd')}
            onChange={until => set({ until })}
          />
        </Box>
        <ReasonField value={form.reason ?? ''} onChange={next => set({ reason: next })} />
        {first.key !== null && (
          <Button
            color="error"
            sx={{ alignSelf: 'flex-start' }}
            aria-pressed={removing}
            onClick={() => setRemoving(!removing)}
          >
            {translate(removing ? 'branches.year.keepRule' : 'branches.year.removeRule')}
          </Button>
        )}
      </Stack>
    </ChangeDialog>
  )
}

const describeRule = ({ body }: Version) => <Described rule={body as CalendarRule | null} />

const Described = ({ rule }: { readonly rule: CalendarRule | null }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (rule === null) return <Typography>{translate('branches.close.nothingSaid')}</Typography>
  return (
    <>
      <Typography>{rule.text}</Typography>
      {'kind' in rule ? (
        <DayMark kind={rule.kind} named />
      ) : (
        <Typography>{formatSpan(language, rule.cut.from, rule.cut.to)}</Typography>
      )}
    </>
  )
}
