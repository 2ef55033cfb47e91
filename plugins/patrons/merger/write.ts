import type { Context } from '#core/context.ts'

/** What a standing says, by its column and kind. */
const columns = [
  ['branch_id', 'branchId', 'uuid'], ['type', 'type', 'text'], ['status', 'status', 'smallint'], ['enrolled_on', 'enrolledOn', 'date'],
  ['from_on', 'fromOn', 'date'], ['until_on', 'untilOn', 'date'], ['fee_cents', 'feeCents', 'integer'], ['copied_from', 'copiedFrom', 'uuid'],
  ['ends_on', 'endsOn', 'date'], ['end_reason', 'endReason', 'text'], ['online_since', 'onlineSince', 'timestamptz'],
  ['confirmed_at', 'confirmedAt', 'timestamptz'], ['discreet', 'discreet', 'boolean'],
] as const

/** As PostgreSQL reads it from JSON. */
export const standingShape = columns.map(([, name, kind]) => `"${name}" ${kind}`).join(', ')
/** As it is laid over a membership. */
export const standingColumns = columns.map(([column, name]) => `${column} = r."${name}"`).join(', ')

/** The tables whose rows hang on a membership, of every part of the system. */
export const tablesHanging = ({ installation }: Context): { table: string; column: string }[] =>
  installation.registry.plugins.flatMap(({ personalData }) => personalData?.rows ?? [])
    .flatMap(({ table, membership }) => membership ? [{ table, column: membership }] : [])
