import { Box, Button, Checkbox, Chip, FormControlLabel, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { SearchField } from '#console/SearchField.tsx'
import { plain } from '#console/plain.ts'
import type { PermissionRow } from '../answers.ts'
import { capital } from './capital.ts'

interface PermissionChoiceProps {
  readonly declared: readonly PermissionRow[]
  readonly chosen: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** Every right there is, in sentences under the part of Filiaal it belongs to, to be ticked one by one. */
export const PermissionChoice = ({ declared, chosen, onChange }: PermissionChoiceProps) => {
  const translate = useTranslate()
  const [asked, setAsked] = useState('')
  const words = plain(asked).split(/\s+/).filter(word => word !== '')
  const found = declared.filter(({ allows, pluginName }) =>
    words.every(word => plain(`${allows} ${pluginName}`).includes(word)))
  return (
    <Stack spacing={2}>
      <Stack direction="row" useFlexGap sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <SearchField label={translate('permissions.roles.find')} value={asked} onChange={setAsked} />
        <Typography role="status" variant="body2" color="textSecondary">
          {translate('permissions.roles.chosen', { smart_count: chosen.length })}
        </Typography>
      </Stack>
      {[...Map.groupBy(found, ({ pluginName }) => pluginName)].map(([area, rights]) => (
        <Area key={area} name={area} rights={rights} chosen={chosen} onChange={onChange} />
      ))}
      {found.length === 0 && <Typography color="textSecondary">{translate('permissions.roles.noneFound')}</Typography>}
    </Stack>
  )
}

interface AreaProps extends Omit<PermissionChoiceProps, 'declared'> {
  readonly name: string
  readonly rights: readonly PermissionRow[]
}

const Area = ({ name, rights, chosen, onChange }: AreaProps) => {
  const translate = useTranslate()
  const heading = useId()
  const names = rights.map(right => right.name)
  const all = names.every(right => chosen.includes(right))
  const others = chosen.filter(right => !names.includes(right))
  return (
    <Box role="group" aria-labelledby={heading}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={heading} variant="overline" component="h3" sx={{ flex: 1 }}>
          {name}
        </Typography>
        <Button
          size="small"
          onClick={() => onChange(all ? others : [...others, ...names])}
          aria-label={`${translate(all ? 'permissions.roles.noneOf' : 'permissions.roles.allOf')}: ${name}`}
        >
          {translate(all ? 'permissions.roles.noneOf' : 'permissions.roles.allOf')}
        </Button>
      </Stack>
      {rights.map(({ name: right, allows, touches }) => (
        <FormControlLabel
          key={right}
          sx={{ display: 'flex', alignItems: 'flex-start', mr: 0 }}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(right)}
              onChange={event => onChange(event.target.checked ? [...chosen, right] : chosen.filter(one => one !== right))}
            />
          }
          label={
            <Box sx={{ pt: 0.75 }}>
              {capital(allows)}
              {touches && (
                <Chip size="small" variant="outlined" sx={{ ml: 1 }} label={translate(`permissions.roles.touches.${touches}`)} />
              )}
            </Box>
          }
        />
      ))}
    </Box>
  )
}
