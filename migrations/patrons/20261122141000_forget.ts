import type { Knex } from 'knex'

/**
 * Forgetting a person: their row, those merged into it, memberships, cards, notes, mails, what events and the audit told
 * of them. Counts of libraries and loans stay; the envelopes of the audit stay as well, so that no seal breaks, and the
 * one of the deletion is the proof that somebody was forgotten.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create policy retention on person to filiaal_retention using (true) with check (false);
    create policy retention on membership to filiaal_retention using (true) with check (false);
    create policy retention on membership_period to filiaal_retention using (true) with check (false);
    create policy retention on card to filiaal_retention using (true) with check (false);
    create policy retention on patron_note to filiaal_retention using (true) with check (false);
    create policy retention on mail to filiaal_retention using (true) with check (false);
    grant select, delete on person, membership, membership_period, card, patron_note, mail to filiaal_retention;
    grant select, update (detail) on event to filiaal_retention;

    create function forget_person(whose uuid) returns void language plpgsql security definer set search_path = public as $$
      declare
        them uuid[] := array(with recursive same (id) as (
          select whose union select p.id from person p join same s on p.merged_into = s.id) select id from same);
        about_them text[] := array(
          select id::text from unnest(them) as t (id)
          union select id::text from membership where person_id = any (them)
          union select id::text from card where person_id = any (them)
          union select id::text from patron_note where person_id = any (them));
        letters text[] := array(select id::text from mail where about::text = any (about_them));
      begin
        delete from mail where about::text = any (about_them);
        update event set detail = detail - 'person' - 'membership' - 'card' where detail ->> 'person' = any (them::text[]);
        delete from patron_note where person_id = any (them);
        delete from card where person_id = any (them);
        delete from membership_period where person_id = any (them);
        delete from membership where person_id = any (them);
        delete from person where id = any (them);
        delete from audit_body b using audit a where a.id = b.audit_id
          and a.table_name in ('person', 'membership', 'card', 'patron_note', 'mail') and a.row_id = any (about_them || letters);
      end $$;
    grant create on schema public to filiaal_retention;
    revoke execute on function forget_person from public;
    grant execute on function forget_person to filiaal_job;
    alter function forget_person owner to filiaal_retention;
    revoke create on schema public from filiaal_retention;
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function forget_person;
    drop policy retention on person; drop policy retention on membership; drop policy retention on membership_period;
    drop policy retention on card; drop policy retention on patron_note; drop policy retention on mail;
    revoke all on person, membership, membership_period, card, patron_note, mail, event from filiaal_retention`)
}
