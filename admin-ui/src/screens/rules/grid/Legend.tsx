import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { SeasonSign } from './Cell.tsx'
import { gridLook } from './look.ts'

const kinds = ['own', 'above', 'differs', 'season', 'planned', 'locked', 'waiting', 'wrong'] as const

/** What the signs of a cell mean, each shown as it looks. */
export const Legend = ({ sample }: { readonly sample: string }) => {
  const translate = useTranslate()
  return (
    <Box
      component="ul"
      aria-label={translate('rules.legend.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 1, listStyle: 'none', p: 0, m: 0, typography: 'body2' }}
    >
      {kinds.map(kind => (
        <Box component="li" key={kind} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box component="table" aria-hidden role="presentation" sx={theme => ({ ...gridLook(theme), '& td': { ...gridLook(theme)['& td'], height: 26, cursor: 'default', border: 1, borderColor: 'divider' } })}>
            <tbody>
              <tr>
                <td className={kind === 'wrong' ? 'waiting wrong' : kind}>
                  <span className="text" style={{ marginRight: 10 }}>{sample}</span>
                  <span className="signs">
                    {kind === 'differs' && <i>≠</i>}
                    {kind === 'season' && <SeasonSign />}
                    {kind === 'planned' && <i>›</i>}
                    {kind === 'wrong' && <b>!</b>}
                  </span>
                </td>
              </tr>
            </tbody>
          </Box>
          {translate(`rules.legend.${kind}`)}
        </Box>
      ))}
    </Box>
  )
}
