import type { Knex } from 'knex'

/** An online enrolment that nobody came to confirm ends for a reason of its own; a change of type takes off what is left. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table membership drop constraint membership_end_reason_check, add constraint membership_end_reason_check
      check (end_reason in ('asked', 'moved', 'deceased', 'unpaid', 'misuse', 'merged', 'double', 'unconfirmed', 'other'));
    -- Of the fee of this period: what the months of the one before it were still worth.
    alter table membership_period add column reduction_cents integer not null default 0
      check (reduction_cents between 0 and fee_cents);
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    alter table membership_period drop column reduction_cents;
    update membership set end_reason = 'other' where end_reason = 'unconfirmed';
    alter table membership drop constraint membership_end_reason_check, add constraint membership_end_reason_check
      check (end_reason in ('asked', 'moved', 'deceased', 'unpaid', 'misuse', 'merged', 'double', 'other'))`)
}
