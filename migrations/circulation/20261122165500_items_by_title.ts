import type { Knex } from 'knex'

/** A word that stands in most titles is read in the order of the list, instead of sorting all that bear it. */
export async function up(knex: Knex) {
  await knex.raw('create index item_title on item (title, id)')
}

export async function down(knex: Knex) {
  await knex.raw('drop index item_title')
}
