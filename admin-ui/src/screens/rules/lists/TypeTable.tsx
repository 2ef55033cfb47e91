import { Button, Chip, Stack, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import { ListTable } from '#console/ListTable.tsx'
import { Nothing } from '#console/Nothing.tsx'
import type { Lists } from '#plugins/rules/contract/answer.ts'
import { listedIn, type ListName } from './type.ts'

interface TypeTableProps {
  readonly list: ListName
  readonly lists: Lists
  /** Absent for whoever only looks. */
  readonly onEdit: ((code: string) => void) | undefined
}

/** One list of types: what each is called, for whom it is, whether it is used, and whose word that is. */
export const TypeTable = ({ list, lists, onEdit }: TypeTableProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const rows = listedIn(lists, list)
  if (rows.length === 0) return <Nothing>{translate('rules.types.none')}</Nothing>
  const members = list === 'memberships'
  const heads = ['code', 'name', ...(members ? ['kind', 'statistics'] : []), 'state'].map(head => translate(`rules.types.${head}`))
  return (
    <ListTable dense name={translate('rules.types.menu')} columns={heads} {...(onEdit ? { acts: translate('rules.types.acts') } : {})}>
      {rows.map(({ code, body, own, used, above }) => (
        <TableRow key={code} hover>
          <TableCell component="th" scope="row" sx={{ fontWeight: 650 }}>{code}</TableCell>
          <TableCell>{body.name[language]}</TableCell>
          {members && <TableCell>{translate(`rules.types.${body.kind === 'none' ? 'no-kind' : body.kind}`)}</TableCell>}
          {members && <TableCell>{body.statistics}</TableCell>}
          <TableCell>
            <Stack direction="row" useFlexGap sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
              <Typography variant="body2">{translate(body.unused ? 'rules.types.unused' : 'rules.types.used')}</Typography>
              {used && <Chip size="small" variant="outlined" label={translate('rules.types.rulesLaid')} />}
              {own && above !== null && <Chip size="small" color="primary" label={translate('rules.types.own')} />}
            </Stack>
          </TableCell>
          {onEdit && (
            <TableCell align="right">
              <Button
                size="small"
                onClick={() => onEdit(code)}
                aria-label={translate('rules.types.edit', { code, name: body.name[language] })}
              >
                {translate('ra.action.edit')}
              </Button>
            </TableCell>
          )}
        </TableRow>
      ))}
    </ListTable>
  )
}
