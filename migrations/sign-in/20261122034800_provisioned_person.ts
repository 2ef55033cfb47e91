import type { Knex } from 'knex'

/** What a personnel system says of somebody and nothing else of ours knows; it stands behind the wall of their library. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table provisioned_person (
      id uuid primary key references staff,
      library_id uuid,
      unit_id uuid not null references unit,
      user_name text not null check (user_name = lower(user_name) and length(user_name) between 1 and 254),
      external_id text check (length(external_id) <= 254),
      given_name text check (length(given_name) <= 120),
      family_name text check (length(family_name) <= 120),
      changed_at timestamptz not null);
    create unique index provisioned_person_user_name on provisioned_person (unit_id, user_name);
    create unique index provisioned_person_external_id on provisioned_person (unit_id, external_id);
    call declare_table('provisioned_person', 'walled', true);
    create policy reach on provisioned_person using (reaches(library_id) or reaches(unit_id));
    grant select, insert, update on provisioned_person to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table provisioned_person')
}
