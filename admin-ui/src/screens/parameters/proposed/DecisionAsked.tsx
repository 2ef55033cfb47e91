import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import { isTyped, type TypedBasis } from '#console/change/basis.ts'
import { BasisFields } from '#console/change/BasisFields.tsx'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'

interface DecisionAskedProps {
  readonly asks: Proposed['asksBasis']
  readonly basis: TypedBasis
  readonly onChange: (basis: TypedBasis) => void
}

/** The council decision, where something among the changes rests on one; what was typed stays. */
export const DecisionAsked = ({ asks, basis, onChange }: DecisionAskedProps) => {
  const translate = useTranslate()
  if (asks.length === 0 && !isTyped(basis)) return null
  return (
    <>
      {asks.length > 0 && (
        <Alert severity="info">
          {translate('parameters.proposed.asksBasis', { settings: asks.map(({ title }) => title).join(', ') })}
        </Alert>
      )}
      <BasisFields why={translate('parameters.basis.always')} required basis={basis} onChange={onChange} />
    </>
  )
}
