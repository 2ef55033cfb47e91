import { Autocomplete, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import type { PresetBlank } from '#plugins/parameters/contract/answer/preset.ts'
import { dayOfYearIn } from '#console/time/day-of-year.ts'
import type { Typed } from '../edit/typed.ts'
import { useCodes, type ListedCode } from '../edit/useCodes.ts'
import { ValueField } from '../edit/ValueField.tsx'
import { readBlank, takesSeveral } from './blank.ts'

interface BlankFieldProps {
  readonly blank: PresetBlank
  /** Whose lists the codes come from. */
  readonly unit: UnitId
  readonly value: Typed
  readonly onChange: (value: Typed) => void
}

/** The field that fits a blank: a day of every year, codes of a list, or what any setting takes. */
export const BlankField = (props: BlankFieldProps) => {
  const { blank, value, onChange } = props
  if (blank.everyYear) return <YearDayField {...props} />
  if (blank.codes !== undefined) return <CodesField {...props} />
  return <ValueField shape={blank} title={blank.title} value={value} onChange={onChange} place={`/blanks/${blank.name}`} />
}

const YearDayField = ({ blank, value, onChange }: BlankFieldProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const told = useFaultAt()(`/blanks/${blank.name}`)
  const text = typeof value === 'string' ? value : ''
  const read = readBlank(blank, value, language)
  const wrong = told ?? (read.wrong === undefined || text === '' ? undefined : translate(`parameters.wrong.${read.wrong}`))
  return (
    <TextField
      label={blank.title}
      value={text}
      required
      onChange={event => onChange(event.target.value)}
      error={wrong !== undefined}
      helperText={wrong ?? (typeof read.value === 'string' ? dayOfYearIn(language, read.value) : translate('console.season.hint'))}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 30 } }}
      sx={{ maxWidth: 300 }}
    />
  )
}

const named = ({ code, name }: ListedCode) => `${code} ${name}`.trim()

const CodesField = ({ blank, unit, value, onChange }: BlankFieldProps) => {
  const translate = useTranslate()
  const told = useFaultAt()(`/blanks/${blank.name}`)
  const options = useCodes(unit).get(blank.codes ?? '') ?? []
  const of = (code: string) => options.find(one => one.code === code) ?? { code, name: '' }
  const several = takesSeveral(blank)
  const codes = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : []
  return (
    <Autocomplete<ListedCode, true>
      multiple
      options={[...options]}
      value={codes.map(of)}
      isOptionEqualToValue={(one, other) => one.code === other.code}
      getOptionLabel={named}
      onChange={(_, next) => {
        const chosen = next.map(({ code }) => code)
        onChange(several ? chosen : (chosen.at(-1) ?? ''))
      }}
      noOptionsText={translate('parameters.noCodes')}
      renderInput={params => <TextField {...params} label={blank.title} error={told !== undefined} helperText={told} />}
    />
  )
}
