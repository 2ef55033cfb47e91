import { Autocomplete, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { useFaultAt } from '../change/ActDialogFault.tsx'
import { dayOfYearIn } from '../time/day-of-year.ts'
import type { Typed } from './typed.ts'
import { useCodes, type ListedCode } from './useCodes.ts'
import { ValueField } from './ValueField.tsx'
import { readBlank, takesSeveral, type Blank } from './blank.ts'

interface BlankFieldProps {
  readonly blank: Blank
  /** Whose lists the codes come from. */
  readonly unit: UnitId
  readonly value: Typed
  readonly onChange: (value: Typed) => void
  /** Where the server points at it. */
  readonly place?: string
  readonly hint?: string | undefined
  readonly quiet?: boolean
}

/** The field that fits a blank: a day of every year, codes of a list, or what any setting takes. */
export const BlankField = (props: BlankFieldProps) => {
  const { blank, value, onChange, place = `/blanks/${blank.name}`, hint, quiet = false } = props
  if (blank.everyYear) return <YearDayField {...props} place={place} />
  if (blank.codes !== undefined) return <CodesField {...props} place={place} />
  return <ValueField shape={blank} title={blank.title} value={value} onChange={onChange} place={place} hint={hint} quiet={quiet} />
}

type Placed = BlankFieldProps & { readonly place: string }

const YearDayField = ({ blank, value, onChange, place, hint }: Placed) => {
  const translate = useTranslate()
  const language = useLocale()
  const told = useFaultAt()(place)
  const text = typeof value === 'string' ? value : ''
  const read = readBlank(blank, value, language)
  const wrong = told ?? (read.wrong === undefined || text === '' ? undefined : translate(`console.value.wrong.${read.wrong}`))
  return (
    <TextField
      label={blank.title}
      value={text}
      required
      onChange={event => onChange(event.target.value)}
      error={wrong !== undefined}
      helperText={wrong ?? (typeof read.value === 'string' ? dayOfYearIn(language, read.value) : hint ?? translate('console.season.hint'))}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 30 } }}
      sx={{ maxWidth: 300 }}
    />
  )
}

const named = ({ code, name }: ListedCode) => `${code} ${name}`.trim()

const CodesField = ({ blank, unit, value, onChange, place, hint }: Placed) => {
  const translate = useTranslate()
  const told = useFaultAt()(place)
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
      noOptionsText={translate('console.value.noCodes')}
      renderInput={params => <TextField {...params} label={blank.title} error={told !== undefined} helperText={told ?? hint} />}
    />
  )
}
