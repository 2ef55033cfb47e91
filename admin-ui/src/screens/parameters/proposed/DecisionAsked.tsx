import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'
import { BasisFields } from '../edit/BasisFields.tsx'
import type { TypedBasis } from '../edit/form.ts'

interface DecisionAskedProps {
  readonly asks: Proposed['asksBasis']
  readonly basis: TypedBasis
  readonly onChange: (basis: TypedBasis) => void
}

/** The council decision, where something among the changes rests on one; what was typed stays. */
export const DecisionAsked = ({ asks, basis, onChange }: DecisionAskedProps) => {
  const translate = useTranslate()
  const typed = Object.values(basis).some(part => part !== '')
  if (asks.length === 0 && !typed) return null
  return (
    <>
      {asks.length > 0 && (
        <Alert severity="info">
          {translate('parameters.proposed.asksBasis', { settings: asks.map(({ title }) => title).join(', ') })}
        </Alert>
      )}
      <BasisFields needs="always" basis={basis} onChange={onChange} />
    </>
  )
}
