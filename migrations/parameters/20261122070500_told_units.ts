import type { Knex } from 'knex'

/** Which units have had mail about a change set that alters what holds there: once per set, whoever runs the job. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table told_unit (
      set_id uuid not null references change_set,
      unit_id uuid not null references unit,
      at timestamptz not null,
      primary key (set_id, unit_id));
    call declare_table('told_unit', 'system');
    grant select, insert, delete on told_unit to filiaal_job;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table told_unit')
}
