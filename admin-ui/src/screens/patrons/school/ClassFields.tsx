import { FormControlLabel, Switch, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'

export interface ClassTyped {
  readonly school: string
  readonly name: string
  readonly lastGrade: string
  readonly stays: boolean
}

interface ClassFieldsProps {
  readonly typed: ClassTyped
  readonly set: (part: Partial<ClassTyped>) => void
}

/** What was typed of a class, as it is sent; nothing while something is missing. */
export const readClass = ({ school, name, lastGrade, stays }: ClassTyped) => {
  const last = Number(lastGrade)
  return school.trim() && name.trim() && Number.isInteger(last) && last >= 1 && last <= 12
    ? { school: school.trim(), name: name.trim(), lastGrade: last, stays } : null
}

/** What a class is called, and how it moves up. */
export const ClassFields = ({ typed, set }: ClassFieldsProps) => {
  const translate = useTranslate()
  return (
    <>
      <TextField required label={translate('patrons.class.school')} value={typed.school} onChange={event => set({ school: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 70, autoComplete: 'off' } }} />
      <TextField required label={translate('patrons.class.name')} value={typed.name} onChange={event => set({ name: event.target.value })}
        helperText={translate('patrons.class.nameHint')} slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off' } }} />
      <TextField required type="number" label={translate('patrons.class.last')} value={typed.lastGrade}
        onChange={event => set({ lastGrade: event.target.value })} helperText={translate('patrons.class.lastHint')}
        slotProps={{ htmlInput: { min: 1, max: 12 } }} />
      <FormControlLabel control={<Switch checked={typed.stays} onChange={event => set({ stays: event.target.checked })} />}
        label={translate('patrons.class.stays')} />
    </>
  )
}
