import { Stack, Tab, Tabs } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useMe } from '#console/session.ts'
import { mayAt, useUnit } from '#console/unit.ts'
import { branchesPermissions } from '#plugins/branches/contract/permission.ts'
import { ExportPanel } from './ExportPanel.tsx'
import { ImportPanel } from './ImportPanel.tsx'

const tabs = ['import', 'export'] as const

/** Hours and closings from a file, to a file, and to the website. */
const ExchangePage = () => {
  const translate = useTranslate()
  const me = useMe()
  const { unit, units } = useUnit()
  const { asked, ask } = useAsked()
  if (!unit || !units) return <Waiting />
  const may = mayAt(me, units, branchesPermissions.import, unit.id)
  const tab = may && asked('tab') !== 'export' ? 'import' : 'export'
  return (
    <Page
      title={translate('branches.exchange.title', { unit: unit.name })}
      intro={translate('branches.exchange.intro')}
      help="import"
    >
      {may && (
        <Tabs
          value={tab}
          onChange={(_, next: string) => ask({ tab: next === 'import' ? null : next })}
          aria-label={translate('branches.exchange.tabs')}
        >
          {tabs.map(name => (
            <Tab
              key={name}
              value={name}
              id={`exchange-${name}`}
              label={translate(`branches.exchange.tab.${name}`)}
              aria-controls={name === tab ? 'exchange' : undefined}
            />
          ))}
        </Tabs>
      )}
      <Stack
        {...(may ? { role: 'tabpanel', id: 'exchange', 'aria-labelledby': `exchange-${tab}` } : {})}
        spacing={3}
      >
        {tab === 'import' ? <ImportPanel key={unit.id} unit={unit} /> : <ExportPanel unit={unit} />}
      </Stack>
    </Page>
  )
}

export default ExchangePage
