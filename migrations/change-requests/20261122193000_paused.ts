import type { Knex } from 'knex'

/**
 * Since when a request has waited for others than the helpdesk, whoever they are: of two who are asked at once, the days
 * that both take count once. And a library that is no longer bound is no longer waited for.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table request add column paused_since timestamptz;
    update request set paused_since = least(
      case when state = 'question' then moved_at end, awaits_since,
      case when asker_name is not null and confirmed_at is null then submitted_at end) where state <> 'draft';

    create function keep_pause() returns trigger language plpgsql as $$
      begin
        new.paused_since := case when new.state <> 'draft' and (new.state = 'question' or new.awaits_since is not null
          or (new.asker_name is not null and new.confirmed_at is null)) then coalesce(old.paused_since, moment()) end;
        return new;
      end $$;
    create trigger keep_pause before insert or update of state, awaits_since, asker_name, confirmed_at on request
      for each row execute function keep_pause();

    create or replace function tell_of_agreement() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into event (name, detail)
          values ('change-requests.agreed', jsonb_build_object('set', coalesce(new.set_id, old.set_id)));
        return null;
      end $$;
    create trigger tell_of_leaving after delete on agreement for each row execute function tell_of_agreement();
    grant delete on agreement to filiaal_job;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    revoke delete on agreement from filiaal_job;
    drop trigger tell_of_leaving on agreement;
    drop trigger keep_pause on request;
    drop function keep_pause;
    alter table request drop column paused_since;
    create or replace function tell_of_agreement() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into event (name, detail) values ('change-requests.agreed', jsonb_build_object('set', new.set_id));
        return null;
      end $$;
  `)
}
