import type { Knex } from 'knex'

/**
 * What libraries say to a change of what they share. A row stands there from the moment it is asked, without an
 * answer; all libraries of the group read one another's.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table agreement (
      set_id uuid not null references change_set,
      unit_id uuid not null references unit,
      agrees boolean,
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      reason text check (length(reason) <= 2000),
      at timestamptz,
      library_ids uuid[] not null,
      primary key (set_id, unit_id),
      check ((agrees is null) = (at is null)));

    call declare_table('agreement', 'walled', true);
    create policy read on agreement using (reaches_any(library_ids));
    grant select, insert on agreement to filiaal_app;
    grant update (agrees, staff_id, staff_name, reason, at) on agreement to filiaal_app;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table agreement')
}
