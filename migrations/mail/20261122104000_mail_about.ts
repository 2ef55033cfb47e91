import type { Knex } from 'knex'

/**
 * Mails are found by what they are about. A secret of a link that another plugin keeps says itself until when it is
 * worth something; without it that is looked up among the one-time links.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table mail add column secret_until timestamptz;
    create index mail_about on mail (about, at) where about is not null`)
}

export async function down(knex: Knex) {
  await knex.raw('drop index mail_about; alter table mail drop column secret_until')
}
