import type { Knex } from 'knex'

/**
 * Names as they may have been meant: first those that are very near, and only where nobody bears one, those farther off.
 * How near a name is takes longer to reckon than to find it, and of the nearest there are few.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    -- Its settings are known, and set by whoever may not set unknown ones, once the extension is loaded.
    select word_similarity('', '');
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create or replace function find_patrons(q text, born date, at_most integer) returns setof uuid
    language plpgsql stable security definer set search_path = public set pg_trgm.word_similarity_threshold = 0.6 as $$
      declare
        all_reached boolean := reaches_all();
        ours uuid[] := reach();
        partners uuid[] := coalesce(shared_reach(), '{}');
        told text := trim(q);
        gone boolean := left(told, 1) = '*';
        asked text := trim(name_words(replace(told, '*', ' ')));
        parts text[] := array(select '%' || regexp_replace(w, '([\\\\%_])', '\\\\\\1', 'g') || '%'
          from regexp_split_to_table(asked, '\\s+') w where w <> '' order by length(w) desc);
        dialled text := regexp_replace(told, '[\\s./+()-]', '', 'g');
        known uuid[];
        found uuid[];
        near text;
      begin
        if acting() is null then return; end if;
        known := array(
          select c.person_id from card c where c.number = upper(told) and c.until_on is null
            and (all_reached or c.library_id = any (ours) or c.branch_id = any (ours) or (not c.discreet and c.library_id = any (partners)))
          union select p.id from person p where told <> '' and p.external_numbers @> to_jsonb(told)
          union select p.id from person p where dialled ~ '^[0-9]{6,}$'
            and p.phone_digits like '%' || regexp_replace(dialled, '^(0032|32|0)', '') || '%');
        found := array(select p.id from person p where p.id = any (known) and p.merged_into is null
          and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
          order by p.family_name, p.first_name, p.id limit at_most);
        if cardinality(found) = 0 and cardinality(parts) > 0 and dialled !~ '^[0-9]{6,}$' then
          found := array(select p.id from person p
            where p.words like parts[1] and p.words like all (parts) and (born is null or p.born_on = born)
              and p.merged_into is null and (p.deceased_on is not null) = gone
              and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
            order by name_words(p.family_name) like asked || '%' desc, p.family_name, p.first_name, p.id limit at_most);
          foreach near in array array['0.6', '0.4'] loop
            exit when cardinality(found) > 0;
            perform set_config('pg_trgm.word_similarity_threshold', near, true);
            found := array(select p.id from person p
              where asked <% p.words and (born is null or p.born_on = born)
                and p.merged_into is null and (p.deceased_on is not null) = gone
                and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
              order by word_similarity(asked, p.words) desc, p.family_name, p.id limit at_most);
          end loop;
        elsif cardinality(found) = 0 and cardinality(parts) = 0 and born is not null then
          found := array(select p.id from person p
            where p.born_on = born and p.merged_into is null
              and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
            order by p.family_name, p.first_name, p.id limit at_most);
        end if;
        return query select * from unnest(found);
      end $$;
    reset role;
    revoke create on schema public from filiaal_search;
  `)
}

export async function down() {
  // What it finds stays what it was meant to find.
}
