-- The ledger in weeks, so that an old one is dropped at once. What no week takes, be it from before
-- this migration or from a hub that was stopped for long, goes to ledger_default.
alter table ledger rename to ledger_before;
create sequence ledger_id;
create table ledger (
  id         bigint not null default nextval('ledger_id'),
  at         timestamptz not null,
  type       text   not null,
  record_id  bigint not null,
  system     text   not null,
  event      text   not null,
  reading    bigint not null,
  attempt    bigint not null,
  stamp      timestamptz,
  version    text,                -- of the copy, as its system counts them
  changed_by text,                -- who saved the copy last, as its system names people
  decisions  jsonb  not null,
  note       text
) partition by range (at);
create table ledger_default partition of ledger default;
-- A decision was [verdict, field, was, is, because]; the reason goes before the field from now on.
insert into ledger (at, type, record_id, system, event, reading, attempt, stamp, decisions, note)
  select at, type, record_id, system, event, reading, attempt, stamp,
    (select coalesce(jsonb_agg(jsonb_build_array(d->0, d->4, d->1, d->2, d->3) order by n), '[]')
      from jsonb_array_elements(decisions) with ordinality as x(d, n)),
    note
  from ledger_before order by id;
drop table ledger_before;
create index ledger_of_record on ledger (record_id, id);
