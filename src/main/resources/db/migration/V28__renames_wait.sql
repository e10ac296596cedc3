-- Whose rename it is: while another record has the new key, its children stay, and a later rename of the record goes on from there.
alter table rename add record_id bigint references record on delete cascade; -- null: an older hub's, which is followed as ever
