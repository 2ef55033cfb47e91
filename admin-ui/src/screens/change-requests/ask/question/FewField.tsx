import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'

interface FewFieldProps {
  readonly title: string
  readonly hint: string | undefined
  readonly choices: readonly (readonly [value: string, words: string])[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly place: string
}

/** One of a few answers, all in sight: a click is enough. */
export const FewField = ({ title, hint, choices, value, onChange, place }: FewFieldProps) => {
  const heading = useId()
  const below = useId()
  const fault = useFaultAt()(place)
  const short = choices.every(([, words]) => words.length <= 14)
  return (
    <FormControl error={fault !== undefined}>
      <FormLabel id={heading}>{title}</FormLabel>
      <RadioGroup row={short} aria-labelledby={heading} aria-describedby={below} value={value} onChange={(_, chosen) => onChange(chosen)}>
        {choices.map(([one, words]) => <FormControlLabel key={one} value={one} control={<Radio />} label={words} />)}
      </RadioGroup>
      {(fault ?? hint) && <FormHelperText id={below} sx={{ mx: 0 }}>{fault ?? hint}</FormHelperText>}
    </FormControl>
  )
}
