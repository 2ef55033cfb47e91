import type { Knex } from 'knex'

/** Why a plan stopped is said by the system, so each reads it in their own language; a decision is somebody's own words. */
export async function up(knex: Knex) {
  await knex.raw('alter table change_set add column stopped jsonb')
}

export async function down(knex: Knex) {
  await knex.raw('alter table change_set drop column stopped')
}
