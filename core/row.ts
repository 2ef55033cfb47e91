import { Model, snakeCaseMappers } from 'objection'

/** One row of a table. Its fields come from a merged interface, never from class fields. */
export abstract class Row extends Model {
  static override useLimitInFirst = true
  static override columnNameMappers = snakeCaseMappers()
}
