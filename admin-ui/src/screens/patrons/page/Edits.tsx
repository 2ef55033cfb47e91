import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import type { PatronEdit } from '#plugins/patrons/contract/page.ts'

/** Who changed which details, from what to what. */
export const Edits = ({ edits }: { readonly edits: readonly PatronEdit[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (edits.length === 0) return null
  const told = (value: string | null) =>
    value === null ? translate('patrons.edited.nothing') : value === 'true' || value === 'false' ? translate(`patrons.edited.${value}`) : value
  return (
    <Section title={translate('patrons.page.edits')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {edits.map(({ at, by, fields }) => (
          <li key={at}>
            <Typography component="span" variant="body2" color="textSecondary">
              {[formatMoment(language, at), by].filter(Boolean).join(', ')}
            </Typography>
            {fields.map(({ name, before, after }) => (
              <Typography key={name} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {translate(`patrons.edited.${name}`)}: {told(before)} → {told(after)}
              </Typography>
            ))}
          </li>
        ))}
      </Box>
    </Section>
  )
}
