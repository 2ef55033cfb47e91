import { Box, Chip, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { UnitId } from '#core/contract.ts'
import type { ParameterRow } from '#plugins/parameters/contract/answer.ts'

/** Where a value comes from: a word for it, and the levels that say something with the one that wins marked. */
export const Origin = ({
  row: { from, path, own },
  unit,
}: {
  readonly row: ParameterRow
  readonly unit: UnitId
}) => {
  const translate = useTranslate()
  const said = path.filter(({ valueText }) => valueText !== undefined)
  const word =
    own && from?.unit === unit
      ? translate('parameters.own')
      : from
        ? translate('parameters.inherited', { unit: from.unitName })
        : translate('parameters.default')
  return (
    <Box sx={{ my: 0.5 }}>
      <Chip
        size="small"
        variant={own ? 'filled' : 'outlined'}
        label={word}
        sx={{ height: 'auto', minHeight: 24, '& .MuiChip-label': { whiteSpace: 'normal' } }}
      />
      {said.length > 1 && (
        <Box
          component="ol"
          aria-label={translate('parameters.levels')}
          sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.5, display: 'flex', flexWrap: 'wrap', columnGap: 1 }}
        >
          {said.map(({ unit: level, unitName, valueText }, at) => (
            <Typography
              component="li"
              key={level}
              variant="body2"
              sx={{ fontWeight: level === from?.unit ? 650 : 400 }}
              color={level === from?.unit ? 'textPrimary' : 'textSecondary'}
              aria-current={level === from?.unit ? 'true' : undefined}
            >
              {at > 0 && <span aria-hidden>› </span>}
              {unitName}: {valueText}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  )
}
