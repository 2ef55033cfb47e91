import type { Knex } from 'knex'

/** What is done with may go, by the job that tidies at night and by nobody else; a delivery goes with its event. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table delivery drop constraint delivery_event_id_fkey,
      add constraint delivery_event_id_fkey foreign key (event_id) references event on delete cascade;
    create index event_delivered on event (delivered_at) where delivered_at is not null;
    grant delete on event, job_slot, session to filiaal_job;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    revoke delete on event, job_slot, session from filiaal_job;
    drop index event_delivered;
    alter table delivery drop constraint delivery_event_id_fkey,
      add constraint delivery_event_id_fkey foreign key (event_id) references event;
  `)
}
