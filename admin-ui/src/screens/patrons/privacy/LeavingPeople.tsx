import { Box, Link as Anchor, TableCell, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { useReading } from '#console/reading.ts'
import { formatDay } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { LeavingPerson } from '#plugins/patrons/contract/privacy/answer.ts'
import { useSaid } from '../said.ts'

interface LeavingPeopleProps {
  readonly library: string
  readonly by: string
  /** Those who asked for it; else those who left long ago. */
  readonly asked: boolean
}

/** Who goes on which day, and who stays because of what. */
export const LeavingPeople = ({ library, by, asked }: LeavingPeopleProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const said = useSaid()
  const link = useUnitLink()
  const reading = useReading<{ data: readonly LeavingPerson[]; more: boolean }>('/forgetting/patrons', { library, by })
  return (
    <Answered reading={reading}>
      {({ data, more }) => (
        <Box sx={{ mt: 2 }}>
          <ListTable dense name={translate('patrons.forgetting.who')} columns={['patron', 'on', 'because'].map(column => translate(`patrons.forgetting.${column}`))}>
            {data.filter(one => one.asked === asked).map(({ id, name, number, on, stays }) => (
              <TableRow key={id}>
                <TableCell component="th" scope="row">
                  <Anchor component={Link} to={link(`/patrons/${id}`)}>{name}</Anchor> ({number})
                </TableCell>
                <TableCell>{stays.length ? translate('patrons.forgetting.notYet') : formatDay(language, on)}</TableCell>
                <TableCell>{stays.map(said).join(', ')}</TableCell>
              </TableRow>
            ))}
          </ListTable>
          {more && <Typography variant="body2">{translate('patrons.forgetting.more')}</Typography>}
        </Box>
      )}
    </Answered>
  )
}
