import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Double } from '#plugins/patrons/contract/enrolment.ts'
import type { Wish } from './wish.ts'
import { plainDay } from '../plain-day.ts'

interface DoublesFoundProps {
  readonly doubles: readonly Double[]
  readonly onChoose: (choice: Pick<Wish, 'onto' | 'different'>) => void
}

/** Somebody with this name and day of birth is known: the desk compares, and says whether they are the same. */
export const DoublesFound = ({ doubles, onChoose }: DoublesFoundProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Alert severity="warning" role="alert">
      <Typography sx={{ fontWeight: 600 }}>{translate('patrons.double.title')}</Typography>
      <Typography variant="body2">{translate('patrons.double.compare')}</Typography>
      <Stack component="ul" spacing={1} sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {doubles.map(double => (
          <Box component="li" key={double.id} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography sx={{ flex: '1 1 14rem' }}>
              {[double.name, double.bornOn && plainDay(language, double.bornOn)].filter(Boolean).join(', ')}
              {': '}
              {double.libraries.length > 0
                ? translate('patrons.double.memberAt', { names: double.libraries.map(({ name }) => name).join(', ') })
                : translate('patrons.double.noMember')}
            </Typography>
            <Button size="small" variant="outlined" color="inherit" onClick={() => onChoose({ onto: double, different: false })}
              aria-label={translate('patrons.double.sameOne', { name: double.name })}>
              {translate('patrons.double.same')}
            </Button>
          </Box>
        ))}
      </Stack>
      <Button size="small" color="inherit" sx={{ mt: 1 }} onClick={() => onChoose({ onto: null, different: true })}>
        {translate('patrons.double.another')}
      </Button>
    </Alert>
  )
}
