-- What systems told the hub may have moved, until it was read again.
create table hint (
  id          bigint generated always as identity primary key,
  system      text not null,
  location    text not null,
  native_id   text,                 -- null: something in that place
  own         boolean not null,     -- the hub's own write, as the system says
  received_at timestamptz not null
);
create index hint_by_system on hint (system, id);

-- Notices that were taken in, so that the same one is known when it comes again.
create table notice (
  source      text not null,
  key         text not null,
  received_at timestamptz not null,
  primary key (source, key)
);
create index notice_by_age on notice (received_at);

-- How far a source that can be asked to begin again from somewhere was heard.
create table hearing (
  source   text primary key,
  position text not null,
  heard_at timestamptz not null
);
