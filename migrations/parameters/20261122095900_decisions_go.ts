import type { Knex } from 'knex'

/** The text of a decision that nothing names may go, by the job of the night and by nobody else. */
export async function up(knex: Knex) {
  await knex.raw('grant delete on decision_file to filiaal_job')
}

export async function down(knex: Knex) {
  await knex.raw('revoke delete on decision_file from filiaal_job')
}
