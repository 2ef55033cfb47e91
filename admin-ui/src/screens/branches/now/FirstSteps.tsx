import CheckCircle from '@mui/icons-material/CheckCircle'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import { Box, Button, Card, LinearProgress, Link as Anchor, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { useFirstSteps } from '#console/first-step.ts'
import { useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'

/** What somebody new in this role does first; it ticks itself off as the things get done. */
export const FirstSteps = () => {
  const translate = useTranslate()
  const { staff } = useMe()
  const link = useUnitLink()
  const kept = `filiaal.first-steps.${staff.id}`
  const [away, setAway] = useState(() => localStorage.getItem(kept) === 'away')
  const steps = useFirstSteps()
  const done = steps.filter(step => step.done).length
  if (away || steps.length === 0 || done === steps.length) return null
  const put = () => {
    localStorage.setItem(kept, 'away')
    setAway(true)
  }
  return (
    <Card component="section" aria-labelledby="first-steps" sx={{ p: 2.5 }}>
      <Stack direction="row" useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 2, mb: 1 }}>
        <Typography id="first-steps" variant="h2" sx={{ fontSize: '1.15rem', flex: '1 1 8rem' }}>
          {translate('branches.steps.title')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('branches.steps.done', { done, all: steps.length })}
        </Typography>
        <Button size="small" onClick={put}>
          {translate('branches.steps.away')}
        </Button>
      </Stack>
      <LinearProgress
        variant="determinate"
        value={(100 * done) / steps.length}
        aria-label={translate('branches.steps.title')}
        sx={{ borderRadius: 2, mb: 1.5 }}
      />
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
        }}
      >
        {steps.map(({ step, title, done: ticked, link: to }) => (
          <Box
            component="li"
            key={step}
            sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 28 }}
          >
            {ticked ? (
              <CheckCircle color="success" titleAccess={translate('branches.steps.ticked')} />
            ) : (
              <RadioButtonUnchecked color="disabled" titleAccess={translate('branches.steps.open')} />
            )}
            {ticked ? (
              <Typography color="textSecondary">{title}</Typography>
            ) : (
              <Anchor component={Link} to={link(to)}>
                {title}
              </Anchor>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  )
}
