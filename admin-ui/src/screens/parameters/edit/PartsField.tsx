import { Box, FormHelperText, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useContext, useState } from 'react'
import type { Notation } from '#core/contract.ts'
import { ActDialogFaults } from '#console/change/ActDialogFault.tsx'
import { useNotation } from '#console/notation.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { partOf } from '#console/value/shape.ts'
import { readTyped, typedOf, type Typed, type TypedParts } from '#console/value/typed.ts'
import { ValueField } from '#console/value/ValueField.tsx'

interface PartsFieldProps {
  readonly definition: Definition
  readonly value: Typed
  readonly onChange: (value: Typed) => void
}

/** A value of several parts: all in one field for who knows the notation by heart, or each part in its own. */
export const PartsField = ({ definition, value, onChange }: PartsFieldProps) => {
  const parts = (value ?? {}) as TypedParts
  // What is wrong with one part stands beside that part.
  const faults = useContext(ActDialogFaults).filter(({ pointer }) => pointer.endsWith('/value'))
  const notation = useNotation(definition.name, definition.notation !== undefined)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {notation && definition.notation && (
        <NotationField definition={definition} notation={notation} value={value} onChange={onChange} />
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {Object.entries(definition.fields ?? {}).map(([name, { title }]) => (
          <ValueField
            key={name}
            shape={partOf(definition, name)}
            title={title}
            value={parts[name]}
            place={`/value/${name}`}
            onChange={part => onChange({ ...parts, [name]: part })}
          />
        ))}
      </Box>
      {faults.map(({ message }) => <FormHelperText error key={message}>{message}</FormHelperText>)}
    </Box>
  )
}

interface NotationFieldProps extends PartsFieldProps {
  readonly notation: Notation
}

/** `28/28/0`: read while it is typed; what cannot be read stays as it is, and says so. */
const NotationField = ({ definition, notation, value, onChange }: NotationFieldProps) => {
  const translate = useTranslate()
  const [typed, setTyped] = useState<string | null>(null)
  const read = readTyped(definition, value)
  const printed = read.wrong === undefined ? notation.print(read.value) : ''
  const wrong = typed !== null && notation.parse(typed) === undefined
  const parts = definition.notation?.parts ?? ''
  return (
    <TextField
      label={translate('parameters.inOneField')}
      value={typed ?? printed}
      error={wrong}
      helperText={wrong ? translate('console.value.wrong.notation', { parts }) : parts}
      onChange={event => {
        setTyped(event.target.value)
        const found = notation.parse(event.target.value)
        if (found !== undefined) onChange(typedOf(definition, found))
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 60, spellCheck: false } }}
    />
  )
}
