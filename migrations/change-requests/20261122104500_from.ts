import type { Knex } from 'knex'

/** From when it is asked, where the form does not say so itself: a draft keeps it, and who reads the request sees it. */
export async function up(knex: Knex) {
  await knex.raw('alter table request add column from_on date')
}

export async function down(knex: Knex) {
  await knex.raw('alter table request drop column from_on')
}
