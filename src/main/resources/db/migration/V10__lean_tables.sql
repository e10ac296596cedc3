-- Kept as they were sent: no statement looks into these, and jsonb would take them apart and
-- build them anew for every row written.
alter table record
  alter origins type json;
alter table replica
  alter holds type json, alter stands_for type json,
  alter rendering type json, alter rewrites type json;
alter table attempt
  alter fields type json, alter content type json, alter before type json;
alter table suspect
  alter fields type json, alter before type json;
alter table ledger
  alter decisions type json;

-- No condition names these either: statistics of them would only make ANALYZE slow.
alter table record
  alter agreed set statistics 0, alter origins set statistics 0;
alter table replica
  alter holds set statistics 0, alter stands_for set statistics 0,
  alter rendering set statistics 0, alter rewrites set statistics 0,
  alter read_at set statistics 0, alter reason set statistics 0, alter blocked set statistics 0;
