import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { newId } from '#console/change/change.ts'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { faultText } from '#console/problem.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import { pathOf, useUnits } from '#console/unit.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import type { TypesOffered } from '#plugins/patrons/contract/enrolment.ts'
import { readAddress, typedAddress } from '../address.ts'
import { AddressFields } from '../AddressFields.tsx'
import { ClassFields, readClass, type ClassTyped } from './ClassFields.tsx'

/** A class becomes a patron of a branch, with the address of its school and whoever teaches it. */
export const AddClassDialog = ({ library, onClose }: { readonly library: string; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const units = useUnits()
  const { busy, problem, trying } = useTrying()
  const [ids] = useState(() => ({ id: newId(), person: newId() }))
  const [typed, setTyped] = useState<ClassTyped>({ school: '', name: '', lastGrade: '6', stays: false })
  const [teacher, setTeacher] = useState('')
  const [address, setAddress] = useState(() => typedAddress())
  const [branch, setBranch] = useState<string | null>(null)
  const [type, setType] = useState('')
  const types = useReading<TypesOffered>('/membership-types', { branch }, { enabled: branch !== null })
  const read = readClass(typed)
  const [home] = readAddress(address)
  const ready = read !== null && branch !== null && type !== '' && teacher.trim() !== '' && home !== undefined
  const send = () => trying(async () => {
    await call('/school-classes', { method: 'POST', body: { ...ids, branch, type, ...read, teacher: teacher.trim(), address: home } })
    await readAgain()
    onClose()
  })
  return (
    <FormDialog title={translate('patrons.class.add')} act={translate('patrons.class.add')} ready={ready} busy={busy} width="sm"
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <ClassFields typed={typed} set={part => setTyped(before => ({ ...before, ...part }))} />
      <TextField required label={translate('patrons.class.teacher')} value={teacher} onChange={event => setTeacher(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }} />
      <AddressFields value={address} onChange={part => setAddress(before => ({ ...before, ...part }))} fault={faultText(problem, '/address')} />
      <UnitField required label={translate('patrons.field.branch')} value={branch} onChange={setBranch}
        only={unit => (unit.type === 'branch' || unit.type === 'bookmobile') && units !== undefined && pathOf(units, unit.id).some(({ id }) => id === library)} />
      <TextField select required label={translate('patrons.field.type')} value={type} disabled={branch === null} onChange={event => setType(event.target.value)}>
        {(types.data?.data ?? []).filter(({ kind }) => kind !== 'person').map(({ code, name }) => (
          <MenuItem key={code} value={code}>{code} {name}</MenuItem>
        ))}
      </TextField>
    </FormDialog>
  )
}
