import type { Knex } from 'knex'

/** What this database is, so that nobody opens a region's own as a demo by a slip of the keyboard. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table kind_of_installation (
      only_row boolean primary key default true check (only_row),
      kind text not null check (kind in ('demo', 'practice', 'live')),
      -- Of a demo or a practice region only: as whom anybody may sign in.
      sign_ins jsonb not null default '[]' check (kind <> 'live' or sign_ins = '[]'),
      filled_at timestamptz);
    call declare_table('kind_of_installation', 'system');
    grant select on kind_of_installation to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table kind_of_installation')
}
