import type { Knex } from 'knex'

/** Files brought in to be looked at first; whoever brought one may take it over, and it goes after a month. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table import_file (
      id uuid primary key,
      format text not null check (format in ('csv', 'osm', 'low-countries', 'ical', 'json')),
      name text not null check (length(name) <= 250),
      content text not null,
      under_unit uuid not null references unit,
      staff_id uuid references staff,
      library_id uuid,
      at timestamptz not null);
    create index import_file_at on import_file (at);
    call declare_table('import_file', 'walled');
    create policy reach on import_file using (reaches(library_id) or staff_id = acting());
    grant select, insert, delete on import_file to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table import_file')
}
