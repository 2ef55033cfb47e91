import type { Knex } from 'knex'

/**
 * Somebody who asks to be erased is erased where they asked it: in that library, and altogether when no other is left.
 * What counts stays: lines of periods without the person they were of, loans likewise. Of each act stays one line that
 * names nobody. Where something is still open the wish waits, and each night looks again.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table membership_period alter column person_id drop not null, alter column membership_id drop not null;
    alter table membership add column erase_asked_at timestamptz, add column erase_asked_by uuid;
    create index membership_erase on membership (erase_asked_at) where erase_asked_at is not null;
    grant update (erase_asked_at, erase_asked_by) on membership to filiaal_app;

    create table forgotten (
      id uuid primary key,
      library_ids uuid[] not null,
      reason text not null check (reason in ('asked', 'former', 'history')),
      -- Who asked for it; none for what went by itself.
      staff_id uuid,
      -- People, or rows that lost their person.
      count integer not null check (count > 0),
      at timestamptz not null);
    create index forgotten_at on forgotten (at);
    call declare_table('forgotten', 'walled');
    create policy reach on forgotten for select using (reaches_any(library_ids));
    grant select on forgotten to filiaal_app;
    grant insert on forgotten to filiaal_job;

    drop policy retention on membership_period;
    create policy retention on membership_period to filiaal_retention using (true) with check (person_id is null);
    revoke delete on membership_period from filiaal_retention;
    grant update (person_id, membership_id, copied_from) on membership_period to filiaal_retention;

    grant create on schema public to filiaal_retention;
    set local role filiaal_retention;
    -- What goes with a person, all of it or what one membership knows: mails, notes, cards, and what the audit told of them.
    create function forget_traces(them uuid[], memberships uuid[], told text[], letters text[]) returns void
    language plpgsql set search_path = public as $$
      begin
        delete from mail where id::text = any (letters);
        delete from patron_note where id::text = any (told);
        delete from card where membership_id = any (memberships);
        update membership_period set person_id = null, membership_id = null, copied_from = null where membership_id = any (memberships);
        delete from membership where id = any (memberships);
        delete from person where id = any (them) and id::text = any (told);
        delete from audit_body b using audit a where a.id = b.audit_id
          and a.table_name in ('person', 'membership', 'card', 'patron_note', 'mail') and a.row_id = any (told || letters);
      end $$;

    create or replace function forget_person(whose uuid) returns void language plpgsql security definer set search_path = public as $$
      declare
        them uuid[] := array(with recursive same (id) as (
          select whose union select p.id from person p join same s on p.merged_into = s.id) select id from same);
        memberships uuid[] := array(select id from membership where person_id = any (them));
        told text[] := array(
          select unnest(them)::text union select unnest(memberships)::text
          union select id::text from card where person_id = any (them)
          union select id::text from patron_note where person_id = any (them));
        -- About them, or written to their own address in their own name.
        letters text[] := array(
          select id::text from mail where about::text = any (told)
          union select m.id::text from mail m join person p on p.id = any (them) and lower(p.email) = lower(m.address)
            and m.name = concat_ws(' ', coalesce(p.preferred_name, p.first_name), p.family_name) where m.staff_id is null);
      begin
        update event set detail = detail - 'person' - 'membership' - 'card' where detail ->> 'person' = any (them::text[]);
        update membership_period set person_id = null, membership_id = null, copied_from = null where person_id = any (them);
        perform forget_traces(them, memberships, told, letters);
      end $$;

    create function forget_membership(which uuid) returns void language plpgsql security definer set search_path = public as $$
      declare
        whose uuid; library uuid; told text[];
      begin
        select person_id, library_id into whose, library from membership where id = which;
        told := array(select which::text union select id::text from card where membership_id = which
          union select id::text from patron_note where person_id = whose and library_id = library);
        update event set detail = detail - 'person' - 'membership' - 'card' where detail ->> 'membership' = which::text;
        perform forget_traces('{}', array[which], told, array(select id::text from mail where about::text = any (told)));
      end $$;
    revoke execute on function forget_traces, forget_membership from public;
    grant execute on function forget_membership to filiaal_job;
    reset role;
    revoke create on schema public from filiaal_retention;

    -- Who ended everywhere on which day, as far as they were a member where the reader reaches; whoever else they were a
    -- member of is told to nobody, and still counts for the day.
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create function former_people(before date) returns table (person_id uuid, library_id uuid, ended_on date, is_banned boolean)
    language sql stable security definer set search_path = public as $$
      with ended as (
        select m.person_id, max(coalesce(m.ends_on, m.until_on)) as ended_on, bool_or(m.status = 8) as is_banned
        from membership m group by m.person_id having max(coalesce(m.ends_on, m.until_on)) < before)
      select e.person_id, m.library_id, e.ended_on, e.is_banned
      from ended e join person p on p.id = e.person_id and p.merged_into is null join membership m on m.person_id = e.person_id
      where acting() is not null and (reaches_all() or m.library_id = any (reach())) $$;
    revoke execute on function former_people from public;
    grant execute on function former_people to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function former_people, forget_membership, forget_traces;
    drop table forgotten; delete from table_class where name = 'forgotten';
    drop index membership_erase;
    alter table membership drop column erase_asked_at, drop column erase_asked_by;
    delete from membership_period where person_id is null;
    alter table membership_period alter column person_id set not null, alter column membership_id set not null`)
}
