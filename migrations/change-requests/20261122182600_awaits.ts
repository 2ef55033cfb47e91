import type { Knex } from 'knex'

/** Since when the libraries that a request binds have been asked for their word: so long the helpdesk's clock stands still. */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table request add column awaits_since timestamptz;
    update request r set awaits_since = r.moved_at
      where exists (select from agreement a where a.set_id = r.set_id and a.agrees is null);

    create function tell_of_agreement() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into event (name, detail) values ('change-requests.agreed', jsonb_build_object('set', new.set_id));
        return null;
      end $$;
    create trigger tell_of_agreement after insert or update of agrees on agreement
      for each row execute function tell_of_agreement();
    -- What the helpdesk asks instead binds others, or nobody.
    create trigger tell_of_other_set after update of set_id on request
      for each row when (old.set_id is not null and new.set_id is distinct from old.set_id) execute function tell_of_agreement();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop trigger tell_of_other_set on request;
    drop trigger tell_of_agreement on agreement;
    drop function tell_of_agreement;
    alter table request drop column awaits_since;
  `)
}
