import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import { Box, IconButton, Link as Anchor, Stack, Tooltip, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { copyText } from '#console/copy.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Section } from '#console/Section.tsx'
import type { UnitRow } from '#console/unit.ts'

const placeOf = ({ type }: UnitRow) =>
  type === 'library' ? 'libraries' : type === 'group' || type === 'system' ? null : 'branches'

const addressesOf = (place: 'libraries' | 'branches', code: string) =>
  [
    { name: 'feed', path: `/public/${place}/${code}` },
    { name: 'website', path: `/public/website/${place}/${code}` },
    { name: 'calendar', path: `/public/${place}/${code}.ics` },
    { name: 'schema', path: `/public/${place}/${code}.jsonld` },
    { name: 'osm', path: `/public/${place}/${code}.osm` },
  ] as const

/** The addresses at which a website, a map or a diary reads the hours, without signing in. */
export const FeedAddresses = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const place = placeOf(unit)
  const copy = async (text: string) => {
    if (await copyText(text)) notify('console.copied', { type: 'success' })
  }
  const title = translate('branches.exchange.feedTitle')
  if (place === null || !unit.public) {
    return (
      <Section title={title}>
        <Nothing>
          {translate(place === null ? 'branches.exchange.chooseLibrary' : 'branches.exchange.notPublic')}
        </Nothing>
      </Section>
    )
  }
  return (
    <Section title={title} intro={translate('branches.exchange.feedIntro')}>
      <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {addressesOf(place, unit.code).map(({ name, path }) => {
          const whole = `${location.origin}${path}`
          return (
            <Stack
              component="li"
              key={name}
              direction="row"
              sx={{ gap: 2, py: 1, borderBottom: 1, borderColor: 'divider', alignItems: 'center' }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 600 }}>{translate(`branches.exchange.feed.${name}`)}</Typography>
                <Anchor
                  href={path}
                  target="_blank"
                  rel="noreferrer"
                  variant="body2"
                  sx={{ overflowWrap: 'anywhere' }}
                >
                  {whole}
                </Anchor>
              </Box>
              <Tooltip title={translate('branches.exchange.copy')}>
                <IconButton
                  onClick={() => void copy(whole)}
                  aria-label={`${translate('branches.exchange.copy')}: ${translate(`branches.exchange.feed.${name}`)}`}
                >
                  <ContentCopy fontSize="small" />
                </IconButton>
              </Tooltip>
            </Stack>
          )
        })}
      </Stack>
    </Section>
  )
}
