import type { Knex } from 'knex'

const tell = (together: string) => `
  create or replace function tell_of_move() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if new.state <> 'draft' then
        insert into event (name, detail) values ('change-requests.moved', jsonb_build_object(
          'request', new.id, 'from', case when tg_op = 'UPDATE' then old.state end, 'to', new.state, 'by', acting()${together}));
      end if;
      return null;
    end $$;`

/** Requests that were approved in one act, of which each reader hears in one mail; the mail is about the act. */
export async function up(knex: Knex) {
  await knex.raw(`
    create table request_together (
      act uuid not null,
      request_id uuid not null references request,
      was text not null,
      became text not null,
      primary key (act, request_id));
    create index request_together_of on request_together (request_id);
    call declare_table('request_together', 'walled', false);
    create policy reach on request_together using (exists (select from request r where r.id = request_id));
    grant select, insert on request_together to filiaal_app;
    ${tell(`, 'together', nullif(current_setting('app.together', true), '')`)}
    call quicken_walls();`)
}

export async function down(knex: Knex) {
  await knex.raw(`${tell('')} drop table request_together; call quicken_walls();`)
}
