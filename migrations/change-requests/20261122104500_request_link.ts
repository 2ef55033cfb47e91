import type { Knex } from 'knex'

const wall = (joined = '') => `
  drop policy reach on request;
  create policy reach on request using (reaches_any(library_ids)${joined} or reaches(unit_id)
    or author_id = acting() or asker_id = acting());`

const follow = (named: string, joined: string, later: string) => `
  create or replace function follow_change_set() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if new.state = 'requested' then
        -- The helpdesk asks something else instead: the request stays, with another change.
        update request set set_id = new.id, state = case when state = 'draft' then 'submitted' else state end,
          submitted_at = coalesce(submitted_at, moment())${named}
        where id = nullif(current_setting('app.request', true), '')::uuid;
        if not found then
          insert into request (id, form, set_id, state, unit_id, library_ids, subject, reason, author_id, author_name,
                               apply_on, submitted_at)
          select new.id, 'change-requests.change', new.id, 'submitted', about_unit(new.branch_ids, new.library_ids),
            new.library_ids, coalesce((select sentence from change_item where set_id = new.id and n = 0),
              '{"nl": "", "en": "", "fr": ""}'), new.reason, new.author_id, new.author_name, new.apply_on, moment()
          where not exists (select from request r where r.set_id = new.id);
        end if;
      end if;
      update request set state = request_state(new.state, tasks_open, state)
      where set_id = new.id and state is distinct from request_state(new.state, tasks_open, state);${joined}
      return null;
    end $$;
  drop trigger follow_change_set on change_set;
  create trigger follow_change_set after insert or update of state${later} on change_set
    for each row execute function follow_change_set();`

const tell = (by: string) => `
  create or replace function tell_of_move() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if new.state <> 'draft' then
        insert into event (name, detail) values ('change-requests.moved', jsonb_build_object(
          'request', new.id, 'from', case when tg_op = 'UPDATE' then old.state end, 'to', new.state${by}));
      end if;
      return null;
    end $$;`

/**
 * One-time links with which whoever asked answers without a sign-in: only their digest is kept, and only the system
 * itself reads it. A library that joins a group while a request waits reads that request, as it reads its change.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table request_link (
      id uuid primary key,
      request_id uuid not null references request,
      purpose text not null check (purpose in ('confirm', 'reply')),
      token_digest bytea not null unique,
      staff_id uuid,
      name text not null check (length(name) <= 120),
      address text not null check (length(address) <= 254),
      language text not null check (language in ('nl', 'en', 'fr')),
      expires_at timestamptz not null,
      used_at timestamptz);
    create index request_link_of on request_link (request_id) where used_at is null;
    create index request_link_expires on request_link (expires_at);
    call declare_table('request_link', 'system');
    grant select, insert, update, delete on request_link to filiaal_job;

    alter table request add column joined_ids uuid[] not null default '{}', add column reminded_at timestamptz;
    update request r set joined_ids = s.joined_ids from change_set s where s.id = r.set_id and s.joined_ids <> '{}';
    ${wall(' or reaches_any(joined_ids)')}
    ${follow(`,
          subject = case when subject ->> 'nl' <> '' then subject else coalesce(
            (select sentence from change_item where set_id = new.id and n = 0), subject) end`, `
      update request set joined_ids = new.joined_ids where set_id = new.id and joined_ids <> new.joined_ids;`, ', joined_ids')}
    ${tell(`, 'by', acting()`)}
    create index request_note_staff on request_note (request_id, staff_id) where kind in ('comment', 'answer');
    call quicken_walls();`)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop index request_note_staff;
    ${tell('')} ${follow('', '', '')} ${wall()}
    alter table request drop column joined_ids, drop column reminded_at;
    drop table request_link;
    call quicken_walls();`)
}
