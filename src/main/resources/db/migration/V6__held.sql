-- What waits for a person is listed without a look at every record.
create index record_held on record (type, id) where held <> '{}';
