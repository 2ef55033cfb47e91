import { Button, Checkbox, FormControlLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Language } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change, type Version } from '#console/change/change.ts'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'
import { setMaterialType, setMembershipType } from '#plugins/parameters/contract/change.ts'
import type { Lists } from '#plugins/rules/contract/answer.ts'
import { listedIn, type Edited, type Listed, type Type } from './type.ts'

interface TypeDialogProps {
  readonly edited: Edited
  readonly lists: Lists
  readonly unit: UnitRow
  readonly onClose: () => void
}

interface Form {
  readonly code: string
  readonly from: string
  readonly body: Type
  /** Of a library: its own words, or the region's. Of the region: whether it stays on the list. */
  readonly says: boolean
}

const fresh: Type = { name: { nl: '', en: '', fr: '' }, kind: 'person' }
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/

/** A type of the region, or what one library says of it instead. */
export const TypeDialog = ({ edited: { list, code }, lists, unit, onClose }: TypeDialogProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const row = listedIn(lists, list).find(one => one.code === code)
  const region = unit.type === 'system'
  const [form, setForm] = useState<Form>({
    code: code ?? '', from: todayHere(), body: row?.body ?? fresh, says: row === undefined || region || row.own,
  })
  const set = (typed: Partial<Form>) => setForm(before => ({ ...before, ...typed }))
  const items = useMemo(() => itemsOf(list, form, row, unit, region, lists.version), [list, form, row, unit, region, lists.version])
  return (
    <ActDialog
      title={row ? translate('rules.types.edit', { code, name: row.body.name[language] })
        : translate(list === 'memberships' ? 'rules.types.addMembership' : 'rules.types.addMaterial')}
      act={translate('console.change.save')}
      items={items}
      describe={describeType}
      onClose={onClose}
    >
      {!row && (
        <FaultAt place="/code">
          {fault => (
            <TextField
              label={translate('rules.types.code')} value={form.code} required autoFocus
              error={fault !== undefined} helperText={fault ?? translate('rules.types.codeHint')}
              onChange={event => set({ code: event.target.value.trim() })}
              slotProps={{ htmlInput: { maxLength: 12, autoComplete: 'off' } }}
            />
          )}
        </FaultAt>
      )}
      {row && !region && (
        <RadioGroup value={form.says ? 'own' : 'above'} onChange={(_, chosen) => set({ says: chosen === 'own' })}
          aria-label={translate('rules.types.which')}>
          <FormControlLabel value="above" control={<Radio />} label={translate('rules.types.asAbove')} />
          <FormControlLabel value="own" control={<Radio />} label={translate('rules.types.ownHere')} />
        </RadioGroup>
      )}
      {form.says && (
        <TypeFields body={form.body} members={list === 'memberships'} names={region} onChange={body => set({ body })} />
      )}
      <DayField label={translate('rules.types.from')} value={form.from} onChange={from => set({ from })} place="/from" required />
      {row && region && (
        <FaultAt place="/code">
          {fault => (
            <div>
              <Button color={form.says ? 'error' : 'primary'} onClick={() => set({ says: !form.says })}>
                {translate(form.says ? 'rules.types.gone' : 'rules.types.keep')}
              </Button>
              {fault && <Typography color="error" role="alert">{fault}</Typography>}
            </div>
          )}
        </FaultAt>
      )}
    </ActDialog>
  )
}

interface TypeFieldsProps {
  readonly body: Type
  readonly members: boolean
  /** The region names its types; a library takes the name over. */
  readonly names: boolean
  readonly onChange: (body: Type) => void
}

const TypeFields = ({ body, members, names, onChange }: TypeFieldsProps) => {
  const translate = useTranslate()
  return (
    <>
      {names && <TextsFields label={translate('rules.types.name')} texts={body.name} missing={translate('rules.types.nameMissing')} onChange={name => onChange({ ...body, name })} />}
      {members && (
        <TextField select label={translate('rules.types.kind')} value={body.kind}
          onChange={event => onChange({ ...body, kind: event.target.value as NonNullable<Type['kind']> })}>
          {(['person', 'institution', 'none'] as const).map(kind => (
            <MenuItem key={kind} value={kind}>{translate(`rules.types.${kind === 'none' ? 'no-kind' : kind}`)}</MenuItem>
          ))}
        </TextField>
      )}
      {members && names && (
        <TextField label={translate('rules.types.statistics')} value={body.statistics ?? ''}
          helperText={translate('rules.types.statisticsHint')}
          onChange={event => onChange({ ...body, statistics: event.target.value.trim() })}
          slotProps={{ htmlInput: { maxLength: 3, autoComplete: 'off' } }} />
      )}
      <FormControlLabel
        control={<Checkbox checked={body.unused ?? false} onChange={(_, unused) => onChange({ ...body, unused })} />}
        label={translate('rules.types.unusedLong')}
      />
    </>
  )
}

/** What is sent: only what was filled in, and nothing while nothing differs. */
const itemsOf = (list: Edited['list'], form: Form, row: Listed | undefined, unit: UnitRow, region: boolean, seen: number) => {
  const { code, from, says, body: { name, kind = 'none', statistics = '', unused = false } } = form
  const whole = CODE.test(code) && isDay(from) && isSaid(name) && (statistics === '' || /^[A-Za-z0-9]{3}$/.test(statistics))
  const plain = { name, ...(unused ? { unused } : {}) }
  const full = { ...plain, kind, ...(statistics === '' ? {} : { statistics }) }
  const wanted = list === 'memberships' ? full : plain
  const kept = row && { ...row.body, ...(row.body.unused ? {} : { unused: undefined }) }
  const same = says && (region || row?.own) && sorted(wanted) === sorted(kept)
  if (!whole || same || (!says && !region && !row?.own)) return null
  const place = { unit: unit.id, code, from, to: null }
  return [list === 'memberships' ? change(setMembershipType, { ...place, body: says ? full : null }, seen)
    : change(setMaterialType, { ...place, body: says ? plain : null }, seen)]
}

const sorted = (body: object | undefined) =>
  JSON.stringify(Object.entries(body ?? {}).filter(([, value]) => value !== undefined).toSorted(([one], [other]) => one.localeCompare(other)))

const describeType = ({ body }: Version) => <Described said={body as Type | null} />

const Described = ({ said }: { readonly said: Type | null }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  if (said === null) return <Typography>{translate('rules.types.removed')}</Typography>
  return <Typography>{said.name[language]}{said.unused && ` (${translate('rules.types.unused')})`}</Typography>
}
