-- What a failed write came to in the hub's words, since when it fails, and what becomes of it.
alter table replica
  add column reason_class  text,
  add column failing_since timestamptz,
  add column fate          text not null default 'TRIED';
update replica set reason_class = 'SERVER' where reason_code is not null;

-- Writes that were given up. An open one belongs to a replica that is due; the others are history.
create table dead_letter (
  id              bigint generated always as identity primary key,
  type            text not null,
  record_id       bigint not null,  -- its record may be gone by now
  system          text not null,
  key             text,
  action          text,             -- null: nothing could even be tried
  location        text,
  native_id       text,
  sent            json not null,    -- by the system's own names of the fields
  reason_class    text not null,
  code            text not null,
  sentence        text not null,
  answer          text,
  attempts        int  not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  mapping_version text not null,
  state           text not null,    -- OPEN, REPLAYING, REPLAYED, SUPERSEDED, DISCARDED
  since           timestamptz not null,
  closed_at       timestamptz,
  assigned_to     text
);
create unique index dead_letter_open on dead_letter (record_id, system)
  where state in ('OPEN', 'REPLAYING');
create index dead_letter_state on dead_letter (state, id);
