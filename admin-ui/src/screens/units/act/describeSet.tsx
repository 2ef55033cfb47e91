import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import { useUnits } from '#console/unit.ts'
import type { UnitSet } from '#plugins/units/contract.ts'

/** What one version of a set says: its name and who belongs to it. */
export const describeSet = ({ body }: Version) => <Described set={body as UnitSet | null} />

const Described = ({ set }: { readonly set: UnitSet | null }) => {
  const translate = useTranslate()
  const units = useUnits()
  if (set === null) return <Typography>{translate('units.describe.nothing')}</Typography>
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{set.name}</Typography>
      <Typography variant="body2">
        {set.members.map(id => units?.byId.get(id)?.name ?? id).join(', ')}
      </Typography>
    </>
  )
}
