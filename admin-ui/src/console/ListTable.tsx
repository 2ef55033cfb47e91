import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, type Theme } from '@mui/material'
import type { ReactNode } from 'react'

interface ListTableProps {
  /** What is listed, for whoever does not see it. */
  readonly name: string
  /** The heads of the columns, in order. */
  readonly columns: readonly string[]
  /** The head of a last column with what can be done with each row. */
  readonly acts?: string
  readonly dense?: boolean
  /** The first column stays in sight while one looks through many. */
  readonly held?: boolean
  /** The rows. */
  readonly children: ReactNode
}

/** A list with columns; on a narrow screen each row is a card, with the head of its column above each value. */
export const ListTable = ({ name, columns, acts, dense = false, held = false, children }: ListTableProps) => (
  <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={name}>
    <Table aria-label={name} size={dense ? 'small' : 'medium'} sx={cards(columns, held)}>
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <TableCell key={column}>{column}</TableCell>
          ))}
          {acts !== undefined && <TableCell align="right">{acts}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  </TableContainer>
)

/** Each value's head comes from the columns; the first needs none, and what can be done says so itself. */
const cards = (columns: readonly string[], held: boolean) => (theme: Theme) => {
  const head = { display: 'block', color: theme.palette.text.secondary, fontSize: theme.typography.caption.fontSize }
  const heads = columns.slice(1).map((column, n): [string, object] =>
    [`& > tbody > tr > :nth-child(${n + 2})::before`, { ...head, content: JSON.stringify(column) }])
  return {
    [theme.breakpoints.up('sm')]: {
      minWidth: 640,
      ...(held ? {
        '& > * > tr > :first-of-type': {
          position: 'sticky', left: 0, zIndex: 1, backgroundColor: theme.palette.background.paper,
          borderRight: `1px solid ${theme.palette.divider}`,
        },
      } : {}),
    },
    [theme.breakpoints.down('sm')]: {
      '&, & > tbody, & > tbody > tr, & > tbody > tr > *': { display: 'block' },
      '& > thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& > tbody > tr': { padding: theme.spacing(1.25, 0), borderBottom: `1px solid ${theme.palette.divider}` },
      '& > tbody > tr:last-of-type': { borderBottom: 0 },
      '& > tbody > tr > *': { border: 0, padding: theme.spacing(0.5, 2), textAlign: 'left', overflowWrap: 'anywhere' },
      '& > tbody > tr > :empty': { display: 'none' },
      ...Object.fromEntries(heads),
    },
  }
}
