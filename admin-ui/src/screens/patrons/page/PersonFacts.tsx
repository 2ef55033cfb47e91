import { Box, Button, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { languageNames } from '#console/language.ts'
import { Section } from '#console/Section.tsx'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import { addressLine } from '../address.ts'
import { NationalFact } from '../privacy/NationalFact.tsx'
import { EditDialog } from './EditDialog.tsx'
import { plainDay } from '../plain-day.ts'

/** Who somebody is, where they live and how they are reached. */
export const PersonFacts = ({ patron }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const language = useLocale()
  const [editing, setEditing] = useState(false)
  const { number, bornOn, age, deceasedOn, addresses, phones, email, tag, externalNumbers, contacts } = patron
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['number', number],
    ['born', bornOn && `${plainDay(language, bornOn)} (${translate('patrons.age', { age: age ?? 0 })})`],
    ['deceased', deceasedOn && plainDay(language, deceasedOn)],
    ['address', addresses.map(addressLine).join(' · ')],
    ['phone', phones.join(', ')],
    ['email', email],
    ['language', languageNames[patron.language]],
    ['tag', tag],
    ['external', externalNumbers.join(', ')],
    ['contacts', contacts.map(({ name, role }) => `${name} (${translate(`patrons.contact.${role}`)})`).join(', ')],
    ['national', patron.nationalMasked && <NationalFact key="national" patron={patron} />],
    ['history', translate(patron.keepsHistory ? 'patrons.history.kept' : 'patrons.history.erased')],
  ]
  return (
    <Section
      title={translate('patrons.page.who')}
      actions={
        patron.mayChange && (
          <Button size="small" variant="outlined" onClick={() => setEditing(true)}>
            {translate('patrons.edit.ask')}
          </Button>
        )
      }
    >
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))' }}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Box key={name}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {translate(`patrons.fact.${name}`)}
              </Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ))}
      </Box>
      {editing && <EditDialog patron={patron} onClose={() => setEditing(false)} />}
    </Section>
  )
}
