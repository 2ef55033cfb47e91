import type { Knex } from 'knex'

/** Where a step happened stands on its loan, whose own keys guard it: looking it up five times more for each due day that moves guards nothing. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table loan_step drop constraint loan_step_library_id_fkey, drop constraint loan_step_branch_id_fkey,
      drop constraint loan_step_item_library_id_fkey, drop constraint loan_step_member_library_id_fkey`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    alter table loan_step add foreign key (library_id) references unit, add foreign key (branch_id) references unit,
      add foreign key (item_library_id) references unit, add foreign key (member_library_id) references unit`)
}
