import type { Knex } from 'knex'

/** What a preview counts stands in the index: the rows themselves, wide with what their days rest on, are not read. */
export async function up(knex: Knex) {
  await knex.raw(`
    create index loan_open_alike on loan (branch_id, due_on) include (raw_due_on, lent_on, membership, material, moved, frozen)
      where ended_at is null;
    drop index loan_open_branch`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    create index loan_open_branch on loan (branch_id, due_on) where ended_at is null;
    drop index loan_open_alike`)
}
