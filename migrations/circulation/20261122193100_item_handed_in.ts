import type { Knex } from 'knex'

/** When an item was last handed in, on loan or not: what a desk without a server lent before that came back then. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table item add column handed_in_at timestamptz;
    grant update (handed_in_at) on item to filiaal_app`)
}

export async function down(knex: Knex) {
  await knex.raw('alter table item drop column handed_in_at')
}
