import type { Knex } from 'knex'

/** An old session goes without leaving a provider's word for it, and a desk may have had it last. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table federated_session drop constraint federated_session_session_id_fkey,
      add constraint federated_session_session_id_fkey foreign key (session_id) references session on delete cascade;
    alter table desk_key drop constraint desk_key_session_id_fkey,
      add constraint desk_key_session_id_fkey foreign key (session_id) references session on delete set null;
    create index desk_key_session on desk_key (session_id) where session_id is not null;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop index desk_key_session;
    alter table desk_key drop constraint desk_key_session_id_fkey,
      add constraint desk_key_session_id_fkey foreign key (session_id) references session;
    alter table federated_session drop constraint federated_session_session_id_fkey,
      add constraint federated_session_session_id_fkey foreign key (session_id) references session;
  `)
}
