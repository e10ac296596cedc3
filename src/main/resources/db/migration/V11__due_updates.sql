-- Changes of copies go before first copies: found without a look at each of these.
create index replica_due_update on replica (type, system, target, record_id)
  where due and native_id is not null;
