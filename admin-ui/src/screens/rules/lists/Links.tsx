import Add from '@mui/icons-material/Add'
import { Box, Button, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Language } from '#core/contract.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Section } from '#console/Section.tsx'
import type { UnitRow } from '#console/unit.ts'
import type { Lists } from '#plugins/rules/contract/answer.ts'
import { LinkDialog } from './LinkDialog.tsx'

interface LinksProps {
  readonly unit: UnitRow
  readonly lists: Lists
  readonly may: boolean
}

/** Which types of membership stand for one another in the libraries of a group. */
export const Links = ({ unit, lists, may }: LinksProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const [edited, setEdited] = useState<{ readonly code: string | null } | null>(null)
  const links = lists.links.filter(link => link.unit === unit.id)
  return (
    <Section
      title={translate('rules.types.links')}
      intro={translate('rules.types.linksIntro')}
      actions={may && (
        <Button variant="outlined" startIcon={<Add />} onClick={() => setEdited({ code: null })}>{translate('rules.types.addLink')}</Button>
      )}
    >
      {links.length === 0 && <Nothing>{translate('rules.types.noLinks')}</Nothing>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {links.map(({ code, types }) => (
          <Box component="li" key={code} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}>
            <Typography sx={{ fontWeight: 650, flex: '0 0 5rem' }}>{code}</Typography>
            <Typography sx={{ flex: '1 1 16rem' }}>
              {types.map(type => `${type.unitName}: ${type.code} ${type.name[language]}`).join(' · ')}
            </Typography>
            {may && (
              <Button size="small" aria-label={translate('rules.types.editLink', { code })} onClick={() => setEdited({ code })}>
                {translate('ra.action.edit')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {edited && <LinkDialog code={edited.code} unit={unit} lists={lists} onClose={() => setEdited(null)} />}
    </Section>
  )
}
