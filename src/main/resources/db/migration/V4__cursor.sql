-- Where a source said to read on: fulfillment APIs list their changes by an opaque cursor.
alter table checkpoint add column cursor text;
