import type { Knex } from 'knex'

/**
 * What a closing does to loans besides days: it keeps what it moved, to move it along or back, and over which days a
 * fine stands still. A loan may see several closings, so these stand by closing and not in two columns.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    alter table loan drop column frozen_from, drop column frozen_to,
      -- By closing the periods over which the fine stands still.
      add column frozen jsonb not null default '{}',
      -- What a closing moved last: closing, from, to and on which day; it counts as long as "to" is the due day.
      add column moved jsonb;
    grant update (frozen, moved) on loan to filiaal_app;
    create index loan_frozen on loan (branch_id) where ended_at is null and frozen <> '{}';

    alter table loan_step drop constraint loan_step_act_check, add column closing uuid,
      add constraint loan_step_act_check check (act in ('lent', 'renewed', 'moved', 'moved-back', 'frozen', 'thawed', 'claimed',
        'found', 'lost', 'returned', 'undone', 'passed-on'));

    grant select (moved, frozen, lent_on, membership, material) on loan to filiaal_search;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    drop function loans_due;
    create function loans_due(branches uuid[], since date, until date)
    returns table (branch_id uuid, raw_due_on date, due_on date, moved jsonb, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, raw_due_on, due_on, case when (moved->>'to')::date = due_on then moved end, count(*)::integer from loan
      where ended_at is null and due_on >= since and (until is null or due_on <= until) and branch_id = any (branches)
      group by 1, 2, 3, 4 $$;
    create function loans_by_line(branches uuid[], since date, until date)
    returns table (branch_id uuid, membership text, material text, lent_on date, due_on date, frozen jsonb, loans integer)
    language sql stable security definer set search_path = public as $$
      select branch_id, membership, material, lent_on, due_on, frozen, count(*)::integer from loan
      where ended_at is null and (since is null or due_on >= since) and (until is null or due_on <= until)
        and branch_id = any (branches)
      group by 1, 2, 3, 4, 5, 6 $$;
    revoke execute on function loans_due, loans_by_line from public;
    grant execute on function loans_due, loans_by_line to filiaal_app;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function loans_by_line, loans_due;
    create function loans_due(branches uuid[], since date)
    returns table (branch_id uuid, raw_due_on date, due_on date, loans integer)
    language sql stable set search_path = public as $$
      select branch_id, raw_due_on, due_on, count(*)::integer from loan
      where ended_at is null and due_on >= since and branch_id = any (branches)
      group by branch_id, raw_due_on, due_on $$;
    drop index loan_frozen;
    alter table loan_step drop constraint loan_step_act_check, drop column closing;
    alter table loan drop column frozen, drop column moved, add column frozen_from date, add column frozen_to date`)
}
