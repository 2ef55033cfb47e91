import Download from '@mui/icons-material/DownloadOutlined'
import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { address } from '#console/http.ts'
import { Section } from '#console/Section.tsx'
import type { UnitRow } from '#console/unit.ts'
import { exportFormats } from '#plugins/branches/contract/answers.ts'
import { FeedAddresses } from './FeedAddresses.tsx'

/** Files to take along, and the addresses that websites read. */
export const ExportPanel = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const nameOf = (format: string) => translate(`branches.exchange.formats.${format}`)
  return (
    <>
      <Section
        title={translate('branches.exchange.exportTitle')}
        intro={translate('branches.exchange.exportIntro', { unit: unit.name })}
      >
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            p: 0,
            m: 0,
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
          }}
        >
          {exportFormats.map(format => (
            <Stack
              component="li"
              key={format}
              spacing={1}
              sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}
            >
              <Typography variant="h3">{nameOf(format)}</Typography>
              <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                {translate(`branches.exchange.about.${format}`)}
              </Typography>
              <div>
                <Button
                  component="a"
                  href={address('/export', { unit: unit.id, format })}
                  download
                  variant="outlined"
                  startIcon={<Download />}
                  aria-label={`${translate('branches.exchange.download')}: ${nameOf(format)}`}
                >
                  {translate('branches.exchange.download')}
                </Button>
              </div>
            </Stack>
          ))}
        </Box>
      </Section>
      <FeedAddresses unit={unit} />
    </>
  )
}
