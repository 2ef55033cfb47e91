import { Autocomplete, Box, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { useCodes } from '#console/value/useCodes.ts'

interface CodesFieldsProps {
  readonly definition: Definition
  readonly unit: UnitId
  readonly where: Readonly<Record<string, string>>
  readonly onChange: (where: Readonly<Record<string, string>>) => void
}

/** For which type of membership and which type of material a value holds; left empty it holds for all. */
export const CodesFields = ({ definition: { dimensions }, unit, where, onChange }: CodesFieldsProps) => {
  const translate = useTranslate()
  const fault = useFaultAt()
  const codes = useCodes(unit)
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      {dimensions.map(({ name, title }) => {
        const options = codes.get(name) ?? []
        const code = where[name] === '*' ? '' : (where[name] ?? '')
        const chosen = options.find(one => one.code === code) ?? (code === '' ? null : { code, name: '' })
        return (
          <Autocomplete
            key={name}
            options={options}
            value={chosen}
            isOptionEqualToValue={(one, other) => one.code === other.code}
            getOptionLabel={one => `${one.code} ${one.name}`.trim()}
            onChange={(_, next) => onChange({ ...where, [name]: next?.code ?? '' })}
            noOptionsText={translate('console.value.noCodes')}
            renderInput={params => (
              <TextField
                {...params}
                label={title.charAt(0).toUpperCase() + title.slice(1)}
                error={fault(`/where/${name}`) !== undefined}
                helperText={fault(`/where/${name}`) ?? (code === '' ? translate('parameters.anyCodeHint') : undefined)}
              />
            )}
          />
        )
      })}
    </Box>
  )
}
