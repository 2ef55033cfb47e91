import type { Knex } from 'knex'

/** A session by badge knows where its desk stands, and waits that were made to wait are noted once. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table session add column desk_unit_id uuid;
    create table sign_in_wait (
      email text not null,
      network text not null,
      noted_at timestamptz not null,
      primary key (email, network));
    call declare_table('sign_in_wait', 'system');
    grant select, insert, update, delete on sign_in_wait to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table sign_in_wait; alter table session drop column desk_unit_id')
}
