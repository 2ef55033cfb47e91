import type { Knex } from 'knex'

/** Tries are counted by network too, whether a network is somebody's own is asked of their sessions, and help is noted. */
export async function up(knex: Knex) {
  await knex.raw(`
    create index sign_in_failure_network on sign_in_failure (network, at);
    create index session_network on session (staff_id, network, started_at);
    alter table audit
      drop constraint audit_act_check,
      add constraint audit_act_check check (act in ('insert', 'update', 'delete',
        'view', 'sign-in', 'sign-in-failed', 'sign-out', 'refused', 'export', 'reveal', 'unlock'));
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop index sign_in_failure_network, session_network;
    alter table audit
      drop constraint audit_act_check,
      add constraint audit_act_check check (act in ('insert', 'update', 'delete',
        'view', 'sign-in', 'sign-in-failed', 'sign-out', 'refused', 'export', 'reveal'));
  `)
}
