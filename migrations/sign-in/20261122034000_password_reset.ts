import type { Knex } from 'knex'

/**
 * Who asked for a new password, whether we know them or not: the asking costs the same, and what
 * follows happens afterwards. The rows count the tries, and go after a day.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table password_reset (
      id uuid primary key,
      email text not null check (length(email) <= 254),
      network text not null check (length(network) <= 64),
      at timestamptz not null,
      done_at timestamptz);
    create index password_reset_email on password_reset (email, at);
    create index password_reset_network on password_reset (network, at);
    create index password_reset_waiting on password_reset (at) where done_at is null;
    call declare_table('password_reset', 'system');
    grant select, insert, update, delete on password_reset to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table password_reset')
}
