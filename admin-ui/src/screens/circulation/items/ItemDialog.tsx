import { FormControlLabel, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { faultText, type Problem } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { UnitRow } from '#console/unit.ts'
import { givenStatuses, itemStatusTitles, type Item, type ItemStatus } from '#plugins/circulation/contract/item.ts'

interface Form {
  readonly barcode: string
  readonly title: string
  readonly author: string
  readonly material: string
  readonly shelf: string
  readonly price: string
  readonly status: ItemStatus
  readonly damage: string
  readonly attachment: string
  readonly memo: string
  readonly notForLoan: boolean
  readonly adultsOnly: boolean
}
const EMPTY: Form = {
  barcode: '', title: '', author: '', material: 'BOEK', shelf: '', price: '', status: 'in', damage: '', attachment: '', memo: '',
  notForLoan: false, adultsOnly: false,
}

interface ItemDialogProps {
  /** None for a new one. */
  readonly id: string | null
  /** Where a new one stands. */
  readonly branch: UnitRow
  /** Of a new one that was scanned: what stands on it. */
  readonly barcode?: string
  readonly onClose: () => void
}

/** One item: where it stands and what holds of it; and the way to enter a new one. */
export const ItemDialog = ({ id, branch, barcode = '', onClose }: ItemDialogProps) => {
  const reading = useReading<Item>(`/items/${id ?? ''}`, {}, { enabled: id !== null, staleTime: 0 })
  if (id === null) return <ItemForm item={null} branch={branch} barcode={barcode} onClose={onClose} />
  return <Answered reading={reading}>{item => <ItemForm item={item} branch={branch} barcode={barcode} onClose={onClose} />}</Answered>
}

const formOf = (item: Item): Form => ({
  barcode: item.barcode, title: item.title, author: item.author ?? '', material: item.material, shelf: item.shelf ?? '',
  price: item.priceCents === null ? '' : (item.priceCents / 100).toFixed(2).replace('.', ','), status: item.status,
  damage: item.damage ?? '', attachment: item.attachment ?? '', memo: item.memo ?? '', notForLoan: item.notForLoan, adultsOnly: item.adultsOnly,
})

/** `15,99` in cents; nothing where no price is given, and undefined where it is none. */
function centsOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const [, euros, cents = ''] = /^(?:€\s*)?(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

const bodyOf = ({ barcode: _barcode, price, status, ...form }: Form) => ({
  ...Object.fromEntries(Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() || null : value])),
  priceCents: centsOf(price) ?? null, ...(status === 'out' ? {} : { status }),
})

interface ItemFormProps { readonly item: Item | null; readonly branch: UnitRow; readonly barcode: string; readonly onClose: () => void }

const ItemForm = ({ item, branch, barcode, onClose }: ItemFormProps) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const [newId] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState(() => item ? formOf(item) : { ...EMPTY, barcode })
  const { busy, problem, trying } = useTrying()
  const mayChange = item?.mayChange ?? true
  const write = (fields: Partial<Form>) => setForm(before => ({ ...before, ...fields }))
  const save = () => trying(async () => {
    if (item) await call(`/items/${item.id}`, { method: 'PATCH', body: { version: item.version, ...bodyOf(form) } })
    else await call('/items', { method: 'POST', body: { id: newId, branch: branch.id, barcode: form.barcode.trim().toUpperCase(), ...bodyOf(form) } })
    await readAgain()
    onClose()
  })
  return (
    <FormDialog
      title={item ? item.title : translate('circulation.items.enterAt', { unit: branch.name })} act={translate('ra.action.save')} width="sm"
      ready={form.title.trim() !== '' && form.barcode.trim().length >= 4 && form.material !== '' && centsOf(form.price) !== undefined}
      done={!mayChange} busy={busy} onSend={() => void save()} onClose={onClose}
    >
      <ItemFields form={form} item={item} problem={problem} disabled={!mayChange} onWrite={write} />
      <Refused problem={problem} faults />
    </FormDialog>
  )
}

const lines = ['author', 'shelf', 'price', 'attachment', 'damage', 'memo'] as const

interface ItemFieldsProps {
  readonly form: Form
  readonly item: Item | null
  readonly problem: Problem | null
  readonly disabled: boolean
  readonly onWrite: (fields: Partial<Form>) => void
}

const ItemFields = ({ form, item, problem, disabled, onWrite }: ItemFieldsProps) => {
  const translate = useTranslate()
  const language = useLocale() as 'nl'
  const field = (name: keyof Form) => ({
    label: translate(`circulation.items.field.${name}`), value: form[name], disabled, error: faultText(problem, `/${name}`) !== '',
    onChange: (event: { target: { value: string } }) => onWrite({ [name]: event.target.value }), slotProps: { htmlInput: { maxLength: 300 } },
  })
  const statuses = item?.status === 'out' ? ['out' as const]
    : givenStatuses.filter(status => status !== 'written-off' || item?.status === status || item?.mayWriteOff === true)
  return (
    <Stack spacing={2}>
      {item ? <Typography color="textSecondary">{`${item.barcode} · ${item.library.name} · ${item.branch.name}`}</Typography>
        : <TextField {...field('barcode')} required autoFocus />}
      <TextField {...field('title')} required />
      <TextField {...field('material')} required helperText={item?.materialName} />
      {lines.map(name => <TextField key={name} {...field(name)} />)}
      {item && (
        <TextField {...field('status')} select disabled={disabled || item.status === 'out'}>
          {statuses.map(status => <MenuItem key={status} value={status}>{itemStatusTitles[status][language]}</MenuItem>)}
        </TextField>
      )}
      {(['notForLoan', 'adultsOnly'] as const).map(name => (
        <FormControlLabel
          key={name} disabled={disabled} label={translate(`circulation.items.field.${name}`)}
          control={<Switch checked={form[name]} onChange={(_, on) => onWrite({ [name]: on })} />}
        />
      ))}
    </Stack>
  )
}
