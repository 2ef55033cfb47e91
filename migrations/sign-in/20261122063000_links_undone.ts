import type { Knex } from 'knex'

/** Whoever linked their account to a provider undoes it. */
export async function up(knex: Knex) {
  await knex.raw('grant delete on federated_identity to filiaal_app')
}

export async function down(knex: Knex) {
  await knex.raw('revoke delete on federated_identity from filiaal_app')
}
