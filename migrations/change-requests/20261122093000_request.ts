import type { Knex } from 'knex'

/**
 * What libraries ask of the helpdesk. A request with a change is a change set and what people say about it: every
 * set that comes to wait for somebody's word gets its request here, whichever way it came, and the request's state
 * follows the set's; so neither can be forgotten.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create function moment() returns timestamptz language sql stable
      return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

    create table request (
      id uuid primary key,
      number bigint generated always as identity unique,
      form text not null check (length(form) <= 80),
      -- The change it asks, or last asked.
      set_id uuid unique references change_set,
      state text not null check (state in ('draft', 'submitted', 'in-review', 'question', 'approved', 'planned',
        'applied', 'refused', 'withdrawn', 'put-back')),
      unit_id uuid not null,
      library_ids uuid[] not null default '{}',
      subject jsonb not null,
      reason text check (length(reason) <= 2000),
      filled jsonb not null default '{}',
      channel text not null default 'screen' check (channel in ('screen', 'phone', 'mail')),
      pasted text check (length(pasted) <= 20000),
      author_id uuid,
      author_name text not null,
      asker_id uuid,
      asker_name text check (length(asker_name) <= 120),
      asker_address text check (length(asker_address) <= 254),
      asker_language text check (asker_language in ('nl', 'en', 'fr')),
      confirmed_at timestamptz,
      team text not null default 'helpdesk' check (length(team) <= 60),
      assignee_id uuid,
      assignee_name text,
      priority smallint not null default 2 check (priority between 1 and 3),
      due_on date,
      apply_on date,
      approved_first_by uuid,
      tasks_open integer not null default 0,
      at timestamptz not null default moment(),
      submitted_at timestamptz,
      answered_at timestamptz,
      moved_at timestamptz not null default moment(),
      ended_at timestamptz,
      words text not null generated always as (plain_words(number || ' ' || (subject ->> 'nl') || ' ' || (subject ->> 'en')
        || ' ' || (subject ->> 'fr') || ' ' || author_name || ' ' || coalesce(asker_name, '') || ' '
        || coalesce(reason, ''))) stored,
      check ((state = 'draft') = (submitted_at is null) or state in ('refused', 'withdrawn')));
    create index request_open on request (due_on, number) where state in ('submitted', 'in-review', 'question', 'approved');
    create index request_state on request (state, number);
    create index request_unit on request (unit_id, number);
    create index request_author on request (author_id, number);
    create index request_asker on request (asker_id) where asker_id is not null;
    create index request_assignee on request (assignee_id, number) where assignee_id is not null;
    create index request_form on request (form, number);

    call declare_table('request', 'walled', true, array['filled', 'pasted', 'words']);
    create policy reach on request using (reaches_any(library_ids) or reaches(unit_id)
      or author_id = acting() or asker_id = acting());
    grant select, insert, update on request to filiaal_app;

    create table request_note (
      id uuid primary key,
      n bigint generated always as identity,
      request_id uuid not null references request,
      at timestamptz not null default moment(),
      staff_id uuid,
      name text not null check (length(name) <= 120),
      kind text not null check (kind in ('comment', 'internal', 'question', 'answer', 'move')),
      state text,
      text text check (length(text) <= 5000),
      library_ids uuid[] not null default '{}');
    create index request_note_of on request_note (request_id, n);
    call declare_table('request_note', 'walled');
    create policy reach on request_note using (exists (select from request r where r.id = request_id));
    grant select, insert on request_note to filiaal_app;

    create table request_task (
      request_id uuid not null references request,
      n integer not null,
      title jsonb not null,
      done_on date,
      done_by uuid,
      done_name text check (length(done_name) <= 120),
      proof text check (length(proof) <= 2000),
      library_ids uuid[] not null default '{}',
      primary key (request_id, n),
      check ((done_on is null) = (done_name is null)));
    call declare_table('request_task', 'walled');
    create policy reach on request_task using (exists (select from request r where r.id = request_id));
    grant select, insert, update on request_task to filiaal_app;

    create table request_file (
      id uuid primary key,
      request_id uuid not null references request,
      name text not null check (length(name) between 1 and 200),
      media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
      content bytea not null check (length(content) between 1 and 5242880),
      staff_id uuid,
      staff_name text not null,
      at timestamptz not null default moment(),
      library_ids uuid[] not null default '{}');
    create index request_file_of on request_file (request_id, at);
    call declare_table('request_file', 'walled', true, array['content']);
    create policy reach on request_file using (exists (select from request r where r.id = request_id));
    grant select, insert on request_file to filiaal_app;

    -- What the state of a set means for its request; work outside Filiaal that is still to do keeps it from being applied.
    create function request_state(of_set text, still_to_do integer, was text) returns text language sql immutable as $$
      select case of_set
        when 'requested' then case when was in ('submitted', 'in-review', 'question', 'approved') then was else 'in-review' end
        when 'applied' then case when still_to_do > 0 then 'approved' else 'applied' end
        when 'cancelled' then 'withdrawn'
        else of_set end $$;

    -- The lowest unit that is there already, else its library, else the region.
    create function about_unit(below uuid[], libraries uuid[]) returns uuid language sql stable as $$
      select coalesce((select id from unnest(below) with ordinality as b (id, n) where exists (select from unit u where u.id = b.id)
        order by n limit 1), libraries[1], '00000000-0000-4000-8000-000000000000') $$;

    create function follow_change_set() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        if new.state = 'requested' then
          -- The helpdesk asks something else instead: the request stays, with another change.
          update request set set_id = new.id, state = case when state = 'draft' then 'submitted' else state end,
            submitted_at = coalesce(submitted_at, moment())
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
        where set_id = new.id and state is distinct from request_state(new.state, tasks_open, state);
        return null;
      end $$;
    create trigger follow_change_set after insert or update of state on change_set
      for each row execute function follow_change_set();

    -- The first sentence of a change says what it is about; it is written before the set, or after.
    create function name_request() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        update request set subject = new.sentence where set_id = new.set_id and subject ->> 'nl' = '';
        return null;
      end $$;
    create trigger name_request after insert on change_item
      for each row when (new.n = 0) execute function name_request();

    create function tell_of_move() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        if new.state <> 'draft' then
          insert into event (name, detail) values ('change-requests.moved',
            jsonb_build_object('request', new.id, 'from', case when tg_op = 'UPDATE' then old.state end, 'to', new.state));
        end if;
        return null;
      end $$;
    create trigger tell_of_move after insert on request for each row execute function tell_of_move();
    create trigger tell_of_later_move after update of state on request
      for each row when (old.state <> new.state) execute function tell_of_move();

    create function time_move() returns trigger language plpgsql as $$
      begin
        new.moved_at := moment();
        new.ended_at := case when new.state in ('applied', 'refused', 'withdrawn', 'put-back')
          then coalesce(case when old.state in ('applied', 'put-back') then old.ended_at end, moment()) end;
        return new;
      end $$;
    create trigger time_move before update of state on request
      for each row when (old.state <> new.state) execute function time_move();

    -- What waited before there were requests.
    insert into request (id, form, set_id, state, unit_id, library_ids, subject, reason, author_id, author_name, apply_on, at, submitted_at)
    select s.id, 'change-requests.change', s.id, 'submitted', about_unit(s.branch_ids, s.library_ids), s.library_ids,
      coalesce(i.sentence, '{"nl": "", "en": "", "fr": ""}'), s.reason, s.author_id, s.author_name, s.apply_on, s.at, s.at
    from change_set s left join change_item i on i.set_id = s.id and i.n = 0 where s.state = 'requested';

    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop trigger follow_change_set on change_set;
    drop trigger name_request on change_item;
    drop table request_file, request_task, request_note, request;
    drop function follow_change_set, name_request, tell_of_move, time_move, request_state, about_unit, moment;
  `)
}
