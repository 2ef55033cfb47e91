import type { Knex } from 'knex'

/** A put back that a second person must agree to waits as a request, in the mode it was asked for. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table change_set add column put_back_mode text check (put_back_mode in ('from-today', 'as-if-never'))`)
}

export async function down(knex: Knex) {
  await knex.raw('alter table change_set drop column put_back_mode')
}
