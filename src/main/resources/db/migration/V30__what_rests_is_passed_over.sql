-- Copies whose write rests are many where a system refuses many: no look for the updates that are due goes by them.
drop index replica_due_update;
create index replica_due_update on replica (type, system, target, record_id)
  where due and native_id is not null and (telling or fate not in ('GIVEN_UP', 'DISCARDED'));
