import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import { useUnits } from '#console/unit.ts'
import type { Unit } from '#core/contract/unit.ts'

type Said = Partial<Unit> & { readonly parent?: string; readonly successor?: string }

/** What one version says of a unit: its name and address, or where it hangs. */
export const describeUnit = ({ body }: Version) => <Described said={body as Said | null} />

const Described = ({ said }: { readonly said: Said | null }) => {
  const translate = useTranslate()
  const units = useUnits()
  if (said === null) return <Typography>{translate('units.describe.nothing')}</Typography>
  const other = said.parent ?? said.successor
  const name = other === undefined ? undefined : (units?.byId.get(other)?.name ?? other)
  if (name !== undefined)
    return (
      <Typography>
        {translate(said.parent ? 'units.timeline.under' : 'units.describe.into', { name })}
      </Typography>
    )
  const { address } = said
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>
        {said.name} ({said.code})
      </Typography>
      {address && (
        <Typography variant="body2">
          {[address.street, address.postalCode, address.city].filter(Boolean).join(', ')}
        </Typography>
      )}
    </>
  )
}
