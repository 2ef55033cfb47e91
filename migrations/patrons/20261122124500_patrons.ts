import type { Knex } from 'knex'

/**
 * One person for the whole region, and a membership in each library where they enrolled. Who reads a person follows
 * from the memberships: `library_ids` and `branch_ids` say where there is one, `open_ids` those that partners of a
 * group 3 may know of. A trigger keeps the three, so they are never wrong and nobody writes them.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    -- People are looked up as they sound: without accents, and ij as y.
    create function name_words(told text) returns text language sql immutable parallel safe strict
      return replace(plain_words(told), 'ij', 'y');
    create function digits(told text) returns text language sql immutable parallel safe strict
      return regexp_replace(told, '\\D', '', 'g');
    create function json_texts(told jsonb) returns text language sql immutable parallel safe strict
      return (select coalesce(string_agg(value, ' '), '') from jsonb_array_elements_text(told));

    create table person (
      id uuid primary key,
      number bigint generated always as identity unique,
      kind text not null check (kind in ('person', 'institution')),
      family_name text not null check (length(family_name) between 1 and 100),
      first_name text check (length(first_name) <= 100),
      title text check (length(title) <= 30),
      preferred_name text check (length(preferred_name) <= 100),
      tag text check (length(tag) <= 60),
      sex text check (sex in ('f', 'm', 'x')),
      born_on date,
      deceased_on date,
      language text not null check (language in ('nl', 'en', 'fr')),
      email text check (length(email) <= 254),
      -- Get what the library sends as well, never what it advertises.
      copies jsonb not null default '[]' check (jsonb_typeof(copies) = 'array' and jsonb_array_length(copies) <= 2),
      phones jsonb not null default '[]' check (jsonb_typeof(phones) = 'array' and jsonb_array_length(phones) <= 4),
      addresses jsonb not null default '[]' check (jsonb_typeof(addresses) = 'array' and jsonb_array_length(addresses) <= 4),
      -- Who answers for somebody under age, or for an institution, with the days on which they do.
      contacts jsonb not null default '[]' check (jsonb_typeof(contacts) = 'array' and jsonb_array_length(contacts) <= 6),
      external_numbers jsonb not null default '[]'
        check (jsonb_typeof(external_numbers) = 'array' and jsonb_array_length(external_numbers) <= 10),
      national_sealed bytea,
      national_hash bytea,
      shows_history boolean not null default true,
      keeps_history boolean not null default false,
      warns_borrowed_before boolean not null default false,
      not_returned integer not null default 0 check (not_returned >= 0),
      -- No notices and no exports while somebody disputes what is known of them (GDPR article 18).
      restricted_on date,
      merged_into uuid references person,
      version integer not null default 1,
      made_at timestamptz not null,
      library_ids uuid[] not null default '{}',
      branch_ids uuid[] not null default '{}',
      open_ids uuid[] not null default '{}',
      words text not null generated always as (name_words(family_name || ' ' || coalesce(first_name, '') || ' '
        || coalesce(preferred_name, '') || ' ' || coalesce(tag, '') || ' ' || coalesce(email, ''))) stored,
      phone_digits text not null generated always as (digits(json_texts(phones))) stored,
      -- Where they live, spelled one way: who shares it is found by it.
      address_key text generated always as (case when jsonb_array_length(addresses) > 0 then
        name_words(coalesce(addresses -> 0 ->> 'postalCode', '') || ' ' || coalesce(addresses -> 0 ->> 'street', '') || ' '
          || coalesce(addresses -> 0 ->> 'number', '') || ' ' || coalesce(addresses -> 0 ->> 'box', '')) end) stored,
      check (deceased_on is null or born_on is null or deceased_on >= born_on));
    create index person_words on person using gin (words gin_trgm_ops);
    create index person_phone on person using gin (phone_digits gin_trgm_ops);
    create index person_born on person (born_on, family_name) where born_on is not null;
    create index person_address on person (address_key) where address_key is not null;
    create index person_email on person (lower(email)) where email is not null;
    create index person_external on person using gin (external_numbers);
    create index person_national on person (national_hash) where national_hash is not null;

    create table membership (
      id uuid primary key,
      person_id uuid not null references person,
      library_id uuid not null references unit,
      -- The home branch.
      branch_id uuid not null references unit,
      type text not null check (length(type) <= 12),
      -- 1 new, 2 billed, 3 reminded, 4 not paid, 5 normal, 6 and 7 online, 8 banned, 9 ended.
      status smallint not null check (status between 1 and 9),
      enrolled_on date not null,
      from_on date not null,
      until_on date not null,
      fee_cents integer not null default 0 check (fee_cents >= 0),
      -- Of whom the end date was copied: a membership in another library of the group.
      copied_from uuid,
      -- Ends on this day, which may be to come.
      ends_on date,
      end_reason text check (end_reason in ('asked', 'moved', 'deceased', 'unpaid', 'misuse', 'merged', 'double', 'other')),
      -- Enrolled or renewed online and not seen at the desk yet: lends nothing.
      online_since timestamptz,
      online_reminded_at timestamptz,
      confirmed_at timestamptz,
      confirmed_by uuid,
      -- Of a prison or of a type that is nobody's business: known in this library only.
      discreet boolean not null default false,
      last_active_on date,
      version integer not null default 1,
      at timestamptz not null,
      unique (person_id, library_id),
      check (until_on >= from_on),
      check ((ends_on is null) = (end_reason is null)));
    create index membership_library on membership (library_id, status, until_on);
    create index membership_branch on membership (branch_id);
    create index membership_until on membership (until_on) where status <> 9;
    create index membership_online on membership (online_since) where online_since is not null and confirmed_at is null;

    -- Each period adds a line: what somebody was, from when to when and for how much.
    create table membership_period (
      id uuid primary key,
      membership_id uuid not null references membership,
      person_id uuid not null references person,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      type text not null check (length(type) <= 12),
      act text not null check (act in ('enrolled', 'renewed', 'changed', 'cancelled', 'merged', 'taken-over')),
      from_on date not null,
      until_on date not null,
      fee_cents integer not null check (fee_cents >= 0),
      copied_from uuid,
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      channel text not null check (channel in ('desk', 'online', 'import', 'system')),
      at timestamptz not null);
    create index membership_period_of on membership_period (membership_id, at);
    create index membership_period_person on membership_period (person_id);

    create table card (
      id uuid primary key,
      number text not null check (number ~ '^[0-9A-Z]{4,20}$'),
      person_id uuid not null references person,
      membership_id uuid not null references membership,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      kind text not null check (kind in ('printed', 'generated', 'national')),
      from_on date not null,
      until_on date,
      blocked_on date,
      block_reason text check (block_reason in ('lost', 'stolen', 'damaged', 'other')),
      at timestamptz not null,
      check ((blocked_on is null) = (block_reason is null)));
    create unique index card_number on card (number) where until_on is null;
    create index card_number_any on card (number);
    create index card_membership on card (membership_id);
    create index card_person on card (person_id);

    -- What a colleague wants whoever serves this person to know.
    create table patron_note (
      id uuid primary key,
      person_id uuid not null references person,
      library_id uuid not null references unit,
      branch_id uuid not null references unit,
      text text not null check (length(text) between 1 and 1000),
      pops_up boolean not null,
      until_on date,
      staff_id uuid,
      staff_name text check (length(staff_name) <= 200),
      at timestamptz not null);
    create index patron_note_person on patron_note (person_id);

    call declare_table('person', 'walled', true, array['national_sealed', 'national_hash', 'words', 'phone_digits', 'address_key']);
    call declare_table('membership', 'walled', true);
    call declare_table('membership_period', 'walled', false);
    call declare_table('card', 'walled', true);
    call declare_table('patron_note', 'walled', true);
    -- A person belongs to no library: those where they enrolled come and go.
    drop trigger keep_library on person;

    create policy reach on person using (reaches_any(library_ids) or reaches_any(branch_ids));
    create policy shared on person for select using (open_ids && (select shared_reach()));
    create policy shared_change on person for update using (open_ids && (select shared_reach()));
    create policy reach on membership using (reaches(library_id) or reaches(branch_id));
    create policy shared on membership for select
      using (not discreet and library_id = any ((select shared_reach())::uuid[]));
    create policy reach on membership_period using (reaches(library_id) or reaches(branch_id));
    create policy reach on card using (reaches(library_id) or reaches(branch_id));
    create policy shared on card for select using (library_id = any ((select shared_reach())::uuid[]));
    create policy reach on patron_note using (reaches(library_id) or reaches(branch_id));

    grant select, insert on person, membership, membership_period, card, patron_note to filiaal_app;
    grant update (kind, family_name, first_name, title, preferred_name, tag, sex, born_on, deceased_on, language, email, copies,
      phones, addresses, contacts, external_numbers, national_sealed, national_hash, shows_history, keeps_history,
      warns_borrowed_before, not_returned, restricted_on, merged_into, version) on person to filiaal_app;
    grant update (branch_id, type, status, from_on, until_on, fee_cents, copied_from, ends_on, end_reason, online_since,
      online_reminded_at, confirmed_at, confirmed_by, discreet, last_active_on, version) on membership to filiaal_app;
    grant update (until_on, blocked_on, block_reason) on card to filiaal_app;
    grant update (text, pops_up, until_on) on patron_note to filiaal_app;

    create function follow_membership() returns trigger language plpgsql security definer set search_path = public as $$
      declare whose uuid := coalesce(new.person_id, old.person_id);
      begin
        update person p set library_ids = m.libraries, branch_ids = m.branches, open_ids = m.open
        from (select coalesce(array_agg(distinct library_id), '{}') as libraries,
                coalesce(array_agg(distinct branch_id), '{}') as branches,
                coalesce(array_agg(distinct library_id) filter (where not discreet), '{}') as open
              from membership where person_id = whose) m
        where p.id = whose and (p.library_ids, p.branch_ids, p.open_ids) is distinct from (m.libraries, m.branches, m.open);
        return null;
      end $$;
    create trigger follow_membership after insert or delete or update of branch_id, discreet on membership
      for each row execute function follow_membership();

    call quicken_walls();
  `)
}

export async function down(knex: Knex) {
  await knex.raw(`
    drop table patron_note, card, membership_period, membership, person;
    drop function follow_membership, json_texts, digits, name_words;
    delete from table_class where name in ('patron_note', 'card', 'membership_period', 'membership', 'person')`)
}
