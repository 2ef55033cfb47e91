import { Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Language } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change, type Version } from '#console/change/change.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { pathOf, useUnits, type UnitRow } from '#console/unit.ts'
import { setMembershipLink } from '#plugins/parameters/contract/change.ts'
import type { MembershipLink } from '#plugins/parameters/contract/list.ts'
import type { Lists } from '#plugins/rules/contract/answer.ts'

interface LinkDialogProps {
  /** Null: a new link. */
  readonly code: string | null
  readonly unit: UnitRow
  readonly lists: Lists
  readonly onClose: () => void
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/

/** By library of the group the type that stands there for the same borrowers. */
export const LinkDialog = ({ code, unit, lists, onClose }: LinkDialogProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const units = useUnits()
  const link = lists.links.find(one => one.unit === unit.id && one.code === code)
  const first = useMemo(() => Object.fromEntries(link?.types.map(type => [type.unit, type.code]) ?? []), [link])
  const [name, setName] = useState(code ?? '')
  const [from, setFrom] = useState<string>(todayHere())
  const [types, setTypes] = useState<MembershipLink['types']>(first)
  const [gone, setGone] = useState(false)
  const libraries = (units?.all ?? []).filter(({ id, type }) =>
    type === 'library' && units !== undefined && pathOf(units, id).some(above => above.id === unit.id))
  const items = useMemo(() => {
    const said = Object.fromEntries(Object.entries(types).filter(([, type]) => type !== ''))
    const same = !gone && JSON.stringify(said) === JSON.stringify(first)
    if (!CODE.test(name) || !isDay(from) || same || (!gone && Object.keys(said).length < 2)) return null
    return [change(setMembershipLink, { unit: unit.id, code: name, from, to: null, body: gone ? null : { types: said } }, lists.version)]
  }, [types, first, gone, name, from, unit.id, lists.version])
  return (
    <ActDialog
      title={translate(code === null ? 'rules.types.addLink' : 'rules.types.editLink', { code })}
      act={translate('console.change.save')}
      items={items}
      describe={describeLink}
      onClose={onClose}
    >
      {code === null && (
        <FaultAt place="/code">
          {fault => (
            <TextField label={translate('rules.types.code')} value={name} required error={fault !== undefined}
              helperText={fault ?? translate('rules.types.codeHint')} onChange={event => setName(event.target.value.trim())}
              slotProps={{ htmlInput: { maxLength: 12, autoComplete: 'off' } }} />
          )}
        </FaultAt>
      )}
      {!gone && (
        <Box role="group" aria-label={translate('rules.types.links')} sx={{ display: 'grid', gap: 1.5 }}>
          {libraries.map(library => (
            <FaultAt key={library.id} place={`/body/types/${library.id}`}>
              {fault => (
                <TextField select label={library.name} value={types[library.id] ?? ''} error={fault !== undefined} helperText={fault}
                  onChange={event => setTypes({ ...types, [library.id]: event.target.value })}>
                  <MenuItem value="">{translate('rules.types.linkNone')}</MenuItem>
                  {lists.memberships.map(({ code: type, body }) => (
                    <MenuItem key={type} value={type}>{type} {body.name[language]}</MenuItem>
                  ))}
                </TextField>
              )}
            </FaultAt>
          ))}
          <Typography variant="body2" color="textSecondary">{translate('rules.types.linkTwo')}</Typography>
        </Box>
      )}
      <DayField label={translate('rules.types.from')} value={from} onChange={setFrom} place="/from" required />
      {code !== null && (
        <div>
          <Button color={gone ? 'primary' : 'error'} onClick={() => setGone(!gone)}>
            {translate(gone ? 'rules.types.keep' : 'rules.types.endLink')}
          </Button>
        </div>
      )}
    </ActDialog>
  )
}

const describeLink = ({ key, body }: Version) => (
  <Typography>{key}: {body === null ? '–' : Object.values((body as MembershipLink).types).join(', ')}</Typography>
)
