import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Section } from '#console/Section.tsx'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'

/** What the setting does, in an example; where it may be set, by whom, and its code. */
export const About = ({ definition }: { readonly definition: Definition }) => {
  const translate = useTranslate()
  const { consequence, example, defaultText, levels, setBy, needsBasis, shared, name } = definition
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['consequence', consequence],
    ['example', example],
    ['default', defaultText],
    ['levels', levels.map(level => translate(`console.unit.type.${level}`)).join(', ')],
    ['setBy', translate('parameters.about.setByWords', { permission: setBy })],
    ['basis', needsBasis === 'never' ? undefined : translate(`parameters.basis.${needsBasis}`)],
    ['shared', shared ? translate('parameters.about.sharedWords') : undefined],
  ]
  return (
    <Section title={translate('parameters.about.title')}>
      <Box component="dl" sx={{ m: 0 }}>
        {facts.map(([fact, words]) => words && (
          <Box key={fact} sx={{ mb: 1.5 }}>
            <Typography component="dt" variant="body2" color="textSecondary">{translate(`parameters.about.${fact}`)}</Typography>
            <Typography component="dd" sx={{ m: 0 }}>{words}</Typography>
          </Box>
        ))}
        <Typography component="dt" variant="body2" color="textSecondary">{translate('parameters.about.code')}</Typography>
        <Box component="dd" sx={{ m: 0 }}>
          <Box component="code" sx={{ fontSize: '0.9rem', overflowWrap: 'anywhere' }}>{name}</Box>
        </Box>
      </Box>
    </Section>
  )
}
