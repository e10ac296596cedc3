-- What change events said that fields were changed to, until the writes made meanwhile were judged.
create table told_edit (
  id          bigint generated always as identity primary key,
  type        text not null,
  system      text not null,
  location    text not null,
  native_id   text not null,
  event       text not null,
  field       text not null,
  value       text,
  told        boolean not null,     -- false: changed, and to what the event does not say
  at          timestamptz not null, -- by the system's clock
  by_hub      boolean not null,
  received_at timestamptz not null
);
create index told_edit_by_copy on told_edit (system, type, native_id, id);
create index told_edit_by_age on told_edit (received_at);

-- By what was written, a write is known again in the event that tells of it.
alter table suspect
  add wrote json not null default '{}',
  add answered boolean not null default false;
create index suspect_by_copy on suspect (system, type, native_id);
