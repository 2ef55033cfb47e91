import type { Knex } from 'knex'

/**
 * Where nobody bears the words that were typed, they may be where somebody lives, or names as they were meant: nearest
 * are names, and an address of e-mail, in which half a region shares its last words, only where one was typed.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    -- Its settings are known, and set by whoever may not set unknown ones, once the extension is loaded.
    select word_similarity('', '');
    create index person_address_words on person using gin (address_key gin_trgm_ops) where address_key is not null;
    grant create on schema public to filiaal_search;
    set local role filiaal_search;
    create or replace function find_patrons(q text, born date, at_most integer) returns setof uuid
    language plpgsql stable security definer set search_path = public set pg_trgm.word_similarity_threshold = 0.5 as $$
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
          if cardinality(found) = 0 and length(asked) >= 5 then
            found := array(select p.id from person p
              where p.address_key like parts[1] and p.address_key like all (parts) and (born is null or p.born_on = born)
                and p.merged_into is null and (p.deceased_on is not null) = gone
                and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)
              order by p.address_key, p.family_name, p.first_name, p.id limit at_most);
          end if;
          foreach near in array array['0.5', '0.4'] loop
            exit when cardinality(found) > 0;
            perform set_config('pg_trgm.word_similarity_threshold', near, true);
            -- How near a name is takes longer to reckon than to find it, and many bear the same.
            found := array(
              with meant as materialized (
                select p.id, p.family_name, case when asked like '%@%' then p.words
                  else left(p.words, greatest(length(p.words) - length(coalesce(p.email, '')), 0)) end as names
                from person p
                where asked <% p.words and (born is null or p.born_on = born)
                  and p.merged_into is null and (p.deceased_on is not null) = gone
                  and (all_reached or p.library_ids && ours or p.branch_ids && ours or p.open_ids && partners)),
              weighed as materialized (
                select names, word_similarity(asked, names) as nearness from (select distinct names from meant) as d)
              select m.id from meant m join weighed using (names) where nearness >= near::real
              order by nearness desc, m.family_name, m.id limit at_most);
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
