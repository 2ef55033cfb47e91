import type { Knex } from 'knex'

/**
 * Mail, from being queued to its end. Not audited: a row is its own history, and a body in the audit
 * would keep what is erased here. The secret of a one-time link stands apart from the texts.
 */
export async function up(knex: Knex) {
  await knex.raw(`
    create table mail (
      id uuid primary key,
      library_id uuid,
      unit_id uuid not null references unit,
      staff_id uuid references staff,
      name text not null check (length(name) <= 120),
      address text not null check (length(address) between 3 and 254),
      reply_to text check (length(reply_to) <= 254),
      language text not null check (language in ('nl', 'en', 'fr')),
      kind text not null check (length(kind) <= 80),
      about uuid,
      subject text not null check (length(subject) between 1 and 250),
      text text not null check (length(text) <= 100000),
      html text not null check (length(html) <= 200000),
      secret text check (length(secret) <= 100),
      message_id text not null unique,
      state text not null check (state in ('waiting', 'sent', 'failed', 'bounced', 'unsure', 'kept')),
      at timestamptz not null,
      author_id uuid,
      tries integer not null default 0,
      try_at timestamptz not null,
      handed_at timestamptz,
      failure text,
      failure_said text check (length(failure_said) <= 300),
      sent_at timestamptz,
      again_as uuid references mail,
      check (concat(name, address, reply_to, subject, message_id) !~ '[[:cntrl:]]'),
      check (state <> 'sent' or sent_at is not null and secret is null));
    create index mail_waiting on mail (try_at, id) where state = 'waiting';
    create index mail_secret on mail (id) where secret is not null;
    create index mail_library on mail (library_id, at);
    create index mail_at on mail (at);
    create index mail_again on mail (again_as) where again_as is not null;

    call declare_table('mail', 'walled');
    create policy reach on mail using (reaches(library_id) or reaches(unit_id));
    -- What somebody does may mean a mail to another library; who may read it is another matter.
    create policy write on mail for insert with check (true);
    grant select, insert, update, delete on mail to filiaal_app;
  `)
}

export async function down(knex: Knex) {
  await knex.raw('drop table mail')
}
