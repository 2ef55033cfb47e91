import type { Knex } from 'knex'

/**
 * Finding people. `find_patrons` looks within the reach of whoever asks and answers ids, which are read again under
 * their own walls. `find_doubles` is the one exception: at an enrolment it looks through the whole region, and tells
 * of somebody who bears that name and was born on that day, or has that national number, what is needed to compare.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create sequence card_serial;
    grant usage on sequence card_serial to filiaal_app;

    -- A discreet membership is in no list outside its library, nor is its card.
    drop policy shared on card;
    alter table card add column discreet boolean not null default false;
    create policy shared on card for select using (not discreet and library_id = any ((select shared_reach())::uuid[]));
    grant update (discreet) on card to filiaal_app;

    create policy search on person for select to filiaal_search using (true);
    create policy search on membership for select to filiaal_search using (true);
    create policy search on card for select to filiaal_search using (true);
    grant select on person, membership, card to filiaal_search;

    create function find_patrons(q text, born date, at_most integer) returns setof uuid language plpgsql stable security definer
    set search_path = public set pg_trgm.word_similarity_threshold = 0.5 as $$
      declare
        all_reached boolean := reaches_all();
        ours uuid[] := reach();
        partners uuid[] := coalesce(shared_reach(), '{}');
        gone boolean := left(trim(q), 1) = '*';
        asked text := trim(name_words(replace(q, '*', ' ')));
        parts text[] := array(select '%' || regexp_replace(w, '([\\\\%_])', '\\\\\\1', 'g') || '%'
          from regexp_split_to_table(asked, '\\s+') w where w <> '' order by length(w) desc);
        number text := upper(regexp_replace(trim(q), '[\\s./+-]', '', 'g'));
        found uuid[];
      begin
        if acting() is null then return; end if;
        -- What is scanned or copied is exact.
        found := array(select distinct p.id from person p
          where p.merged_into is null and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
            and (p.id in (select c.person_id from card c where c.number = upper(trim(q))
                and (all_reached or c.library_id = any (ours) or c.branch_id = any (ours) or (not c.discreet and c.library_id = any (partners))))
              or p.external_numbers @> to_jsonb(trim(q))
              or (number ~ '^[0-9]{6,}$' and p.phone_digits like '%' || regexp_replace(number, '^(0032|32|0)', '') || '%'))
          limit at_most);
        if cardinality(found) = 0 and cardinality(parts) > 0 and not asked ~ '^[0-9 ./+-]{6,}$' then
          found := array(select p.id from person p
            where p.words like parts[1] and p.words like all (parts) and (born is null or p.born_on = born)
              and p.merged_into is null and (p.deceased_on is not null) = gone
              and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
            order by name_words(p.family_name) like asked || '%' desc, p.family_name, p.first_name, p.id limit at_most);
          if cardinality(found) = 0 then
            found := array(select p.id from person p
              where asked <% p.words and (born is null or p.born_on = born)
                and p.merged_into is null and (p.deceased_on is not null) = gone
                and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
              order by word_similarity(asked, p.words) desc, p.family_name, p.id limit at_most);
          end if;
        elsif cardinality(found) = 0 and born is not null then
          found := array(select p.id from person p
            where p.born_on = born and p.merged_into is null
              and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
            order by p.family_name, p.first_name, p.id limit at_most);
        end if;
        return query select * from unnest(found);
      end $$;

    create function find_doubles(family text, born date, hashed bytea)
    returns table (id uuid, family_name text, first_name text, born_on date, libraries uuid[])
    language sql stable security definer set search_path = public as $$
      select p.id, p.family_name, p.first_name, p.born_on,
        array(select m.library_id from membership m
          where m.person_id = p.id and m.status <> 9 and (not m.discreet or m.library_id = any (reach()) or m.branch_id = any (reach())))
      from person p
      where acting() is not null and p.merged_into is null and p.deceased_on is null
        and ((hashed is not null and p.national_hash = hashed)
          or (p.born_on = born and name_words(p.family_name) = name_words(family))
          or (p.kind = 'institution' and born is null and p.words like name_words(family) || '%'
            and name_words(p.family_name) = name_words(family)))
        and (cardinality(p.open_ids) > 0 or p.library_ids && reach() or p.branch_ids && reach())
      order by p.first_name, p.id limit 20 $$;

    grant create on schema public to filiaal_search;
    revoke execute on function find_patrons, find_doubles from public;
    grant execute on function find_patrons, find_doubles to filiaal_app;
    alter function find_patrons owner to filiaal_search;
    alter function find_doubles owner to filiaal_search;
    revoke create on schema public from filiaal_search;
    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop function find_patrons, find_doubles;
    drop policy search on person; drop policy search on membership; drop policy search on card;
    revoke all on person, membership, card from filiaal_search;
    drop policy shared on card;
    alter table card drop column discreet;
    create policy shared on card for select using (library_id = any ((select shared_reach())::uuid[]));
    drop sequence card_serial`)
}
