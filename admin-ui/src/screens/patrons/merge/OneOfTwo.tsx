import { Alert, Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Section } from '#console/Section.tsx'
import type { MergePlan } from '#plugins/patrons/contract/merge.ts'
import { plainDay } from '../plain-day.ts'
import { useSaid } from '../said.ts'

/** One of two who may be the same: enough to tell, what they are to which library, and what is open with them. */
export const OneOfTwo = ({ side: { patron, memberships, cards, notes, open }, title }: { readonly side: MergePlan['keep']; readonly title: string }) => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  return (
    <Section title={title}>
      <Typography sx={{ fontWeight: 600 }}>{patron.name}</Typography>
      <Typography>
        {[translate('patrons.merge.number', { number: patron.number }), patron.bornOn && plainDay(language, patron.bornOn)].filter(Boolean).join(', ')}
      </Typography>
      <Typography>{patron.address}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {memberships.map(({ library, branch, typeName, sentence }) => (
          <li key={library}>
            {library}: {typeName}, {branch}, {sentence}
          </li>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {[cards.length ? translate('patrons.merge.cards', { cards: cards.join(', ') }) : translate('patrons.merge.noCards'),
          notes > 0 && translate('patrons.merge.notes', { smart_count: notes })].filter(Boolean).join(' · ')}
      </Typography>
      {open.length > 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {open.map(said).join(', ')}
        </Alert>
      )}
    </Section>
  )
}
