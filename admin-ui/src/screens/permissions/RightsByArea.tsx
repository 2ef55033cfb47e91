import { Box, Card, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { capital } from './roles/capital.ts'

export interface Area {
  readonly name: string
  readonly rights: readonly { readonly name: string; readonly allows: string; readonly limit?: string | null }[]
}

/** Rights under the part of Filiaal they belong to. */
export const areasOf = (rights: readonly { readonly name: string; readonly allows: string; readonly pluginName: string }[]) =>
  [...Map.groupBy(rights, ({ pluginName }) => pluginName)].map(([name, own]): Area => ({ name, rights: own }))

interface RightsByAreaProps {
  readonly title: string
  readonly areas: readonly Area[]
  /** Over the whole width, in columns. */
  readonly wide?: boolean
}

/** One side of a comparison: its rights in sentences, part by part. */
export const RightsByArea = ({ title, areas, wide = false }: RightsByAreaProps) => {
  const translate = useTranslate()
  const count = areas.flatMap(({ rights }) => rights).length
  return (
    <Card component="section" sx={{ p: 2.5, ...(wide && { gridColumn: { md: '1 / -1' } }) }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {title}
        {count > 0 && (
          <Typography component="span" color="textSecondary" sx={{ ml: 1 }}>
            {count}
          </Typography>
        )}
      </Typography>
      {count === 0 && <Typography color="textSecondary">{translate('permissions.roles.compare.nothing')}</Typography>}
      <Box sx={{ columns: wide ? { md: 2 } : 1, columnGap: 4 }}>
        {areas.map(({ name, rights }) => (
          <Box key={name} sx={{ mb: 1.5, breakInside: 'avoid' }}>
            <Typography variant="overline" component="h3" color="textSecondary">
              {name}
            </Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {rights.map(({ name: right, allows, limit }) => (
                <Typography component="li" key={right}>
                  {capital(allows)}
                  {limit && ` (${limit})`}
                </Typography>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
