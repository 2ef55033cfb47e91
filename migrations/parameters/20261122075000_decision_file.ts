import type { Knex } from 'knex'

/**
 * Texts of council decisions that prices rest on. A council's decision is public, so whoever reads the price may
 * read it, in whichever library; it is kept as long as the installation, because a price of years ago still names it.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table decision_file (
      id uuid primary key,
      unit_id uuid not null references unit,
      name text not null check (length(name) between 1 and 200),
      media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
      content bytea not null check (length(content) between 1 and 5242880),
      staff_id uuid,
      at timestamptz not null);

    call declare_table('decision_file', 'open', true, array['content']);
    grant select, insert on decision_file to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table decision_file')
}
