import type { Knex } from 'knex'

/** What is left of a fee that is owed may be more than the fee of the type that takes its place. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table membership_period drop constraint membership_period_check, add check (reduction_cents >= 0)`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    alter table membership_period drop constraint membership_period_reduction_cents_check;
    update membership_period set reduction_cents = least(reduction_cents, fee_cents);
    alter table membership_period add check (reduction_cents between 0 and fee_cents)`)
}
