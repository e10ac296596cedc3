-- Order of everything the hub does: each begin and end of a read or write takes a tick.
create sequence tick;
create sequence record_id;
create sequence attempt_id;
create sequence claim_id;

-- The agreed values of one partner, order or activation.
create table record (
  id      bigint primary key,
  type    text   not null,
  key     text,
  agreed  jsonb  not null,
  origins jsonb  not null,
  held    jsonb  not null
);
create index record_key on record (type, key);

-- One system's copy of a record.
create table replica (
  record_id   bigint  not null references record on delete cascade,
  system      text    not null,
  type        text    not null,
  state       text    not null,
  location    text,
  native_id   text,
  key         text,
  holds       jsonb   not null,
  stands_for  jsonb,              -- null: the same as holds
  read_began  bigint  not null,
  read_ended  bigint  not null,
  wrote_ended bigint  not null,
  read_again  bigint  not null,
  read_at     timestamptz,
  rendering   jsonb   not null,
  rewrites    jsonb   not null,
  failures    int     not null,
  reason_code text,
  reason      text,
  try_at      timestamptz,
  due         boolean not null,
  target      text,
  blocked     text,
  claim       bigint,
  claimed_by  text,               -- the hub that holds the claim
  lease_until timestamptz,
  look_at     timestamptz,        -- not to be read again before
  primary key (record_id, system)
) with (fillfactor = 50);         -- so that a claim and its end change no index
create unique index replica_native on replica (type, system, native_id) where native_id is not null;
create index replica_key on replica (type, key);
create index replica_due on replica (type, system, target, (native_id is null), record_id) where due;
create index replica_again on replica (type, system) where read_again > 0;
create index replica_location on replica (type, system, location);

-- A write whose call was begun.
create table attempt (
  id          bigint primary key,
  record_id   bigint not null references record on delete cascade,
  system      text   not null,
  type        text   not null,
  action      text   not null,
  location    text   not null,
  native_id   text,
  destination text,
  key         text,
  fields      jsonb  not null,
  content     jsonb  not null,
  before      jsonb  not null,
  hub         text   not null,
  opened_at   timestamptz not null,
  lease_until timestamptz not null,
  lost_at     timestamptz,
  closed      bigint not null default 0
);
create index attempt_replica on attempt (record_id, system);
create index attempt_key on attempt (type, system, key);

-- A copy that belongs to no record.
create table stray (
  type       text not null,
  system     text not null,
  native_id  text not null,
  location   text not null,
  key        text,
  why        text not null,
  until_tick bigint  not null,
  look_again boolean not null,
  since      timestamptz not null,
  look_at    timestamptz,
  primary key (type, system, native_id)
);
create index stray_key on stray (type, system, key);

-- How far each source has been read.
create table checkpoint (
  type               text    not null,
  system             text    not null,
  source             text    not null,
  complete           boolean not null,
  version            bigint  not null,
  watermark          timestamptz,
  watermark_found_at timestamptz,
  settled            boolean not null,
  surplus            int     not null,
  read_until         timestamptz,
  primary key (type, system, source)
);

-- Writes beside which someone else changed the same location.
create table suspect (
  id        bigint generated always as identity primary key,
  type      text   not null,
  system    text   not null,
  record_id bigint not null references record on delete cascade,
  location  text   not null,
  native_id text   not null,
  fields    jsonb  not null,
  before    jsonb  not null,
  since     timestamptz not null
);

-- Append only: every decision. Its record may be gone by now.
create table ledger (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  type      text   not null,
  record_id bigint not null,
  system    text   not null,
  event     text   not null,
  reading   bigint not null,
  attempt   bigint not null,
  stamp     timestamptz,
  decisions jsonb  not null,
  note      text
);
create index ledger_record on ledger (record_id, id);
