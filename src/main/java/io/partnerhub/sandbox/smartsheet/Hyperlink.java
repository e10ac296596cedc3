package io.partnerhub.sandbox.smartsheet;

/**
 * Where a cell points: exactly one is not null.
 *
 * @param url a web address
 * @param sheetId a sheet of the account
 * @param reportId a report of the account
 */
record Hyperlink(String url, Long sheetId, Long reportId) {}
