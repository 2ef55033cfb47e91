import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { FormDialog } from '#console/FormDialog.tsx'
import { call } from '#console/http.ts'
import { useReadAgain } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import type { SchoolClass } from '#plugins/patrons/contract/school/class.ts'
import { ClassFields, readClass, type ClassTyped } from './ClassFields.tsx'

/** Calls a class otherwise; who teaches it is changed on its page. */
export const EditClassDialog = ({ known, onClose }: { readonly known: SchoolClass; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [typed, setTyped] = useState<ClassTyped>({ school: known.school, name: known.name, lastGrade: String(known.lastGrade), stays: known.stays })
  const read = readClass(typed)
  const send = () => trying(async () => {
    await call(`/school-classes/${known.id}`, { method: 'PUT', body: { version: known.version, ...read } })
    await readAgain()
    onClose()
  })
  return (
    <FormDialog title={translate('patrons.class.edit', { name: known.name })} act={translate('ra.action.save')} ready={read !== null} busy={busy}
      onSend={() => void send()} onClose={onClose}>
      <Refused problem={problem} faults />
      <ClassFields typed={typed} set={part => setTyped(before => ({ ...before, ...part }))} />
    </FormDialog>
  )
}
