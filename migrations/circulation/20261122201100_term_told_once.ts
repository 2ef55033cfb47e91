import type { Knex } from 'knex'

const changed = (fields: string) => `
  drop trigger audit_changed on loan;
  create trigger audit_changed after update on loan referencing old table as changed_from new table as changed_to
    for each statement execute function write_audit(${fields})`

/** On what a due day rests is noted when that changes, not with each act on the loan. */
export async function up(knex: Knex) {
  await knex.raw(changed(`'=term'`))
}

export async function down(knex: Knex) {
  await knex.raw(changed(''))
}
