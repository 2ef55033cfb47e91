import type { Knex } from 'knex'

/** Whoever is forgotten goes out of what was announced of them: found by it, however much others were announced. */
export async function up(knex: Knex) {
  await knex.raw(`create index event_person on event ((detail ->> 'person')) where detail ->> 'person' is not null`)
}

export async function down(knex: Knex) {
  await knex.raw('drop index event_person')
}
